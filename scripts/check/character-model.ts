import type { Article } from '../../src/model.ts';
import { textsOf } from './article-texts.ts';

const HAN = /\p{Script=Han}/u;
const RUN_OF_HAN = /\p{Script=Han}+/gu;

/**
 * What the archive's own text knows of characters: in how many articles a character stands, and in how many
 * two characters stand next to each other. An article is never judged by itself.
 */
export class CharacterModel {
  readonly #single = new Map<string, number>();
  readonly #pairs = new Map<string, number>();
  readonly #triples = new Map<string, number>();

  constructor(articles: readonly Article[]) {
    for (const article of articles) {
      const [single, pairs, triples] = [new Set<string>(), new Set<string>(), new Set<string>()];
      for (const { text } of textsOf(article)) {
        for (const [run] of text.matchAll(RUN_OF_HAN)) {
          for (let at = 0; at < run.length; at++) {
            single.add(run[at]!);
            if (at + 1 < run.length) pairs.add(run.slice(at, at + 2));
            if (at + 2 < run.length) triples.add(run.slice(at, at + 3));
          }
        }
      }
      for (const [set, map] of [
        [single, this.#single],
        [pairs, this.#pairs],
        [triples, this.#triples],
      ] as const)
        for (const key of set) map.set(key, (map.get(key) ?? 0) + 1);
    }
  }

  /** In how many articles does a run of one to three characters stand? */
  articlesWith(run: string): number {
    return ([this.#single, this.#pairs, this.#triples][run.length - 1]?.get(run) ?? 0) as number;
  }
}

/** Is it a Chinese character? */
export const isHan = (character: string | undefined) => character !== undefined && HAN.test(character);
