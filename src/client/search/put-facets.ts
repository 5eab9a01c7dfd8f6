/**
 * Puts the facets of a new result in the place of the old ones. What the reader has unfolded stays so, and the box
 * that was ticked keeps the focus: whoever works by keyboard goes on from there.
 *
 * @param place holds the facets
 * @param facets a `fieldset[data-search-facet]` for each
 * @param otherwise gets the focus where what had it is gone
 */
export function putFacets(place: HTMLElement, facets: readonly HTMLElement[], otherwise: HTMLElement): void {
  const unfolded = new Set([...place.querySelectorAll('details[open]')].map(facetOf));
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  place.replaceChildren(...facets);
  for (const rest of place.querySelectorAll('details')) rest.open = unfolded.has(facetOf(rest));
  if (!focused) return;
  const controls = [...place.querySelectorAll<HTMLElement>('input, summary')];
  (controls.find((control) => isSame(control, focused)) ?? otherwise).focus();
}

const facetOf = (element: Element) =>
  element.closest<HTMLElement>('[data-search-facet]')?.dataset.searchFacet;

function isSame(control: Element, old: Element): boolean {
  if (control instanceof HTMLInputElement && old instanceof HTMLInputElement)
    return control.name === old.name && control.value === old.value;
  return control.localName === old.localName && facetOf(control) === facetOf(old);
}
