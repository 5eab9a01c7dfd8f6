const SPOKEN_FOR = 3000;
const onPhone = matchMedia('(hover: none) and (pointer: coarse)');
/** What is left to a reader whose browser gives no clipboard; a phone has no keys. */
const byHand = (): string => (onPhone.matches ? '请长按选中的字' : '请按 Ctrl+C');
/** What a button that says how the copying went says otherwise. */
const labels = new WeakMap<HTMLButtonElement, string>();

/** Shows the buttons `[data-copy]` in a part of the page; each copies the text of the element before it. */
export function armCopyButtons(part: ParentNode): void {
  for (const button of part.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const source = button.previousElementSibling!;
      void copyText(source.textContent, button, source);
    });
  }
}

/**
 * Copies a text and says so on the button, and aloud where the part of the page has a `role="status"`. Where the
 * browser gives no clipboard (a page without https) the text is chosen, ready for Ctrl+C or a long press.
 *
 * @param source where the text stands; one that stands nowhere is put into a field
 */
export async function copyText(text: string, button: HTMLButtonElement, source?: Element): Promise<void> {
  const label = labels.get(button) ?? button.textContent;
  labels.set(button, label);
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = '已复制';
  } catch {
    if (source) getSelection()?.selectAllChildren(source);
    else chooseInField(text, button);
    button.textContent = byHand();
  }
  const status = button.closest('section, cite-article')?.querySelector('[role="status"]');
  if (status) status.textContent = button.textContent;
  setTimeout(() => {
    button.textContent = label;
  }, SPOKEN_FOR);
}

/** A field beside the button, until the reader goes on. */
function chooseInField(text: string, button: HTMLButtonElement): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.rows = 4;
  const label = document.createElement('label');
  label.className = 'to-copy';
  label.append(byHand(), field);
  field.addEventListener('blur', () => label.remove());
  button.before(label);
  field.select();
  field.focus();
}
