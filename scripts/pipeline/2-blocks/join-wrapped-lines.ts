import { isWide } from '../characters.ts';
import { joinStrands, type Strand, startOf } from '../strand.ts';
import { LETTER_WRITER } from './byline-forms.ts';
import { closeSpaces } from './close-spaces.ts';
import { continuesNameList, isNameList, jointOfBylines, jointOfNames } from './name-lists.ts';
import type { Block, BlocksState, Row } from './row.ts';

/** Between wide characters a line break is nothing; between Latin words it was a space (CSS Text 3). */
function joint(left: Strand, right: Strand): string {
  const last = left.text.charCodeAt(left.text.length - 1);
  const first = right.text.charCodeAt(0);
  const latin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (isNameList(left.text) && continuesNameList(right.text)) return jointOfNames(left.text, right.text);
  if (isWide(last) || isWide(first)) return jointOfBylines(left.text, right.text) ?? '';
  return latin(last) && latin(first) ? ' ' : '';
}

function makeBlock(rows: readonly Row[]): Block {
  const first = rows[0] as Row;
  const kind = first.kind === 'text' ? 'paragraph' : first.kind;
  const joined = joinStrands(
    rows.map((row) => row.strand),
    joint,
  );
  const signed = first.form === 'alone' && LETTER_WRITER.test(joined.text);
  const strand = closeSpaces(joined, kind !== 'paragraph' || signed || isNameList(joined.text));
  return {
    kind,
    strand,
    gap: first.gap,
    mark: first.mark,
    vertical: first.vertical,
    ...(first.parted ? { parted: true } : {}),
    indented: first.indented,
    rows: rows.length,
    measure: first.measure ?? 0,
    margin: rows.reduce((least, row) => Math.min(least, row.margin ?? 9), 9),
    ...(first.form ? { form: first.form } : {}),
    joints: rows.slice(1).map((row) => startOf(row.strand)),
  };
}

/** Joins the rows of each paragraph, and of captions that were set aside; every other row is a block of its own. */
export function joinWrappedLines(state: BlocksState): BlocksState {
  const blocks: Block[] = [];
  let paragraph: Row[] = [];
  let aside: Row[] = [];
  let held: Block[] = [];
  const setDown = (): void => {
    if (aside.length > 0) held.push(makeBlock(aside));
    aside = [];
  };
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push(makeBlock(paragraph));
    paragraph = [];
    blocks.push(...held);
    held = [];
  };
  for (const row of state.rows) {
    if (row.aside) {
      if (row.kind === 'credit' || row.gap > 0) setDown();
      if (row.kind === 'credit') held.push(makeBlock([row]));
      else aside.push(row);
      continue;
    }
    setDown();
    const goesOn = row.kind === 'text' && (row.place === 'middle' || row.place === 'last');
    if (!goesOn) flush();
    if (row.kind === 'text') paragraph.push(row);
    else blocks.push(makeBlock([row]));
  }
  setDown();
  flush();
  return { ...state, rows: [], blocks };
}
