import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { sharePage } from './frame/open-page.ts';
import { answered } from './frame/search-page.ts';

// 高对比度: the browser takes all grounds and shadows away. What only they have said is said otherwise.
const visit = sharePage({ viewport: { width: 360, height: 740 }, forcedColors: 'active' });

/** How many of them look different from all others: their pictures, bit by bit. */
async function countLooks(locator: Locator): Promise<number> {
  const looks = new Set<string>();
  for (const one of await locator.all()) looks.add((await one.screenshot()).toString('base64'));
  return looks.size;
}

test('a month with a printed date, with an inferred one and with none are three signs', async () => {
  const { page } = await visit('browse/');
  expect(await countLooks(page.locator('.years + .key i'))).toBe(3);
  expect(await countLooks(page.locator('.legend .key i'))).toBe(3);
  const months = page.locator('.years .months').first().locator('i');
  expect(await countLooks(months)).toBeGreaterThanOrEqual(3);
});

test('a day that may be the issue’s is told from one that is not', async () => {
  const { page } = await visit('browse/');
  const frames = await page
    .locator('.month td:not(:has(a))')
    .evaluateAll((days) => days.map((day) => [day.className, getComputedStyle(day).outlineStyle] as const));
  expect(new Set(frames.filter(([kind]) => kind === 'maybe').map(([, frame]) => frame))).toEqual(
    new Set(['dotted']),
  );
  expect(new Set(frames.filter(([kind]) => kind !== 'maybe').map(([, frame]) => frame))).toEqual(
    new Set(['none']),
  );
});

test('the view that is shown is told from the others', async () => {
  const { page } = await visit(`search/?q=${encodeURIComponent('丰台')}&view=kwic`);
  await answered(page);
  // A corner of each, beside its word: what the style sheet asks for is not what is painted.
  const grounds: string[] = [];
  for (const view of await page.locator('.views label').all()) {
    const { x, y } = (await view.boundingBox())!;
    const corner = await page.screenshot({ clip: { x: x + 4, y: y + 4, width: 4, height: 4 } });
    grounds.push(corner.toString('base64'));
  }
  expect(grounds[1]).not.toBe(grounds[0]);
  expect(grounds[2]).toBe(grounds[0]);
});

test('what was changed is underlined in the comparison with the scan', async () => {
  // Its headline was set vertically: ﹃﹄ became “”.
  const { page } = await visit('2025-02-14/p02-002/provenance/');
  const lines = await page
    .locator('.pair .changed')
    .evaluateAll((pieces) => pieces.map((piece) => getComputedStyle(piece).textDecorationLine));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => line === 'none')).toEqual([]);
});

test('lines of a scan that have nothing on them have no stroke, those of an article have one', async () => {
  const { page } = await visit('2025-02-14/p02/scan/');
  const strokeOf = async (selector: string) => {
    const group = page.locator(selector).first();
    await group.scrollIntoViewIfNeeded();
    const { x, y, height } = (await group.boundingBox())!;
    const clip = { x: x + 1, y: y + height / 2, width: 4, height: 4 };
    return (await page.screenshot({ clip })).toString('base64');
  };
  const { x, y } = (await page.locator('.balance').boundingBox())!;
  const ground = await page.screenshot({ clip: { x: x - 8, y, width: 4, height: 4 } });
  expect(await strokeOf('.fate.blank')).toBe(ground.toString('base64'));
  expect(await strokeOf('.fate.article.tone-0')).not.toBe(ground.toString('base64'));
});

test('the text of a comparison has the colour of text, though its sentences are links', async () => {
  const { page } = await visit('2025-02-28/p00-001/provenance/');
  const colourOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).color);
  expect(await colourOf('.pair .sentence')).toBe(await colourOf('.balance'));
  expect(await colourOf('.pair .sentence')).not.toBe(await colourOf('.links a'));
});

test('the suggestion that Enter would take is told from the others', async () => {
  const { page } = await visit('');
  await page.locator('input[name="q"]:visible').first().fill('丰');
  await page.locator('input[name="q"]:visible').first().press('End');
  await page.keyboard.type('台');
  const options = page.locator('[role="option"]:visible');
  await options.nth(2).waitFor();
  await page.keyboard.press('ArrowDown');
  const cornerOf = async (at: number) => {
    const { x, y } = (await options.nth(at).boundingBox())!;
    return (await page.screenshot({ clip: { x: x + 4, y: y + 4, width: 4, height: 4 } })).toString('base64');
  };
  const others = await Promise.all([1, 2].map(cornerOf));
  expect(others[0]).toBe(others[1]);
  expect(await cornerOf(0)).not.toBe(others[0]);
});

test('the hit at which a reader is has a frame, and so has a mark on all its sides', async () => {
  const { page } = await visit(`2025-02-14/p02-002/?hl=${encodeURIComponent('丰台')}`);
  await page.locator('mark[aria-current]').first().waitFor();
  // A black frame is seen on white, whatever was meant.
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  const pictureOf = async (x: number, y: number, width: number, height: number) =>
    (await page.screenshot({ clip: { x, y, width, height } })).toString('base64');
  const groundOf = (width: number, height: number) => pictureOf(2, 300, width, height);
  // Above the hit: beside it stand other characters.
  const hit = (await page.locator('mark[aria-current]').first().boundingBox())!;
  const middle = Math.round(hit.x + hit.width / 2);
  expect(await pictureOf(middle, Math.round(hit.y) - 4, 4, 3)).not.toBe(await groundOf(4, 3));
  for (const at of [0, 1]) {
    const box = (await page.locator('.meta .mark').nth(at).boundingBox())!;
    const centre = Math.round(box.x + box.width / 2) - 10;
    for (const edge of [box.y, box.y + box.height - 1])
      expect(await pictureOf(centre, Math.round(edge) - 1, 20, 2), `${at}`).not.toBe(await groundOf(20, 2));
  }
});
