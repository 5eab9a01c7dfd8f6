import { LINE_SIGNS } from './headline-words.ts';

/** Lengths of lines, by the first that is too long. */
const LENGTHS = { to4: 5, to7: 8, to10: 11, to13: 14, to17: 18, to22: 23, longer: Number.POSITIVE_INFINITY };
const LENGTH_PAIRS = Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][];
/** What the form of a line says of its role, beside its words. */
const FORM_SIGNS = { clause: /[，：；]/u, dash: /^——/u } as const;
const SIGN_PAIRS = [...Object.entries(FORM_SIGNS), ...Object.entries(LINE_SIGNS)] as [LineSign, RegExp][];

/** What tells the role of a line of a stack: its length, its form, its words. */
export type LineSign = 'always' | keyof typeof LENGTHS | keyof typeof FORM_SIGNS | keyof typeof LINE_SIGNS;

/** Lines whose signs are remembered: each line of a page is asked for several times, with each of its neighbours. */
const MOST_KNOWN = 2000;
const known = new Map<string, readonly LineSign[]>();

/** Reads what tells the role of a line. */
export function readLineSigns(text: string): readonly LineSign[] {
  const before = known.get(text);
  if (before) return before;
  const [length] = LENGTH_PAIRS.find(([, end]) => text.length < end) as (typeof LENGTH_PAIRS)[number];
  const signs: readonly LineSign[] = [
    'always',
    length,
    ...SIGN_PAIRS.filter(([, sign]) => sign.test(text)).map(([name]) => name),
  ];
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, signs);
  return signs;
}
