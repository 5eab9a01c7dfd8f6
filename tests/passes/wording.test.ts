import { expect, test } from 'vitest';
import { composePages } from '../../scripts/bench/compose-pages.ts';
import { readInvented } from '../../scripts/bench/read-invented.ts';
import { cleanText } from '../../scripts/pipeline/index.ts';
import { weighWording } from '../../scripts/pipeline/3-articles/wording.ts';

const articles = readInvented().flatMap(({ articles }) => articles);

test('what comes next year ends a report and a scene begins one; who goes on speaking is no beginning', () => {
  const end = '下一步，街道还将在其余六个小区推开，预计明年年底前全部完成，让更多居民在家门口就能办事。';
  const scene = '傍晚六点，柳条巷的路灯一盏接一盏亮了起来，下班的人把自行车推进新装的车棚，再也不用扛上楼。';
  const goesOn = '她介绍，车棚是去年秋天装好的。';
  expect(weighWording(end, scene)).toBeGreaterThan(weighWording(end, goesOn) + 1);
  expect(weighWording(end, scene)).toBeGreaterThan(weighWording(goesOn, scene) + 1);
});

test('pages to learn from hold every article once and whole, and the same seed makes the same pages', () => {
  const pages = composePages(articles.slice(0, 40), 12, 5);
  expect(composePages(articles.slice(0, 40), 12, 5)).toEqual(pages);
  for (const { text, bodies } of pages) {
    expect(new Set(bodies).size).toBe(bodies.length);
    const plain = text.replace(/\s+/gu, '');
    for (const body of bodies) expect(plain).toContain(body.replace(/\s+/gu, ''));
    expect(text).not.toMatch(/\{[-+]?\w+\}/u);
  }
});

test('wording makes composed pages better cut: fewer articles are lost or torn', () => {
  // A few articles in fifty pages: fewer pages tell nothing.
  const pages = [77, 78, 79].flatMap((seed) => composePages(articles, 16, seed));
  const torn = (without: ReadonlySet<string>): number =>
    pages.reduce((sum, { text, bodies }) => {
      const found = cleanText(text, { scan: 'composed.txt', without }).articles.map(({ blocks }) =>
        blocks.map((block) => block.text).join('').replace(/\s+/gu, ''),
      );
      return sum + bodies.filter((body) => !found.includes(body.replace(/\s+/gu, ''))).length;
    }, 0);
  expect(torn(new Set())).toBeLessThan(torn(new Set(['wording'])));
});
