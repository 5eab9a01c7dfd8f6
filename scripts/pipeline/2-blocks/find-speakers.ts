import { SPEAKER } from './openers.ts';
import type { Row } from './row.ts';

/** Whoever has so many turns speaks; 望闻问切：给老树把脉 stands once, over a part of the talk. */
const FEWEST_TURNS = 2;

/** Who speaks in the talks of a page, as the paper prints it at the head of a turn: 记者：, 喻长荫：. */
export function findSpeakers(rows: readonly Row[]): ReadonlySet<string> {
  const turns = new Map<string, number>();
  for (const { strand } of rows) {
    const speaker = SPEAKER.exec(strand.text)?.[0];
    if (speaker) turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  }
  return new Set([...turns].filter(([, count]) => count >= FEWEST_TURNS).map(([speaker]) => speaker));
}
