/** Characters of a name or a term that links two paragraphs. */
const LENGTH = 3;
/** Paragraphs so far apart are still linked; what stands in more paragraphs than the most is a word of the page. */
const REACH = 6;
const MOST = 8;

/** Han characters of the basic plane, counted from 1. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const HAN = LAST_HAN - FIRST_HAN + 2;
/** Spreads the runs over the table. */
const FACTOR = 0x01000193;
const SPREAD = 7;

/**
 * Names and terms that the text before and behind each gap have in common: runs of three characters that stand in few
 * paragraphs of the page, the rarer and the nearer the more.
 * @returns by paragraph after the gap, what links across it
 */
export function linkParagraphs(paragraphs: readonly string[]): Float64Array {
  const count = paragraphs.length;
  let room = 64;
  for (const text of paragraphs) room += 2 * text.length;
  const size = 2 ** Math.ceil(Math.log2(room));
  // A hash table of the runs: the run itself, how many paragraphs have it, the last of them.
  const keys = new Float64Array(size);
  const counts = new Int32Array(size);
  const lasts = new Int32Array(size);
  const links: number[] = []; // the place of the run and two paragraphs that it links
  for (let p = 0; p < count; p++) {
    const text = paragraphs[p] as string;
    let pair = 0;
    let length = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < FIRST_HAN || code > LAST_HAN) {
        length = 0;
        pair = 0;
        continue;
      }
      const character = code - FIRST_HAN + 1;
      const before = pair;
      pair = (pair % HAN) * HAN + character;
      if (++length < LENGTH) continue;
      const run = before * HAN + character;
      let at = ((Math.imul(before, FACTOR) ^ Math.imul(character, FACTOR * 3)) >>> SPREAD) & (size - 1);
      while (keys[at] !== 0 && keys[at] !== run) at = (at + 1) & (size - 1);
      if (keys[at] === 0) {
        keys[at] = run;
        counts[at] = 1;
        lasts[at] = p;
        continue;
      }
      const last = lasts[at] as number;
      if (last === p) continue;
      counts[at] = (counts[at] as number) + 1;
      lasts[at] = p;
      if (p - last <= REACH) links.push(at, last, p);
    }
  }
  const weights = new Float64Array(count + 1);
  const log = Math.log(count + 1);
  for (let k = 0; k < links.length; k += 3) {
    const held = counts[links[k] as number] as number;
    if (held > MOST) continue;
    const a = links[k + 1] as number;
    const b = links[k + 2] as number;
    const weight = (1 - Math.log(held) / log) / (b - a);
    for (let g = a + 1; g <= b; g++) weights[g] = (weights[g] as number) + weight;
  }
  return weights;
}
