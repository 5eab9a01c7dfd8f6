import type { Article } from '../../src/model.ts';
import { PairTable, pairAt } from '../pipeline/pair-table.ts';
import { textsOf } from './article-texts.ts';

const RUN_OF_HAN = /\p{Script=Han}+/gu;

/**
 * What the archive's own text knows of characters: in how many articles a character stands, and in how many
 * two characters stand next to each other. An article is never judged by itself.
 */
export class CharacterModel {
  readonly #runs = new PairTable(USUAL_RUNS);
  /** By number of the run: in how many articles it stands, and the last of these. */
  #counts = new Uint32Array(USUAL_RUNS);
  #lasts = new Uint32Array(USUAL_RUNS);

  constructor(articles: readonly Article[]) {
    articles.forEach((article, index) => {
      for (const { text } of textsOf(article)) {
        for (const [run] of text.matchAll(RUN_OF_HAN)) {
          for (let at = 0; at < run.length; at++) {
            this.#count(run.charCodeAt(at), index + 1);
            if (at + 1 < run.length) this.#count(pairAt(run, at + 1), index + 1);
          }
        }
      }
    });
  }

  #count(run: number, article: number): void {
    const number = this.#runs.add(run);
    if (number >= this.#counts.length) {
      this.#counts = grow(this.#counts);
      this.#lasts = grow(this.#lasts);
    }
    if (this.#lasts[number] === article) return;
    this.#lasts[number] = article;
    this.#counts[number]! += 1;
  }

  /** In how many articles does a character stand, or two characters next to each other? */
  articlesWith(run: string): number {
    return this.#counts[this.#runs.find(run.length === 1 ? run.charCodeAt(0) : pairAt(run, 1))] ?? 0;
  }
}

/** An archive of some hundred articles has about so many characters and pairs; the table grows with it. */
const USUAL_RUNS = 1 << 16;

function grow(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
