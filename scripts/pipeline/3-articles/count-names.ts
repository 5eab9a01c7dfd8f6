import { rarityOf } from '../continuations.ts';

/** A run of three characters is a name or a term from here on, the rarer the surer (逄立算, 申屠平). */
const RARE = 15;
const NAME = /^\p{Script=Han}{3}$/u;

/**
 * How many names and terms each two texts of a page have in common that stand in no other text of it.
 * @returns by number of the one text, then of the other
 */
export function countNames(texts: readonly string[]): number[][] {
  const holders = new Map<string, number[]>();
  texts.forEach((text, b) => {
    for (let i = 3; i <= text.length; i++) {
      const run = text.slice(i - 3, i);
      const held = holders.get(run);
      if (!held) holders.set(run, [b]);
      else if (held.at(-1) !== b) held.push(b);
    }
  });
  const counts = texts.map(() => texts.map(() => 0));
  for (const [run, held] of holders) {
    const [a, b] = held as [number, number];
    if (held.length !== 2 || !NAME.test(run)) continue;
    if (rarityOf(run.charCodeAt(0), run.charCodeAt(1), run.charCodeAt(2)) <= RARE) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      (counts[one] as number[])[other] = ((counts[one] as number[])[other] as number) + 1;
  }
  return counts;
}
