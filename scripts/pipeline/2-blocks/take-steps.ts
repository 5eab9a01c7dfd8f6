import { joinStrands, sliceStrand, trimStrand } from '../strand.ts';
import { makeRow, type Row } from './row.ts';
import { isVerticalStep } from './vertical-steps.ts';

const STEPS_BEFORE =
  /^(?!记者|文|图|编辑)((?:[\p{Script=Han}“”Ⅲ]{1,2}|[0-9]{1,2}\p{Script=Han}?) ){1,2}(?=\S{5}|\S+ \S{3})/u;
const STEPS_INSIDE = /(?<=[^ ]{5} )(?:\p{Script=Han} ){1,3}(?=[^ ]{4})/u;
/** Rows of a vertical headline that stand between rows of text, and changes from one to the other. */
const FEWEST_STEPS = 3;
const FEWEST_CHANGES = 5;
/** Narrower rows (em) are no rows of text. */
export const NARROWEST_TEXT = 10;

/** Takes a vertical headline out of the rows that stand beside it: its steps, and the rows without them. */
export function takeSteps(run: readonly Row[]): { steps: Row[]; rest: Row[] } | undefined {
  const isStep = run.map((row) => isVerticalStep(row, 2));
  let changes = 0;
  let count = 0;
  let beside = false;
  run.forEach((row, i) => {
    const step = isStep[i] as boolean;
    if (step || STEPS_BEFORE.test(row.strand.text)) count++;
    if ((step && beside) || (!step && !beside && row.width >= NARROWEST_TEXT)) {
      changes++;
      beside = !step;
    }
  });
  if (count < FEWEST_STEPS || changes < FEWEST_CHANGES) return undefined;
  const steps: Row[] = [];
  const rest: Row[] = [];
  run.forEach((row, i) => {
    if (isStep[i]) {
      steps.push(row);
      return;
    }
    const { strand } = row;
    const before = STEPS_BEFORE.exec(strand.text);
    const inside = before ?? STEPS_INSIDE.exec(strand.text);
    if (!inside) {
      rest.push(row);
      return;
    }
    const end = inside.index + inside[0].length;
    steps.push(makeRow(trimStrand(sliceStrand(strand, inside.index, end)), 0));
    const left = joinStrands([
      sliceStrand(strand, 0, inside.index),
      sliceStrand(strand, end, strand.text.length),
    ]);
    rest.push(makeRow(trimStrand(left), row.gap, { indented: row.indented, mark: row.mark }));
  });
  return { steps, rest };
}
