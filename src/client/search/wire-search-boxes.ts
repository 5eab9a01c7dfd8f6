import { focusSearchField } from './focus-search-field.ts';

/** Ctrl-K leads to the search field; entering it loads the suggestions. Until then nothing is loaded. */
export function wireSearchBoxes(): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (key.toLowerCase() !== 'k' || !(ctrlKey || metaKey) || shiftKey || altKey) return;
    if (focusSearchField()) event.preventDefault();
  });
  for (const box of document.querySelectorAll<HTMLElement>('search-box')) {
    box.addEventListener('focusin', () => void import('./search-box.ts'), { once: true });
    // Who pastes and presses Enter is quicker than the suggestions: these are not wanted any more.
    const field = box.querySelector<HTMLInputElement>('input[name="q"]');
    field?.form?.addEventListener('submit', () => {
      box.dataset.asked = field.value;
    });
  }
}
