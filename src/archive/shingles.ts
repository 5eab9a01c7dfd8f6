const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const SURROGATE = /[\ud800-\udfff]/;

/**
 * The overlapping runs of characters of a text, punctuation and spaces left out: what two printings of one
 * text share even where their lines, marks and single characters differ.
 *
 * @param text any text
 * @param length characters in a run
 */
export function shinglesOf(text: string, length = 4): Set<string> {
  const letters = text.replace(NO_LETTER_OR_DIGIT, '');
  const shingles = new Set<string>();
  if (!SURROGATE.test(letters)) {
    // Each unit is a character: runs are cut out as they stand.
    if (letters !== '' && letters.length < length) shingles.add(letters);
    for (let at = 0; at + length <= letters.length; at++) shingles.add(letters.slice(at, at + length));
    return shingles;
  }
  const characters = [...letters];
  if (characters.length > 0 && characters.length < length) shingles.add(characters.join(''));
  for (let at = 0; at + length <= characters.length; at++)
    shingles.add(characters.slice(at, at + length).join(''));
  return shingles;
}

/**
 * How much of the smaller of two sets lies in the other, 0 to 1.
 */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / small.size;
}
