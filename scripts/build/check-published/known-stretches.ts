import { mayHide } from './find-hidden.ts';

/** A tag of a stretch, as its reader was told of it. */
export interface ToldTag {
  name: string;
  /** Absent where the tag closes an element. */
  opens?: { attributes: Readonly<Record<string, string>> | undefined; closesItself: boolean };
  /** Bytes from the beginning of the stretch to what comes after the tag. */
  next: number;
  /** Whether a drawing or formula is open after it. */
  foreign: boolean;
}

/** What comes on page after page, byte for byte: the masthead, the colophon. */
export interface Stretch {
  bytes: Buffer;
  tags: readonly ToldTag[];
}

/** Masthead and colophon of each kind of page have a few forms. */
const MOST = 16;
const LONGEST = 1 << 13;

/** Stretches that begin at one place of all pages. */
export class KnownStretches {
  private readonly known: Stretch[] = [];
  private oldest = 0;

  /** Whether one as long as this is remembered. @param length in bytes */
  isWorth(length: number): boolean {
    return length > 0 && length <= LONGEST;
  }

  /**
   * @param bytes the page
   * @returns the stretch that stands there
   */
  find(bytes: Buffer, from: number, to: number): Stretch | undefined {
    const at = this.known.findIndex(
      (stretch) => stretch.bytes.length === to - from && stretch.bytes.compare(bytes, from, to) === 0,
    );
    const found = this.known[at];
    if (at > 0) {
      this.known[at] = this.known[at - 1]!;
      this.known[at - 1] = found!;
    }
    return found;
  }

  /** Remembers a stretch that was read, if nothing is wrong with it that has to be told of each page that has it. */
  keep(bytes: Buffer, tags: readonly ToldTag[]): void {
    if (mayHide(bytes.toString('latin1'))) return;
    const place = this.known.length < MOST ? this.known.length : this.oldest++ % MOST;
    this.known[place] = { bytes: Buffer.from(bytes), tags: tags.map(copyTag) };
  }
}

/** From the beginning of the body to the text, and from the end of the text on, pages of a site are alike. */
export interface AlikeParts {
  mastheads: KnownStretches;
  colophons: KnownStretches;
}

/** What nothing is known of yet: one who reads all pages of a site has one of it. */
export const makeAlikeParts = (): AlikeParts => ({
  mastheads: new KnownStretches(),
  colophons: new KnownStretches(),
});

const copyTag = (tag: ToldTag): ToldTag =>
  tag.opens?.attributes
    ? { ...tag, opens: { ...tag.opens, attributes: copyAll(tag.opens.attributes) } }
    : tag;

/** Values that were cut out of a page hold all of it; their copies do not. */
const copyAll = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, Buffer.from(value, 'utf8').toString('utf8')]),
  );
