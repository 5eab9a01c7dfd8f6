import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { listKinds } from './frame/list-pages.ts';
import { sharePage } from './frame/open-page.ts';

const kinds = await listKinds(inject('site').folder);
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const visit = sharePage({ viewport: PHONE });

/** What takes the focus of the keyboard without showing it as it should: no ring, or a part of it cut off. */
async function findWithoutRing(page: Page): Promise<string[]> {
  // A focus that scripts set shows its ring once the reader has used the keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    /** Width of the ring, and its distance. */
    const ROOM = 5;
    const found: string[] = [];
    const seen = new Set<string>();
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, summary, [tabindex="0"]',
    )) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled')) continue;
      const own = `${element.localName}.${element.getAttribute('class') ?? ''}`;
      const kind = `${element.parentElement?.localName}.${element.parentElement?.getAttribute('class')} > ${own}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      element.focus();
      // The radio buttons of the views are drawn by their labels.
      const shown = element.matches('.hidden') ? element.closest<HTMLElement>('label')! : element;
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(shown);
      if (outlineStyle !== 'solid' || outlineWidth !== '3px')
        found.push(`${kind}: ${outlineStyle} ${outlineWidth}`);
      const room = Math.min(ROOM, 3 + Number.parseFloat(outlineOffset));
      const box = shown.getBoundingClientRect();
      // The first link of a page stands at its very edge by rights, but its ring does not.
      const edges = [box.left, box.top, innerWidth - box.right, innerHeight - box.bottom];
      if (
        box.height < innerHeight / 2 &&
        box.width < innerWidth - 10 &&
        edges.some((edge) => edge < room - 0.5)
      )
        found.push(`${kind}: at the edge of the window ${edges.map(Math.round)}`);
      for (
        let around = shown.parentElement;
        around && around !== document.body;
        around = around.parentElement
      ) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const clip = around.getBoundingClientRect();
        if (
          (overflowX !== 'visible' &&
            (box.left - room < clip.left - 0.5 || box.right + room > clip.right + 0.5)) ||
          (overflowY !== 'visible' &&
            (box.top - room < clip.top - 0.5 || box.bottom + room > clip.bottom + 0.5))
        )
          found.push(`${kind}: cut off by ${around.localName}.${around.getAttribute('class')}`);
      }
    }
    return found;
  });
}

test.each([
  ...kinds.map(({ kind, path, file }) => ({ kind, path: kind === '404' ? file : path, wait: 'main' })),
  { kind: 'found list', path: 'search/?q=丰台', wait: '[data-search-result] a' },
  { kind: 'hits in context', path: 'search/?q=丰台&view=kwic', wait: '.kwic a' },
  { kind: 'trend', path: 'search/?q=丰台&view=trend', wait: '.trend a' },
])('$kind: whatever the keyboard reaches has a whole ring', async ({ path, wait }) => {
  const { page } = await visit(path);
  await page.locator(wait).first().waitFor();
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    expect(await findWithoutRing(page), `${size.width}`).toEqual([]);
  }
});

test('suggestions stand clear of the rings of the field and its button', async () => {
  const { page } = await visit('search/?q=丰台');
  await page.locator('.desk-search input').focus();
  const list = page.locator('.desk-search .suggestions');
  await list.waitFor();
  const bottomOf = (name: string) =>
    page.locator(`.desk-search ${name}`).evaluate((element) => element.getBoundingClientRect().bottom);
  const { y } = (await list.boundingBox())!;
  expect(y).toBeGreaterThanOrEqual((await bottomOf('search-box button')) + 5);
  expect(y).toBeGreaterThanOrEqual((await bottomOf('search-box input')) + 5);
});

test('what scrolls sideways on a phone can be reached by the keyboard, and says what it is', async () => {
  for (const path of [
    'data/',
    'search/?q=丰台&view=kwic&width=40',
    'search/?q=丰台&view=trend&unit=month&phrase=协同',
  ]) {
    const { page } = await visit(path);
    const nameless = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter(
            (element) =>
              element.scrollWidth > element.clientWidth + 1 &&
              ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
          )
          .map((element) =>
            [
              element.tabIndex,
              element.role,
              element.ariaLabel ? 'named' : 'nameless',
              // The strokes at the edges, and what covers them at the ends of the way.
              getComputedStyle(element).backgroundAttachment.includes('local') ? 'marked' : 'unmarked',
            ].join(' '),
          ),
      );
    await expect.poll(async () => (await nameless()).length, { message: path }).toBeGreaterThan(0);
    expect(new Set(await nameless()), path).toEqual(new Set(['0 group named marked']));
  }
});
