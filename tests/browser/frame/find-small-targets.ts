import type { Page } from 'playwright-core';

/**
 * Controls on which a finger of this size has no room. Links in running text are not meant, nor the bars of a
 * picture, whose table has the same links.
 */
export async function findSmallTargets(page: Page, size: number): Promise<string[]> {
  return page.evaluate((size) => {
    const small: string[] = [];
    const half = size / 2 - 1;
    const controls = document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select');
    // A box is ticked by its label too.
    const targets = [...controls].map(
      (one) => one.closest<HTMLElement>('label:has(> [type]:not([type="text"]))') ?? one,
    );
    for (const control of new Set(targets)) {
      const running = control.closest(
        '.prose, .intro, .sheet-of-text, .skip, .jump, svg, [data-running-text]',
      );
      if (running || control.offsetParent === null) continue;
      control.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rect = control.getBoundingClientRect();
      const x = rect.left + rect.width / 2;
      const y = rect.top + rect.height / 2;
      const own = (dx: number, dy: number) => {
        const found = document.elementFromPoint(x + dx, y + dy);
        return found !== null && (control === found || control.contains(found));
      };
      const tall = rect.height >= size - 1 || (own(0, -half) && own(0, half));
      const wide = rect.width >= size - 1 || (own(-half, 0) && own(half, 0));
      if (!tall || !wide)
        small.push(
          `${control.textContent?.trim().slice(0, 16)} ${Math.round(rect.width)}×${Math.round(rect.height)}`,
        );
    }
    return small;
  }, size);
}
