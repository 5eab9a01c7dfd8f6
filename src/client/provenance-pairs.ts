/** Lights up what belongs together when a sentence or a line is pointed at or chosen. Without it links do. */
class ProvenancePairs extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('pointerover', (event) => this.light(sentenceOf(event.target), 'near'));
    this.addEventListener('pointerleave', () => this.light(undefined, 'near'));
    this.addEventListener('focusin', (event) => this.light(sentenceOf(event.target), 'near'));
    this.addEventListener('click', (event) => this.light(sentenceOf(event.target), 'chosen'));
  }

  private light(sentence: string | undefined, mark: 'near' | 'chosen'): void {
    for (const old of this.querySelectorAll(`.${mark}`)) old.classList.remove(mark);
    if (sentence === undefined) return;
    for (const part of this.querySelectorAll(`[data-sentence="${sentence}"]`)) part.classList.add(mark);
  }
}

/** The sentence of what was pointed at; a line number stands for the sentence it links to. */
function sentenceOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const own = target.closest<HTMLElement>('[data-sentence]')?.dataset.sentence;
  return own ?? target.closest<HTMLAnchorElement>('a.n')?.hash.slice(2);
}

customElements.define('provenance-pairs', ProvenancePairs);
