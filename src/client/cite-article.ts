import { citePassage, type Passage } from '../archive/citations/cite-passage.ts';
import { armCopyButtons, copyText } from './copying.ts';

/** Fewer characters chosen are a slip of the finger. */
const SHORTEST_PASSAGE = 4;

/** Puts the access date into a citation, fetches its other forms when asked, and cites a passage that the reader has chosen. */
class CiteArticle extends HTMLElement {
  private passage: Passage | undefined;

  connectedCallback(): void {
    dateAccess(this);
    const more = this.querySelector<HTMLAnchorElement>('[data-more-forms]');
    more?.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.fetchForms(more);
    });
    const cite = this.querySelector<HTMLButtonElement>('[data-cite-passage]');
    if (!cite) return;
    document.addEventListener('selectionchange', () => {
      this.passage = readSelection();
      cite.hidden = this.passage === undefined;
    });
    cite.addEventListener('click', () => {
      const citation = this.querySelector('[data-citation]')!.textContent;
      // The button is hidden as long as nothing is chosen.
      void copyText(citePassage(citation, this.dataset.url!, this.passage!), cite);
    });
  }

  /** Brings the other forms from the page that has them all; a reader whom the network fails is sent there. */
  private async fetchForms(link: HTMLAnchorElement): Promise<void> {
    const answer = await fetch(link.href).catch(() => undefined);
    if (!answer?.ok) {
      location.assign(link.href);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const known = new Set(
      [...this.querySelectorAll<HTMLElement>('[data-form]')].map((form) => form.dataset.form),
    );
    const forms = [...page.querySelectorAll<HTMLElement>('cite-article [data-form]')]
      .filter((form) => !known.has(form.dataset.form))
      .map((form) => document.importNode(form, true));
    if (forms.length === 0) {
      location.assign(link.href);
      return;
    }
    for (const form of forms) {
      dateAccess(form);
      armCopyButtons(form);
    }
    link.replaceWith(...forms);
    const [first] = forms;
    first!.tabIndex = -1;
    first!.focus();
  }
}

/** Puts the reader's day where a form wants the day of access. */
function dateAccess(forms: ParentNode): void {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-');
  for (const slot of forms.querySelectorAll('[data-accessed]')) slot.textContent = `[${day}]`;
}

function readSelection(): Passage | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const text = selection.toString();
  const range = selection.getRangeAt(0);
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-article] [data-block]')];
  const touched = blocks.filter((block) => range.intersectsNode(block));
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last || text.trim().length < SHORTEST_PASSAGE) return undefined;
  const paragraphs = blocks.filter((block) => block.localName === 'p');
  const numberOf = (block: HTMLElement) => Math.max(1, paragraphs.indexOf(block) + 1);
  return {
    text,
    from: numberOf(first),
    to: Math.max(numberOf(first), numberOf(last)),
    anchor: first.querySelector('span[id]')?.id ?? first.id,
  };
}

customElements.define('cite-article', CiteArticle);
