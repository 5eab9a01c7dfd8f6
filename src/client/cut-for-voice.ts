/** Voices from the network fall silent in the middle of what takes longer than about fifteen seconds. */
const LONGEST = 80;
const SENTENCE = /[^。！？；…]*[。！？；…]+[”’）》]*|[^。！？；…]+$/gu;
const CLAUSE = /[^，、：—]*[，、：—]+|[^，、：—]+$/gu;

/**
 * Cuts a paragraph into pieces that a voice reads without losing its breath: sentences, and clauses of long
 * ones. The pieces together are the paragraph.
 *
 * @param text of one block
 * @returns pieces without what holds no word
 */
export function cutForVoice(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of text.match(SENTENCE) ?? []) {
    if (sentence.length <= LONGEST) {
      pieces.push(sentence);
      continue;
    }
    let piece = '';
    for (const clause of sentence.match(CLAUSE) ?? []) {
      if (piece !== '' && piece.length + clause.length > LONGEST) {
        pieces.push(piece);
        piece = '';
      }
      piece += clause;
    }
    if (piece !== '') pieces.push(piece);
  }
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
