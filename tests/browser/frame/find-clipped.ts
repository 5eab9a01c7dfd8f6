import type { Page } from 'playwright-core';

/** Text that is cut off: by the page's edge, or in a box that hides what overflows. */
export async function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      if (style.display === 'none' || element.closest('.hidden, .skip, .summary, svg')) continue;
      // A line that ends with …… says itself that there is more.
      if (element.tagName === 'INPUT') continue;
      const hides = /hidden|clip/u.test(style.overflowX) && style.textOverflow !== 'ellipsis';
      if (hides && element.scrollWidth > element.clientWidth + 1)
        clipped.push(`${element.className}: hidden`);
      if (!element.textContent?.trim() || element.children.length > 0) continue;
      // What scrolls in a frame of its own is not cut off.
      if (element.closest('.kwic-frame, .trend, .trend-figures')) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1))
        clipped.push(`${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 20)}`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
      clipped.push(`page: ${document.documentElement.scrollWidth}`);
    return clipped;
  });
}
