/**
 * Leads to the search field of the page, the one that can be seen, with its text chosen.
 *
 * @returns whether there is one
 */
export function focusSearchField(): boolean {
  const field = [...document.querySelectorAll<HTMLInputElement>('search-box input[name="q"]')].find(
    (one) => one.offsetParent !== null,
  );
  field?.focus();
  field?.select();
  return field !== undefined;
}
