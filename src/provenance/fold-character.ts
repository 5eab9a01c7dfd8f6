import { codeAt } from '../code-at.ts';
import type { ChangeKind } from '../model.ts';

const SPACE = /\s/u;

/** Is this UTF-16 unit white space? Only what is not white space is counted in an account. */
function isSpace(unit: string): boolean {
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
  // What was lost on the way is published as a missing character.
  '□\ufffc\ufffd',
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

/** The letters of a text: those that are not white space, folded, and where each stands. */
export interface FoldedText {
  key: string;
  /** UTF-16 offset of each of them. */
  at: Int32Array;
}

const UNKNOWN = 0;
const WHITE = 1;
const LETTER = 2;
/** What a unit is, and what it is folded to, by its code: every text of an archive is folded several times. */
const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

function learn(code: number): number {
  const unit = String.fromCharCode(code);
  kinds[code] = isSpace(unit) ? WHITE : LETTER;
  folds[code] = foldCharacter(unit).charCodeAt(0);
  return kinds[code]!;
}

let places = new Int32Array(4096);
let codes = new Uint16Array(4096);

/** Folds a text letter by letter, as {@link foldCharacter} does, without white space. */
export function foldText(text: string): FoldedText {
  if (codes.length < text.length) {
    places = new Int32Array(text.length * 2);
    codes = new Uint16Array(text.length * 2);
  }
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = codeAt(text, at);
    const kind = kinds[code] === UNKNOWN ? learn(code) : kinds[code];
    if (kind === WHITE) continue;
    codes[count] = folds[code]!;
    places[count++] = at;
  }
  return { key: Buffer.from(codes.buffer, 0, count * 2).toString('utf16le'), at: places.slice(0, count) };
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
