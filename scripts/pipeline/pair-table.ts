/** Two numbers below 65,536 as one of 32 bits: two UTF-16 units, or a number of what came before and the next unit. */
export const pairOf = (left: number, right: number): number => (left << 16) | right;

/** The two neighbouring characters of a text that end at an index, as one number. */
export const pairAt = (text: string, end: number): number =>
  pairOf(text.charCodeAt(end - 1), text.charCodeAt(end));

/**
 * Numbers keys (pairs of characters, steps in a tree of words) in the order in which they come, from 1 on: an open hash
 * in flat arrays. A page asks some 20,000 times, and a `Map` is slower at it.
 */
export class PairTable {
  /** How many different keys there are: the number of the last one. */
  size = 0;
  /** Key and number by turns, so that one look at the memory brings both; the number is 0 where no key stands. */
  private slots: Int32Array;
  private shift: number;

  /** @param expected about how many keys will come; it grows where more do */
  constructor(expected: number) {
    const bits = Math.max(4, 33 - Math.clz32(expected));
    this.shift = 32 - bits;
    this.slots = new Int32Array(2 << bits);
  }

  /** Where the number of a key stands, or would stand. */
  private placeOf(key: number): number {
    const { slots } = this;
    let at = ((Math.imul(key, 0x9e3779b1) >>> this.shift) << 1) | 1;
    while (slots[at] !== 0 && slots[at - 1] !== key) at = (at + 2) & (slots.length - 1);
    return at;
  }

  /** The number of a key, 0 where it has not come. */
  find(key: number): number {
    return this.slots[this.placeOf(key)] as number;
  }

  /** The number of a key, a new one where it has not come. */
  add(key: number): number {
    const at = this.placeOf(key);
    const known = this.slots[at] as number;
    if (known !== 0) return known;
    this.slots[at - 1] = key;
    this.slots[at] = ++this.size;
    if (this.size * 4 > this.slots.length) this.grow();
    return this.size;
  }

  private grow(): void {
    const { slots } = this;
    this.shift--;
    this.slots = new Int32Array(slots.length * 2);
    for (let from = 1; from < slots.length; from += 2) {
      if (slots[from] === 0) continue;
      const to = this.placeOf(slots[from - 1] as number);
      this.slots[to - 1] = slots[from - 1] as number;
      this.slots[to] = slots[from] as number;
    }
  }
}
