import { expect, test } from 'vitest';
import { composePages } from './compose-pages.ts';
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

test('who attended ends a report, but not its lead', () => {
  const attended = '区领导对停产企业逐一作了走访，副区长顾岚、许明远及有关部门负责人参加。';
  const next = '三年来，全区新建、改扩建中小学和幼儿园27所，增加学位1.2万个。';
  expect(weighWording(attended, next)).toBeGreaterThan(weighWording(`本报讯（记者 许念）${attended}`, next) + 1);
});

test('a notice says why, a letter says to whom, a feature calls out; a name in brackets ends a brief', () => {
  const end = '据了解，今年全区新增座椅390组，可服务周边居民6万余人。';
  const goesOn = '这些座椅全部装在老人常走的路上，间隔不超过两百米。';
  const beginnings = [
    '因供水管线切改施工，以下区域将临时停水，请居民提前储水。',
    '依据《城市绿化条例》，经区政府同意，现将今年第一批古树名木予以公布，请市民监督。',
    '为改善停车秩序，消除消防隐患，自即日起清理长期占道车辆。有关事项通告如下：',
    '编辑同志：我住在南苇街道苇和家园，北门外的路面塌了一个坑。',
    '“加油！压住！”榆台街道文体中心喝彩声此起彼伏，谁也不肯坐下。',
    '补锅、磨刀、修拉链……在砚桥区，旧报刊亭改成的便民亭里每天都有响声。',
  ];
  for (const beginning of beginnings)
    expect(weighWording(end, beginning), beginning).toBeGreaterThan(weighWording(end, goesOn) + 1.5);
  expect(weighWording(`${end}（穆青禾）`, goesOn)).toBeGreaterThan(weighWording(end, goesOn) + 3);
});

test('composed pages hold every article once and whole, and the same seed makes the same pages', () => {
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
