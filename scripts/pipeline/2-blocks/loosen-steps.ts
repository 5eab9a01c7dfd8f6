import { sliceStrand, trimStrand } from '../strand.ts';
import { matchCreditAtEnd } from './byline-forms.ts';
import { type BlocksState, makeRow, type Row } from './row.ts';
import { isVerticalStep } from './vertical-steps.ts';
import { weighGoingOn } from './weigh-going-on.ts';

/** Fewest steps of a vertical headline that stand one after another where one of them may have been torn off. */
const FEWEST = 3;
/** So many characters beside a joint are asked. */
const REACH = 4;
/** Evidence (nats) that a character with a space beside it belongs to what stands beyond the space. */
const SPACED = -2;
/** So much likelier (nats) a character goes on with the steps than with its row, which holds the pair in any case. */
const ENOUGH = 1;
/** Shorter rows (characters) are steps themselves, of two lines side by side. */
const SHORTEST_ROW = 6;

const HAN = /^\p{Script=Han}$/u;

/**
 * Parts the first or the last character of a row from it where it is a step of the vertical headline that stands below or
 * above.
 * @param steps the steps as one text
 * @param end which end of the row the steps touch
 * @returns undefined where it belongs to the row
 */
function partStep(
  row: Row,
  steps: string,
  end: 'first' | 'last',
  { pairs }: BlocksState,
): { step: Row; rest: Row } | undefined {
  const { kind, strand } = row;
  const { text } = strand;
  const at = end === 'first' ? 1 : text.length - 1;
  const [left, right] = [text.slice(0, at), text.slice(at)];
  const torn = end === 'first' ? left : right;
  if (kind !== 'text' || text.length < SHORTEST_ROW || !HAN.test(torn)) return undefined;
  if (end === 'last' && matchCreditAtEnd(text)) return undefined;
  const weigh = (before: string, behind: string): number =>
    weighGoingOn(before.slice(-REACH), behind.slice(0, REACH), pairs);
  const spaced = left.endsWith(' ') || right.startsWith(' ');
  const own = spaced ? SPACED : weigh(left, right);
  const others = end === 'first' ? weigh(steps, torn) : weigh(torn, steps);
  if (others - own < ENOUGH) return undefined;
  const [before, behind] = [
    trimStrand(sliceStrand(strand, 0, at)),
    trimStrand(sliceStrand(strand, at, text.length)),
  ];
  return end === 'first'
    ? { step: makeRow(before, 0), rest: makeRow(behind, 1) }
    : {
        step: makeRow(behind, 1),
        rest: makeRow(before, row.gap, { indented: row.indented, mark: row.mark }),
      };
}

/**
 * Gives a vertical headline the step back that stands level with a row of text beside it: the scanner put it at the end
 * of the row above the other steps (…工作一 / 颗 / 螺 / 钉) or at the beginning of the row below them (多 / 起 / 来下载软件…). No
 * blank line stands between, and the characters tell where it belongs.
 */
export function loosenSteps(state: BlocksState): BlocksState {
  const { rows } = state;
  const out: Row[] = [];
  let changed = false;
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while (end < rows.length && isVerticalStep(rows[end] as Row, 1) && (end === i || rows[end]?.gap === 0))
      end++;
    if (end - i < FEWEST) {
      end = Math.max(end, i + 1);
      out.push(...rows.slice(i, end));
      i = end;
      continue;
    }
    const steps = rows.slice(i, end);
    const text = steps.map(({ strand }) => strand.text).join('');
    const above = out.at(-1);
    const below = rows[end];
    const before = above && steps[0]?.gap === 0 ? partStep(above, text, 'last', state) : undefined;
    const behind = below?.gap === 0 ? partStep(below, text, 'first', state) : undefined;
    if (before) {
      out[out.length - 1] = before.rest;
      out.push(before.step);
    }
    out.push(...steps);
    i = end;
    if (behind) {
      out.push(behind.step, behind.rest);
      i++;
    }
    changed ||= before !== undefined || behind !== undefined;
  }
  return changed ? { ...state, rows: out } : state;
}
