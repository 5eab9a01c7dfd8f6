import { codeAt } from '../../code-at.ts';

/** A phrase that is looked for; without a name it only keeps others from being found inside it. */
export interface Phrase<T> {
  text: string;
  name?: T;
}

/** A name found in a text: UTF-16 offsets `[from, to)`. */
export interface NameMatch<T> {
  from: number;
  to: number;
  name: T;
}

interface Node<T> {
  /** By UTF-16 code: a character out of a text would be a string of its own each time. */
  next: Map<number, Node<T>>;
  phrase?: Phrase<T>;
}

const NONE = 0;
const WITH_ANOTHER = 1;
const ALONE = 2;
const placeOf = (first: number, second: number): number => (Math.imul(first, 0x9e5) ^ second) & 0xffff;

/**
 * Makes a matcher for many phrases. From left to right the longest phrase at a place wins, and nothing is found
 * inside it: 丽泽城市航站楼 is no mention of 丽泽.
 *
 * @param phrases names with all their forms, and phrases that hold a name without being one (大兴调查研究)
 */
export function makeMatcher<T>(phrases: Iterable<Phrase<T>>): (text: string) => NameMatch<T>[] {
  const root: Node<T> = { next: new Map() };
  // Most characters begin no name, and of those that do most stand beside another second character than in a name:
  // they are passed over without a look into the tree. Pairs that share a place only cost that look.
  const begins = new Uint8Array(0x10000);
  const pairs = new Uint8Array(0x10000);
  for (const phrase of phrases) {
    let node = root;
    if (phrase.text.length === 1) begins[phrase.text.charCodeAt(0)] = ALONE;
    else if (phrase.text !== '') {
      const first = phrase.text.charCodeAt(0);
      if (begins[first] === NONE) begins[first] = WITH_ANOTHER;
      pairs[placeOf(first, phrase.text.charCodeAt(1))] = 1;
    }
    for (let i = 0; i < phrase.text.length; i++) {
      const unit = phrase.text.charCodeAt(i);
      let next = node.next.get(unit);
      if (!next) {
        next = { next: new Map() };
        node.next.set(unit, next);
      }
      node = next;
    }
    // A phrase that is also a name is one.
    if (!node.phrase?.name) node.phrase = phrase;
  }
  return (text) => {
    const found: NameMatch<T>[] = [];
    for (let from = 0; from < text.length; from++) {
      const first = codeAt(text, from);
      const begun = begins[first];
      if (begun === NONE) continue;
      // Past the end of the text there is no pair: NaN is taken for 0.
      if (begun === WITH_ANOTHER && pairs[placeOf(first, codeAt(text, from + 1))] === 0) continue;
      let node = root.next.get(first);
      let longest: Phrase<T> | undefined;
      for (let at = from + 1; node; at++) {
        if (node.phrase) longest = node.phrase;
        node = at < text.length ? node.next.get(codeAt(text, at)) : undefined;
      }
      if (!longest) continue;
      const to = from + longest.text.length;
      if (longest.name !== undefined) found.push({ from, to, name: longest.name });
      from = to - 1;
    }
    return found;
  };
}
