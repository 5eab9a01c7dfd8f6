import { z } from 'zod';
import { Byline, IsoDate, Line, PageNumber, Span, TopicSlug } from './atoms.ts';

/** Something decided on weak evidence (存疑). `closeness` near 1: the runner-up was nearly as good. */
export const Doubt = z.strictObject({
  line: z.int().min(1),
  message: Line,
  code: Line.optional(),
  runnerUp: Line.optional(),
  closeness: z.number().min(0).max(1).optional(),
});
export type Doubt = z.infer<typeof Doubt>;

/** The doubt of a report that begins in its middle without a jump line. */
export const BEGINNING_MISSING = 'beginningMissing';

/** What a block of an article can be. */
export const BlockKind = z.enum(['paragraph', 'subhead', 'caption', 'credit', 'byline', 'source']);
export type BlockKind = z.infer<typeof BlockKind>;

/** A block as the cleaner proposes it: its text and where in the scan it comes from. */
export const CleanedBlock = z.strictObject({ kind: BlockKind, text: Line, source: z.array(Span) });
export type CleanedBlock = z.infer<typeof CleanedBlock>;

export const headings = {
  kicker: Line.optional(),
  headline: Line,
  headlineSource: z.enum(['printed', 'derived']),
  deck: Line.optional(),
  section: Line.optional(),
};

export const attributes = {
  bylines: z.array(Byline),
  jumpFrom: PageNumber.optional(),
  jumpTo: PageNumber.optional(),
  reprintedFrom: Line.optional(),
  eventDate: IsoDate.optional(),
  topics: z.array(TopicSlug),
};

/** Spans of what stands outside the blocks. */
export const HeadingSpans = z.strictObject({
  kicker: z.array(Span).optional(),
  headline: z.array(Span).optional(),
  deck: z.array(Span).optional(),
  section: z.array(Span).optional(),
  jump: z.array(Span).optional(),
});
export type HeadingSpans = z.infer<typeof HeadingSpans>;

/** An article as the cleaner proposes it (contract of `npm run clean`). */
export const CleanedArticle = z.strictObject({
  id: z.string(),
  ...headings,
  ...attributes,
  spans: HeadingSpans,
  blocks: z.array(CleanedBlock),
  doubts: z.array(Doubt),
});
export type CleanedArticle = z.infer<typeof CleanedArticle>;

/** Furniture (版面附件): folio lines, section labels, page staff; kept out of the articles, recorded here. */
export const Furniture = z.strictObject({ text: Line, source: z.array(Span) });
export type Furniture = z.infer<typeof Furniture>;

/** Characters of the scan that are not published, and why. */
export const Removal = z.strictObject({ text: z.string().min(1), source: z.array(Span), reason: Line });
export type Removal = z.infer<typeof Removal>;

/** One cleaned page: what `npm run clean` prints for each scan. */
export const CleanedScan = z.strictObject({
  scan: z.string(),
  articles: z.array(CleanedArticle),
  furniture: z.array(Furniture),
  removed: z.array(Removal),
});
export type CleanedScan = z.infer<typeof CleanedScan>;
