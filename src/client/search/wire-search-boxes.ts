/** The field of a page that the keys lead to: one that can be seen. */
const findField = () =>
  [...document.querySelectorAll<HTMLInputElement>('search-box input[name="q"]')].find(
    (field) => field.offsetParent !== null,
  );

/**
 * `/` and Ctrl-K lead to the search field; entering it loads the suggestions. Until then nothing is loaded.
 */
export function wireSearchBoxes(): void {
  document.addEventListener('keydown', (event) => {
    const called =
      (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) ||
      (event.key.toLowerCase() === 'k' &&
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey);
    if (!called) return;
    const field = findField();
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  for (const box of document.querySelectorAll('search-box')) {
    box.addEventListener('focusin', () => void import('./search-box.ts'), { once: true });
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
