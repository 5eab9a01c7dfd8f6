import { type BlocksState, makeRow, type Row } from './row.ts';
import { isVerticalStep } from './vertical-steps.ts';
import { gatherPairs, type RunningText } from './weigh-join.ts';
import { type PartedSteps, partSteps } from './weigh-woven-steps.ts';

const PIECE = String.raw`[\p{Script=Han}0-9A-Za-z“”‘’《》（），、：！？·—…%]{1,4}`;
/** 八千 北屏半: what stands side by side in one or two vertical lines. */
const WOVEN = new RegExp(`^${PIECE}(?: ${PIECE})?$`, 'u');
/** 本报记者 何满: a byline stands in a row like this as well. */
const NAMED = /记者|通讯员|摄|文\/|图\//u;
/** No longer row (characters) is one of steps; where nothing stands side by side, no longer than the second. */
const LONGEST = 9;
const LONGEST_ALONE = 3;
/** Rows, rows of more than one character, and Chinese characters of the least run; no headline has more rows. */
const FEWEST = { rows: 4, wide: 2, characters: 6 } as const;
const MOST_ROWS = 48;
/** So many runs of a text at most are tried as two lines, which takes time: no page has as many headlines. */
const MOST_TRIED = 40;
/**
 * So much evidence (nats) speaks for a headline: of one line; of two where steps stand side by side, which hardly are
 * anything else; of two against one where none do.
 */
const ENOUGH = { one: 0, abreast: -5, two: 15 } as const;
/**
 * One line that reads so well (nats for each joint), or has fewer rows, is not read as two: of 40 runs that were two lines
 * 38 read worse as one, and none had fewer than 18 rows.
 */
const PLAIN = -0.2;
const FEWEST_OF_TWO = 12;

const isWoven = ({ kind, strand: { text } }: Row): boolean =>
  kind === 'text' && text.length <= LONGEST && WOVEN.test(text) && !NAMED.test(text);

/** Parts steps into so many lines, undefined where they cannot be parted so. */
type Part = (steps: readonly Row[], lines: 1 | 2) => PartedSteps | undefined;

/** Parts a run of steps where it is a headline that was read across; undefined where it is something else. */
function readSteps(steps: readonly Row[], part: Part): PartedSteps | undefined {
  if (steps.length < FEWEST.rows || steps.length > MOST_ROWS) return undefined;
  const texts = steps.map(({ strand }) => strand.text);
  if ((texts.join('').match(/\p{Script=Han}/gu)?.length ?? 0) < FEWEST.characters) return undefined;
  if (!texts.some((text) => text.length <= 2)) return undefined;
  if (texts.some((text) => text.includes(' '))) {
    const two = part(steps, 2);
    return two && two.score >= ENOUGH.abreast ? two : undefined;
  }
  if (texts.some((text) => text.length > LONGEST_ALONE)) return undefined;
  const wide = steps.filter((step) => !isVerticalStep(step, 1)).length;
  if (steps.length < FEWEST_OF_TWO && wide < FEWEST.wide) return undefined;
  const one = part(steps, 1);
  const plain = steps.length < FEWEST_OF_TWO || (one !== undefined && one.score > PLAIN * one.joints);
  const two = plain ? undefined : part(steps, 2);
  if (one && two && two.score - one.score >= ENOUGH.two) return two;
  return one && wide >= FEWEST.wide && one.score >= ENOUGH.one ? one : undefined;
}

/**
 * Gathers vertical lines that were read across: two or three characters of a line come out in one row, and where two
 * lines stand side by side (kicker and headline, headline and deck), what is level with each other: 八千 北屏半 / 程 /
 * 双跑 马拉 / 松, or 区 / 情 / 领 / 暖 / 导 where none is quite level. Blank lines stand before and behind. The words
 * tell which character belongs to which line; the line to the right is read first.
 */
export function partWovenSteps(state: BlocksState): BlocksState {
  const { rows } = state;
  const out: Row[] = [];
  let running: RunningText | undefined;
  let tried = 0;
  const part: Part = (steps, lines) => {
    if (lines === 2 && ++tried > MOST_TRIED) return undefined;
    running ??= gatherPairs([
      rows.flatMap(({ strand }) => (strand.text.length > LONGEST ? [strand.text] : [])).join(''),
    ]);
    return partSteps(steps, lines, running);
  };
  let changed = false;
  for (let i = 0; i < rows.length; ) {
    let end = i + 1;
    if (isWoven(rows[i] as Row))
      while (end < rows.length && (rows[end] as Row).gap === 0 && isWoven(rows[end] as Row)) end++;
    const steps = rows.slice(i, end);
    const first = steps[0] as Row;
    const apart = (i === 0 || first.gap > 0) && (rows[end]?.gap ?? 1) > 0;
    i = end;
    const parted = apart ? readSteps(steps, part) : undefined;
    if (!parted) {
      for (const step of steps) out.push(step);
      continue;
    }
    for (const line of parted.lines)
      out.push(makeRow(line, first.gap, { kind: 'heading', vertical: true, indented: first.indented }));
    changed = true;
  }
  return changed ? { ...state, rows: out } : state;
}
