import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAxe } from './frame/check-axe.ts';
import { findClipped } from './frame/find-clipped.ts';
import { findSmallTargets } from './frame/find-small-targets.ts';
import { answered, openSearchPage } from './frame/search-page.ts';

const LOOKS = ['day', 'night', 'elder'] as const;

/** Puts the page into a look as its reader does: by the switch, wherever it is shown. */
async function choose(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  if (look === 'day') return;
  await page
    .locator(look === 'night' ? '[data-night-toggle]:visible' : '[data-elder-toggle]:visible')
    .first()
    .click();
}

test.each(LOOKS)('no state of the search page breaks a rule of accessibility: %s', async (look) => {
  const { page, ask } = await openSearchPage({ viewport: { width: 1280, height: 800 } });
  await choose(page, look);
  const wrong: string[] = [];
  const check = async (state: string, looks: readonly string[] = ['day']) => {
    if (!looks.includes(look)) return;
    wrong.push(...(await checkAxe(page)).map((line) => `${state}: ${line}`));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wrong.push(`${state}: ${over} px wider than the window`);
  };
  await check('empty, with the help open');
  await page.locator('#search-q').fill('丰台');
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await check('typing');
  await page.keyboard.press('Escape');
  await ask({ q: '丰台' });
  await page.locator('[data-search-facet]').first().waitFor();
  await check('results', LOOKS);
  await ask({ q: '协同', view: 'kwic' });
  await check('contexts', LOOKS);
  await ask({ q: '协同', view: 'trend', phrase: ['倍增', '军民', '产业', '红十字'] });
  await page.locator('.trend-figures summary').click();
  await check('trend', LOOKS);
  await ask({ q: '京津冀龘协同发展' });
  await page.locator('[data-search-near]').waitFor();
  await check('none, with near results', LOOKS);
  await ask({ q: '龘龘龘' });
  await check('none');
  await page.setViewportSize({ width: 360, height: 740 });
  for (const query of [{ q: '丰台' }, { q: '协同', view: 'kwic' }, { q: '协同', view: 'trend' }]) {
    await ask(query as Record<string, string>);
    await check(`${JSON.stringify(query)} on a phone`);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['day', 44],
  ['elder', 60],
] as const)(
  'on a phone every control of every answer has room for a finger, and no text is cut off, with doubled text either: %s',
  async (look, size) => {
    const { page, ask } = await openSearchPage({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    await choose(page, look);
    const wrong: string[] = [];
    const check = async (state: string) => {
      wrong.push(...(await findSmallTargets(page, size)).map((line) => `${state}: ${line}`));
      wrong.push(...(await findClipped(page)).map((line) => `${state}: ${line}`));
      const doubled = await page.addStyleTag({ content: 'html { font-size: 200% }' });
      wrong.push(...(await findClipped(page)).map((line) => `${state}, doubled: ${line}`));
      await doubled.evaluate((style) => (style as Element).remove());
    };
    await page.locator('.search-help[open]').waitFor();
    await check('help');
    await ask({ q: '丰台', year: '2025', from: '2025-01-01' });
    await page.locator('[data-search-facet="year"]').waitFor({ state: 'attached' });
    await page.locator('.narrow > summary').click();
    await check('results with facets');
    await ask({ q: '丰台', p: '2' });
    await check('second page');
    await ask({ q: '京津冀龘协同发展' });
    await page.locator('[data-search-near]').waitFor();
    await check('near results');
    await ask({ q: '京津冀', view: 'kwic' });
    await check('contexts');
    await ask({ q: '京津冀', view: 'trend', unit: 'month', phrase: ['丰台', '企业'] });
    await page.locator('.trend-figures summary').click();
    await check('trend');
    expect(wrong).toEqual([]);
  },
);

test('whoever finds nothing is told what would help in this case', async () => {
  const { page, ask } = await openSearchPage();
  for (const [q, advice] of [
    ['无此词汇', '可以少写几个字'],
    ['京津冀 -丰台', '去掉减号'],
    ['标题:通勤圈', '去掉“标题:”'],
    ['-丰台', '每一篇里都有您要排除的词'],
    ['作者:无此人', '署的名字'],
    ['版:99', '版次'],
  ] as const) {
    await ask({ q });
    expect(await page.locator('.results .none').textContent(), q).toContain(advice);
  }
});

test('a broken line and a damaged index: the page says so, shows no part of an answer, and finds all when tried again', async () => {
  const { page } = await openSearchPage({ serviceWorkers: 'block' });
  const region = page.locator('[data-search-state]');
  const wrong: string[] = [];
  const fail = async (state: string) => {
    await page.locator('#search-q').fill('丰台');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-state="error"]').waitFor({ state: 'attached' });
    expect(await page.locator('[data-search-result]').count()).toBe(0);
    expect(await region.getAttribute('data-search-total')).toBeNull();
    expect(await page.getByRole('button', { name: '再试一次' }).isVisible()).toBe(true);
    for (const look of LOOKS) {
      await choose(page, look);
      wrong.push(...(await checkAxe(page)).map((line) => `${state} ${look}: ${line}`));
      await choose(page, look);
    }
  };
  await page.context().setOffline(true);
  await fail('offline');
  expect(await page.locator('.trouble').textContent()).toContain('网络');
  await page.context().setOffline(false);
  // Whoever is in front of the host answers every address with a page of his own.
  await page
    .context()
    .route('**/*.pf_index', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' }),
    );
  await fail('error');
  await page.context().unroute('**/*.pf_index');
  await page.getByRole('button', { name: '再试一次' }).click();
  await answered(page);
  expect(await page.locator('[data-search-result]').count()).toBe(10);
  expect(wrong).toEqual([]);
});

test('on a slow line the first search says what it is waiting for', async () => {
  const { page } = await openSearchPage({ serviceWorkers: 'block' });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route('**/*.pf_index', async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('#search-q').fill('丰台');
  await page.keyboard.press('Enter');
  const tally = page.locator('[data-search-tally]');
  await expect.poll(() => tally.textContent()).toContain('正在下载');
  expect(await tally.getAttribute('role')).toBe('status');
  release();
  await answered(page);
});
