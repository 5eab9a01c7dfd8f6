import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
};

/**
 * What axe finds against WCAG 2.2 A and AA and good practice on a page as it stands. Our pages have no frames; the
 * half megabyte of axe is sent to a document once, for that took half as long as the check itself.
 *
 * @returns a line a violation: rule, what is wrong, and where; empty where all is well
 */
export async function checkAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { run } = (window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe;
    const { violations } = await run(options);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
    );
  }, OPTIONS);
}
