import { citePassage, type Passage } from '../archive/citations/cite-passage.ts';

/** Fewer characters chosen are a slip of the finger. */
const SHORTEST_PASSAGE = 4;
const SPOKEN_FOR = 3000;

/** Copies citations, puts the access date in, and cites a passage that the reader has chosen. */
class CiteArticle extends HTMLElement {
  private passage: Passage | undefined;

  connectedCallback(): void {
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((number) => String(number).padStart(2, '0'))
      .join('-');
    for (const slot of this.querySelectorAll('[data-accessed]')) slot.textContent = `[${day}]`;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
      button.hidden = false;
      const citation = button.previousElementSibling;
      button.addEventListener('click', () => this.copy(citation?.textContent ?? '', button));
    }
    const cite = this.querySelector<HTMLButtonElement>('[data-cite-passage]');
    if (!cite) return;
    document.addEventListener('selectionchange', () => {
      this.passage = readSelection();
      cite.hidden = this.passage === undefined;
    });
    cite.addEventListener('click', () => {
      const citation = this.querySelector('[data-citation]')?.textContent;
      if (!citation || !this.passage) return;
      this.copy(citePassage(citation, this.dataset.url ?? '', this.passage), cite);
    });
  }

  private async copy(text: string, button: HTMLButtonElement): Promise<void> {
    const status = this.querySelector('[role="status"]');
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = '已复制';
    } catch {
      // No clipboard without https: the text is chosen, Ctrl+C takes it.
      const citation = button.previousElementSibling;
      if (citation && button.hasAttribute('data-copy')) getSelection()?.selectAllChildren(citation);
      button.textContent = '请按 Ctrl+C';
    }
    if (status) status.textContent = button.textContent;
    setTimeout(() => {
      button.textContent = label;
    }, SPOKEN_FOR);
  }
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
