import { LINE_SIGNS } from './headline-words.ts';

/** Lengths of lines, by the first that is too long. */
const LENGTHS = { to4: 5, to7: 8, to10: 11, to13: 14, to17: 18, to22: 23, longer: Number.POSITIVE_INFINITY };
const LENGTH_PAIRS = Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][];
/** What the form of a line says of its role, beside its words. */
const FORM_SIGNS = { clause: /[，：；]/u, dash: /^——/u } as const;
const SIGN_PAIRS = [...Object.entries(FORM_SIGNS), ...Object.entries(LINE_SIGNS)] as [LineSign, RegExp][];

/** What tells the role of a line of a stack: its length, its form, its words. */
export type LineSign = 'always' | keyof typeof LENGTHS | keyof typeof FORM_SIGNS | keyof typeof LINE_SIGNS;

/** A line of a stack, mostly the strand of its block. */
export interface LineText {
  readonly text: string;
}

/** For as long as a page is worked on: each of its lines is asked for several times, with each of its neighbours. */
const known = new WeakMap<LineText, readonly LineSign[]>();

/** Reads what tells the role of a line. */
export function readLineSigns(line: LineText): readonly LineSign[] {
  const before = known.get(line);
  if (before) return before;
  const { text } = line;
  const [length] = LENGTH_PAIRS.find(([, end]) => text.length < end) as (typeof LENGTH_PAIRS)[number];
  const signs: readonly LineSign[] = [
    'always',
    length,
    ...SIGN_PAIRS.filter(([, sign]) => sign.test(text)).map(([name]) => name),
  ];
  known.set(line, signs);
  return signs;
}
