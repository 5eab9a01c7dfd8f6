import { z } from 'zod';
import { ArticleName, Span } from './atoms.ts';

/**
 * What was done between the scan and the page, by name. `line-joined` a break closed; `line-spaced` a break
 * that became the space of a two-part slogan; `part-joined` a text that goes on elsewhere on the page;
 * `headline-derived` a headline that the page does not print; `edited` anything else: a correction (校改).
 */
export const ChangeKind = z.enum([
  'line-joined',
  'line-spaced',
  'part-joined',
  'space-closed',
  'punctuation-widened',
  'form-folded',
  'quote-turned',
  'shadow-dropped',
  'mark-dropped',
  'removed',
  'moved',
  'headline-derived',
  'edited',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** A part of an article that has a place in the scan. */
export const PartRole = z.enum(['section', 'kicker', 'headline', 'deck', 'jump', 'block']);
export type PartRole = z.infer<typeof PartRole>;

/**
 * A piece of a part: text that is the same in the scan and on the page (no `kind`), or one named difference.
 * `before` is the scan's text (a line break is `\n`), `after` the published one, `at` its offset there.
 */
export const Piece = z.strictObject({
  kind: ChangeKind.optional(),
  before: z.string(),
  after: z.string(),
  at: z.int().min(0),
  source: z.array(Span),
});
export type Piece = z.infer<typeof Piece>;

/**
 * A part of an article with where it comes from. The pieces' `after` joined are the published text.
 * `block` counts the article's blocks from 1; `movedFrom` is the scan line of a part that stands elsewhere
 * in the scan than in reading order.
 */
export const ProvenancePart = z.strictObject({
  role: PartRole,
  block: z.int().min(1).optional(),
  text: z.string(),
  source: z.array(Span),
  pieces: z.array(Piece),
  movedFrom: z.int().min(1).optional(),
});
export type ProvenancePart = z.infer<typeof ProvenancePart>;

/**
 * An article's account in characters that are not white space: `published = scan - dropped + added`,
 * `scan = same + renamed + dropped`.
 */
export const ArticleAccount = z.strictObject({
  scan: z.int(),
  same: z.int(),
  renamed: z.int(),
  dropped: z.int(),
  added: z.int(),
  published: z.int(),
});
export type ArticleAccount = z.infer<typeof ArticleAccount>;

/** Where an article's text comes from, part by part, with the number of changes of each kind. */
export const Provenance = z.strictObject({
  name: ArticleName,
  scan: z.string(),
  parts: z.array(ProvenancePart),
  counts: z.partialRecord(ChangeKind, z.int()),
  account: ArticleAccount,
});
export type Provenance = z.infer<typeof Provenance>;
