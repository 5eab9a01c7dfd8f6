/** Where a reader was on a page of results, kept with its entry in the history of the window. */
interface Place {
  /** Scrolled so far, in pixels. */
  y: number;
  /** Address of the result that was opened by keyboard. */
  link?: string;
}

/** Milliseconds without scrolling after which a place is kept; browsers count how often it is written. */
const AT_REST = 250;

/**
 * Keeps the place on the results: how far they were scrolled, and which one was opened by keyboard. A browser that
 * comes back to them finds an empty page, on which there is nothing to scroll to.
 *
 * @param results where the results stand
 */
export function keepPlace(results: HTMLElement): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const keep = (link?: string) => {
    clearTimeout(rest);
    const place: Place = { y: scrollY, ...(link !== undefined && { link }) };
    history.replaceState({ place }, '');
  };
  addEventListener(
    'scroll',
    () => {
      clearTimeout(rest);
      rest = setTimeout(keep, AT_REST);
    },
    { passive: true },
  );
  results.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a:not([data-search-link])')?.getAttribute('href');
    // A key that opens a link is a click without a button.
    if (link) keep(event.detail === 0 ? link : undefined);
  });
}

/** What a reader does who would not be moved any more. */
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Takes the place of the present entry of the history before the results are there.
 *
 * @param results where the results will stand
 * @returns goes back to it once they are, unless the reader has moved meanwhile; nothing where there is no place
 */
export function findPlace(results: HTMLElement): (() => void) | undefined {
  const { place } = (history.state ?? {}) as { place?: Place };
  if (!place) return undefined;
  const moved = new AbortController();
  for (const move of MOVES)
    addEventListener(move, () => moved.abort(), { passive: true, signal: moved.signal });
  return () => {
    if (moved.signal.aborted) return;
    moved.abort();
    scrollTo({ top: place.y, behavior: 'instant' });
    const links = [...results.querySelectorAll<HTMLAnchorElement>('a[href]')];
    links.find((link) => link.getAttribute('href') === place.link)?.focus({ preventScroll: true });
  };
}
