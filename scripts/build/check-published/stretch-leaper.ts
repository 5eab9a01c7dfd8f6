import type { KnownStretches, ToldTag } from './known-stretches.ts';
import type { TagReader } from './tag-reader.ts';

/**
 * Leaps over the parts of a page that came on another, byte for byte, and tells its reader of their tags; what is new is
 * learnt, tag by tag, while the page is read.
 */
export class StretchLeaper {
  /** Parts that were leapt over, from and to, in their order. */
  private readonly leapt: number[] = [];
  private learning: { known: KnownStretches; from: number; to: number; tags: ToldTag[] } | undefined;
  private readonly bytes: Buffer;
  private readonly reader: TagReader;

  constructor(bytes: Buffer, reader: TagReader) {
    this.bytes = bytes;
    this.reader = reader;
  }

  /** Whether a part that is new is being read. */
  isLearning(): boolean {
    return this.learning !== undefined;
  }

  /**
   * @param known what is known of the parts that stand in this place of a page
   * @returns where to go on: the end of the part, or the place after the tag from which on it may mean something else here
   */
  leap(known: KnownStretches, from: number, to: number): number {
    const { bytes, reader } = this;
    if (this.learning || !known.isWorth(to - from) || reader.wantsText() || reader.isInForeignContext())
      return from;
    const stretch = known.find(bytes, from, to);
    if (!stretch) {
      this.learning = { known, from, to, tags: [] };
      return from;
    }
    for (const { name, opens, next, foreign } of stretch.tags) {
      if (opens) reader.open(name, opens.attributes, opens.closesItself);
      else reader.close(name);
      if (reader.wantsText() || reader.isInForeignContext() !== foreign) return from + next;
    }
    this.leapt.push(from, to);
    return to;
  }

  /** Hears of a tag that its reader was told of. @param opens absent where it closes an element */
  tell(name: string, opens?: ToldTag['opens']): void {
    this.learning?.tags.push({ name, ...(opens && { opens }), next: 0, foreign: false });
  }

  /** @param at where the tag ends that was read last */
  pass(at: number): void {
    if (!this.learning) return;
    const { from, tags } = this.learning;
    const last = tags.at(-1);
    if (last) {
      last.next = at - from;
      last.foreign = this.reader.isInForeignContext();
    }
    // What a text says is not among what is learnt.
    if (this.reader.wantsText()) this.forget();
  }

  /** @param at where the next tag begins */
  come(at: number): void {
    if (!this.learning) return;
    const { known, from, to, tags } = this.learning;
    if (at < to) return;
    if (at === to) known.keep(this.bytes.subarray(from, to), tags);
    this.forget();
  }

  /** What is being read is not to be learnt. */
  forget(): void {
    this.learning = undefined;
  }

  /** The parts of the page between those that were leapt over. @param html the page, a character for each byte */
  listUnleapt(html: string): string[] {
    const between: string[] = [];
    let from = 0;
    for (let at = 0; at < this.leapt.length; at += 2) {
      between.push(html.slice(from, this.leapt[at]));
      from = this.leapt[at + 1]!;
    }
    return [...between, html.slice(from)];
  }
}
