/** From this width on the filters stand beside the results, always open (`facets.css`). */
const BESIDE = matchMedia('(min-width: 60em)');

/**
 * Where the filters are held open beside the results they are so for a screen reader too, and what folds them is no
 * stop for the keyboard: it would have nothing to do.
 *
 * @param filters `details.narrow` of the search page
 */
export function holdFiltersOpen(filters: HTMLDetailsElement): void {
  const summary = filters.querySelector('summary')!;
  const hold = () => {
    filters.open = BESIDE.matches;
    summary.tabIndex = BESIDE.matches && CSS.supports('selector(::details-content)') ? -1 : 0;
  };
  hold();
  BESIDE.addEventListener('change', hold);
}
