import type { ChangeKind } from '../model.ts';

const SPACE = /\s/u;

/** Is this UTF-16 unit white space? Only what is not white space is counted in an account. */
export function isSpace(unit: string): boolean {
  return SPACE.test(unit);
}

// One printed mark in its several codings: forms for vertical type, ASCII, full width.
const SAME_MARKS: readonly string[] = [
  '“"﹃『〝',
  '”﹄』〞',
  "‘'﹁「",
  '’﹂」',
  '，,︐',
  '、︑',
  '。︒｡',
  '：:︓',
  '；;︔',
  '！!︕',
  '？?︖',
  '（(︵',
  '）)︶',
  '《︽',
  '》︾',
  '〈︿',
  '〉﹀',
  '【︻',
  '】︼',
  '｛{︷',
  '｝}︸',
  '—︱',
  '…︙',
  '～~',
];

const markOf = new Map<string, string>();
for (const marks of SAME_MARKS) for (const mark of marks) markOf.set(mark, marks[0]!);

const QUOTES = /^[“”‘’"'「」『』﹁﹂﹃﹄〝〞]$/u;
const ASCII_MARK = /^[!-/:-@[-`{-~]$/u;
const RADICAL = /^[\u2e80-\u2fdf]$/u;
const HAN = /^\p{Script=Han}$/u;

const keys = new Map<string, string>();

/**
 * The key by which a character of the scan and a published one are the same character: its coding is folded,
 * never its meaning. One UTF-16 unit in, one out.
 */
export function foldCharacter(unit: string): string {
  let key = keys.get(unit);
  if (key === undefined) {
    key = markOf.get(unit);
    if (key === undefined) {
      const folded = unit.normalize('NFKC');
      key = folded.length === 1 ? (markOf.get(folded) ?? folded) : unit;
    }
    keys.set(unit, key);
  }
  return key;
}

/** Names what was done where `before` stands in the scan and `after` in the published text. */
export function nameReplacement(before: string, after: string): ChangeKind {
  if (QUOTES.test(before) && QUOTES.test(after)) {
    const vertical = /[﹁﹂﹃﹄]/u.test(before);
    return vertical && foldCharacter(before) === foldCharacter(after) ? 'form-folded' : 'quote-turned';
  }
  if (foldCharacter(before) === foldCharacter(after)) {
    if (ASCII_MARK.test(before) && foldCharacter(before) === after) return 'punctuation-widened';
    if (foldCharacter(before) === after || before.normalize('NFKC') === after) return 'form-folded';
    return 'edited';
  }
  if (RADICAL.test(before) && HAN.test(after) && !RADICAL.test(after)) return 'form-folded';
  if (before !== '' && before.normalize('NFC') === after) return 'form-folded';
  return 'edited';
}
