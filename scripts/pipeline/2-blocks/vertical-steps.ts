import type { Row } from './row.ts';

// What stands on one step of a vertical line: one character, a number or a dash.
const STEP = String.raw`\p{Script=Han}|[“”‘’（）《》〈〉，、：；！？·…—+]|——|……|[0-9A-Za-z]{1,4}|[0-9.]{1,5}%?`;
const ONE_STEP = new RegExp(`^(?:${STEP})$`, 'u');
// 渡 停: the steps of two vertical lines that stand side by side.
const STEP_OR_TWO = new RegExp(
  `^(?:${STEP}|[\\p{Script=Han}“”‘’！？·]{2}|[0-9]{1,3}\\p{Script=Han}|\\p{Script=Han}[0-9])$`,
  'u',
);
/** No step is longer (characters): most rows need no look at the pattern. */
const LONGEST = 5;

/**
 * Is a row one step of a vertical headline, which the scanner gives a row of its own?
 * @param lines how many vertical lines may stand side by side
 */
export function isVerticalStep({ kind, strand }: Row, lines: 1 | 2): boolean {
  if (kind !== 'text' || strand.text.length > LONGEST) return false;
  return (lines === 1 ? ONE_STEP : STEP_OR_TWO).test(strand.text);
}
