import { SearchFiles } from '../../search/engine/search-files.ts';
import { findPhrase, type Mode, mergeRanges, type Range } from '../../search/find-phrase.ts';
import { type CharacterMap, fold, foldText, originOf } from '../../search/fold.ts';
import { parseQuery, phrasesOf } from '../../search/query.ts';
import { make } from './dom.ts';

/** What the archive itself puts into a block is no text of the paper. */
const NOT_PRINTED = '.mark, button, [aria-hidden="true"], .hidden';

/**
 * `<hit-marks base="/">` in an article: where the address says what was looked for (`?hl=`), marks every hit,
 * shows the first or the one that the address names (`#hit-3`), and leads from hit to hit.
 */
class HitMarks extends HTMLElement {
  #marks: HTMLElement[][] = [];
  #current = 0;

  async connectedCallback(): Promise<void> {
    const parameters = new URLSearchParams(location.search);
    const typed = parameters.get('hl')!;
    const article = this.closest('article')!;
    if (typed.trim() === '') return;
    const mode: Mode = parameters.get('mode') === 'letters' ? 'letters' : 'exact';
    // Without the map a traditional character is not found; all else is.
    const map = await new SearchFiles(this.getAttribute('base')!).characterMap().catch(() => new Map());
    const terms = phrasesOf(parseQuery(typed)).map(({ phrase, field }) => ({
      phrase: foldText(phrase, map),
      field,
    }));
    const show = () => {
      this.#marks = listParts(article).flatMap(({ element, heading }) => {
        const phrases = terms
          .filter(({ field }) => field === 'anywhere' || heading)
          .map(({ phrase }) => phrase);
        return markHits(element, phrases, mode, map);
      });
      this.#marks.forEach((marks, at) => {
        marks[0]!.id = `hit-${at + 1}`;
      });
    };
    const hide = () => {
      for (const mark of this.#marks.flat()) mark.replaceWith(...mark.childNodes);
      article.normalize();
    };
    show();
    this.#drawBar(show, hide);
    if (this.#marks.length > 0) {
      const named = Number(/^#hit-(\d+)$/u.exec(location.hash)?.[1] ?? 1);
      this.#goTo(Math.min(Math.max(named, 1), this.#marks.length) - 1);
    }
  }

  #drawBar(show: () => void, hide: () => void): void {
    const total = this.#marks.length;
    const status = make(
      'span',
      { role: 'status', 'data-hit-status': true },
      total === 0 ? '本篇没有标出之处' : '',
    );
    const step = (label: string, by: number) => {
      const button = make('button', { type: 'button', disabled: total < 2 }, label);
      button.addEventListener('click', () => this.#goTo((this.#current + by + total) % total));
      return button;
    };
    const steps = [step('上一处', -1), step('下一处', 1)];
    const toggle = make(
      'button',
      { type: 'button', 'aria-pressed': 'true', 'data-hit-toggle': true },
      '标出',
    );
    toggle.addEventListener('click', () => {
      const on = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.setAttribute('aria-pressed', String(on));
      if (on) show();
      else hide();
      for (const button of steps) button.disabled = !on || total < 2;
      status.textContent = on ? '' : '未标出';
      if (on && total > 0) this.#goTo(this.#current);
    });
    this.replaceChildren(
      make('div', { class: 'hit-bar', role: 'group', 'aria-label': '检索标记' }, status, ...steps, toggle),
    );
  }

  #goTo(at: number): void {
    for (const mark of this.#marks[this.#current]!) mark.removeAttribute('aria-current');
    this.#current = at;
    const marks = this.#marks[at]!;
    for (const mark of marks) mark.setAttribute('aria-current', 'true');
    marks[0]!.scrollIntoView({ block: 'center' });
    this.querySelector('[data-hit-status]')!.textContent = `第 ${at + 1} 处，共 ${this.#marks.length} 处`;
  }
}

/** Headline, kicker, deck, then the blocks by their number: the order in which hits are counted everywhere. */
function listParts(article: Element): { element: Element; heading: boolean }[] {
  const heading = ['.head .headline', '.head .kicker', '.head .deck']
    .flatMap((selector) => [...article.querySelectorAll(selector)].slice(0, 1))
    .map((element) => ({ element, heading: true }));
  const number = (element: Element) => Number((element as HTMLElement).dataset.block?.slice(1));
  const blocks = [...article.querySelectorAll('[data-block]')].sort((a, b) => number(a) - number(b));
  return [...heading, ...blocks.map((element) => ({ element, heading: false }))];
}

/**
 * Marks every hit of some phrases in an element. A hit that runs over markup gets a mark in each piece; hits
 * that overlap are marked as one.
 *
 * @param phrases folded
 * @returns the marks of each hit, in order
 */
function markHits(
  element: Element,
  phrases: readonly string[],
  mode: Mode,
  map: CharacterMap,
): HTMLElement[][] {
  const nodes: { node: Text; start: number }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest(NOT_PRINTED)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const folded = fold(text, map);
  const ranges = mergeRanges(
    phrases
      .flatMap((phrase) => findPhrase(folded.text, phrase, mode))
      .map(([from, to]): Range => originOf(folded, from, to)),
  );
  // From the end, so that what is before keeps its place.
  const marks = ranges.map((): HTMLElement[] => []);
  for (let at = ranges.length - 1; at >= 0; at--) {
    const [from, to] = ranges[at]!;
    for (const { node, start } of nodes) {
      const begin = Math.max(from - start, 0);
      const end = Math.min(to - start, node.data.length);
      if (begin >= end) continue;
      const piece = node.splitText(begin);
      piece.splitText(end - begin);
      const mark = make('mark', { class: 'hit' });
      piece.replaceWith(mark);
      mark.append(piece);
      marks[at]!.push(mark);
    }
  }
  return marks;
}

customElements.define('hit-marks', HitMarks);
