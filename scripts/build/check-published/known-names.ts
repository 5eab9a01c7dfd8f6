/** Letters of names that are kept; the names of all our pages have some 600 with what they begin alike counted once. */
const MOST_LETTERS = 4096;
/** Codes of ASCII. */
const WIDTH = 128;

/**
 * Names of tags or attributes, each of which comes a million times: read letter by letter along those that came before,
 * each is one and the same text, and none is cut out of its page again.
 */
export class KnownNames {
  /** Where a name that was read ends, and where it began if there is none. */
  end = 0;
  private readonly first: Uint8Array;
  private readonly others: Uint8Array;
  private readonly spell: (name: string) => string;
  /** From each letter of a name to the next, by its code. */
  private readonly next = new Int16Array(MOST_LETTERS * WIDTH);
  /** Names by their last letter. */
  private readonly names: (string | undefined)[] = [undefined];

  /**
   * @param first what a name may begin with, in ASCII
   * @param others what may follow
   * @param spell what is kept of a name
   */
  constructor(first: string, others: string, spell: (name: string) => string = (name) => name) {
    this.first = codesOf(first);
    this.others = codesOf(others);
    this.spell = spell;
  }

  /**
   * Reads a name, and tells in {@link end} where it ends.
   *
   * @param html a character for each byte
   * @returns the name, empty where there is none
   */
  read(html: string, start: number): string {
    const { next, others } = this;
    let letters = this.first;
    let letter = 0;
    for (let at = start; ; at++) {
      const code = html.charCodeAt(at);
      if (!letters[code]) {
        this.end = at;
        return this.nameAt(letter, html, start, at);
      }
      letters = others;
      const place = letter * WIDTH + code;
      letter = next[place] || this.add(place);
      if (letter === -1) return this.readUnknown(html, start, at);
    }
  }

  private add(place: number): number {
    if (this.names.length === MOST_LETTERS) return -1;
    const letter = this.names.push(undefined) - 1;
    this.next[place] = letter;
    return letter;
  }

  private nameAt(letter: number, html: string, start: number, end: number): string {
    if (letter === 0) return '';
    let name = this.names[letter];
    if (name === undefined) {
      // What is cut out of a page holds all of it.
      name = Buffer.from(this.spell(html.slice(start, end)), 'latin1').toString('latin1');
      this.names[letter] = name;
    }
    return name;
  }

  /** A name for which there is no room: pages of somebody who makes up names. */
  private readUnknown(html: string, start: number, from: number): string {
    let at = from;
    while (this.others[html.charCodeAt(at)]) at++;
    this.end = at;
    return this.spell(html.slice(start, at));
  }
}

function codesOf(letters: string): Uint8Array {
  const codes = new Uint8Array(0x100);
  for (const letter of letters) codes[letter.charCodeAt(0)] = 1;
  return codes;
}
