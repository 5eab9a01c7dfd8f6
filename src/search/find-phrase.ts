import { isPassedOver, stripPassedOver } from './fold.ts';
import { SEPARATOR, WIDEST_GAP } from './tokens.ts';

/** How text is compared after folding. `letters`: 忽略标点. */
export type Mode = 'exact' | 'letters';

/** A hit in a folded text: first offset and the offset after the last. */
export type Range = [from: number, to: number];

/**
 * Every place of a phrase in a text without separators, overlapping ones too: `哈哈` stands twice in `哈哈哈`.
 *
 * @param text folded
 * @param phrase folded
 */
export function findPhrase(text: string, phrase: string, mode: Mode): Range[] {
  return mode === 'exact' ? findExact(text, phrase) : findLetters(text, phrase);
}

function findExact(text: string, phrase: string): Range[] {
  const found: Range[] = [];
  if (phrase === '') return found;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    found.push([at, at + phrase.length]);
  }
  return found;
}

function findLetters(text: string, phrase: string): Range[] {
  const wanted = stripPassedOver(phrase);
  // A phrase of nothing but punctuation can only be meant as typed.
  if (wanted === '') return findExact(text, phrase);
  let letters = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isPassedOver(text.charCodeAt(at))) continue;
    if (origin.length > 0 && at - origin.at(-1)! > WIDEST_GAP + 1) {
      letters += SEPARATOR;
      origin.push(at - 1);
    }
    letters += text[at];
    origin.push(at);
  }
  return findExact(letters, wanted).map(([from, to]) => [origin[from]!, origin[to - 1]! + 1]);
}

/** Overlapping and touching ranges made one, in order: what is marked. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
