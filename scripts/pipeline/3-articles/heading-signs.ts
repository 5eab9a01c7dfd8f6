import type { Block } from '../2-blocks/row.ts';
import type { Layout } from './layout.ts';

/** What headings and bylines in a gap between two paragraphs look like. */
export interface HeadingSigns {
  /** A byline stands in the gap and no heading. */
  readonly bylineAlone: boolean;
  /** A byline stands below all headings of the gap: who wrote what follows. */
  readonly bylineAbove: boolean;
  /** The first heading line is short, as subheads and labels are. */
  readonly shortLine: boolean;
  /** The lines together are longer than a subhead. */
  readonly longLines: boolean;
}

/** How many headings a page has and where. */
export interface Density {
  /** Heading lines for each paragraph. */
  readonly lines: number;
  /** Share of the gaps between paragraphs with a heading. */
  readonly headed: number;
}

const SHORT_LINE = 8;
const LONG_LINES = 30;
/** More heading lines for each paragraph than this say no more. */
const MOST_LINES = 2;

/** Reads what stands in a gap. */
export function readHeadingSigns(run: readonly Block[]): HeadingSigns {
  const headings = run.filter(({ kind }) => kind === 'heading');
  const named = run.filter(({ kind }) => kind === 'heading' || kind === 'byline');
  const [first] = headings;
  const length = headings.reduce((sum, { strand }) => sum + strand.text.length, 0);
  return {
    bylineAlone: named.length > 0 && headings.length === 0,
    bylineAbove: headings.length > 0 && named.at(-1)?.kind === 'byline',
    shortLine: first !== undefined && first.strand.text.length < SHORT_LINE,
    longLines: length > LONG_LINES,
  };
}

/** A page of few paragraphs tells little: so many paragraphs, lines and gaps with headings of a usual page count with it. */
const USUAL = { paragraphs: 5, lines: 2.5, headed: 1 } as const;

/** Reads how many headings a page has: where all were drawn after the texts, there are many lines in few gaps. */
export function readDensity(layout: Layout): Density {
  const count = layout.paragraphs.length;
  const headed = layout.headingsOf.filter((own, g) => g > 0 && g < count && own.length > 0).length;
  const all = count + USUAL.paragraphs;
  return {
    lines: Math.min(MOST_LINES, (layout.headings.length + USUAL.lines) / all),
    headed: (headed + USUAL.headed) / all,
  };
}
