import { cleanText } from '../../scripts/pipeline/index.ts';
import type { Span } from '../model.ts';
import { characterAt, type PageCharacters } from './page-characters.ts';

/**
 * The characters of a scan in the order in which the machine reads them: article by article, what stands over the text
 * first, then block by block; at the end what it gives to none, in the order of the scan. A hint where to look, and no
 * more: the text itself is compared letter by letter.
 *
 * @param characters of the scan
 * @returns indexes of all characters, each once
 */
export function readingOrder(characters: PageCharacters): Int32Array {
  const total = characters.raw.length;
  const order = new Int32Array(total);
  const taken = new Uint8Array(total);
  let count = 0;
  const take = (index: number) => {
    if (taken[index]) return;
    taken[index] = 1;
    order[count++] = index;
  };
  const takeSpans = (spans: readonly Span[] = []) => {
    for (const [line, from, to] of spans) {
      if (line > characters.lines.length) continue;
      const end = characters.firstOfLine[line]!;
      for (let i = characterAt(characters, line, from); i < end && characters.offset[i]! < to; i++) take(i);
    }
  };
  for (const { spans, blocks } of cleanText(characters.lines.join('\n'), { scan: '' }).articles) {
    for (const role of ['section', 'kicker', 'headline', 'deck', 'jump'] as const) takeSpans(spans[role]);
    for (const { source } of blocks) takeSpans(source);
  }
  for (let index = 0; index < total; index++) take(index);
  return order;
}
