import { type Ending, endingOf, widthOf } from '../characters.ts';
import type { Strand } from '../strand.ts';
import type { PagePairs } from './page-pairs.ts';

/**
 * What a row of type is. `text` is not decided yet; `heading` is any line of a headline stack, a subhead or a
 * standing head: which of them, the articles decide.
 */
export type RowKind = 'text' | 'heading' | 'jump' | 'byline' | 'source' | 'credit';

/** A row that is a paragraph by its form: a line of verse; the head of a part; a signature, a date, a salutation. */
export type RowForm = 'alone' | 'part' | 'verse';

/** How a row of running text stands in its paragraph. */
export type Place = 'first' | 'middle' | 'last' | 'single';

/** One row of type: a line of the scan, or a vertical headline gathered from many. */
export interface Row {
  readonly strand: Strand;
  readonly kind: RowKind;
  readonly width: number;
  readonly ending: Ending;
  /** Blank lines before it. */
  readonly gap: number;
  readonly indented: boolean;
  readonly mark: number;
  readonly vertical: boolean;
  /** It was cut from the line before it, in a run of characters in which only the words tell where a line ends. */
  readonly parted?: boolean;
  readonly form?: RowForm;
  /** It belongs to a picture that stands amid the text: the paragraph around it goes on behind it. */
  readonly aside?: boolean;
  /** Place in its paragraph, once decided. */
  readonly place?: Place;
  /** Measure (行长) of the run of lines it stands in, in em, once decided. */
  readonly measure?: number;
  /** How much worse the best other explanation of the row's start is, in nats; near 0 is a toss-up. */
  readonly margin?: number;
}

/** A block: a paragraph, a heading line, or a row of another kind. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'jump' | 'byline' | 'source' | 'caption' | 'credit';
  readonly strand: Strand;
  readonly gap: number;
  readonly mark: number;
  readonly vertical: boolean;
  /** As of {@link Row}. */
  readonly parted?: boolean;
  /** A new block of text began here in the PDF. */
  readonly indented: boolean;
  /** Rows it was joined from. */
  readonly rows: number;
  readonly measure: number;
  /** How sure its beginning is, in nats. */
  readonly margin: number;
  readonly form?: RowForm;
  /** Scan offsets of row starts inside the block: where a cut would fall. */
  readonly joints: readonly number[];
}

/** What the passes over blocks work on. */
export interface BlocksState {
  readonly rows: readonly Row[];
  /** Of the rows as they came from the scan. */
  readonly pairs: PagePairs;
  readonly blocks: readonly Block[];
}

/** A row of undecided text. */
export function makeRow(strand: Strand, gap: number, more: Partial<Row> = {}): Row {
  return {
    strand,
    kind: 'text',
    width: widthOf(strand.text),
    ending: endingOf(strand.text),
    gap,
    indented: false,
    mark: 0,
    vertical: false,
    ...more,
  };
}
