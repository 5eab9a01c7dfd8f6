import { type Layout, layOut } from '../pipeline/3-articles/layout.ts';
import { type CutSigns, readCutSigns } from '../pipeline/3-articles/read-cut-signs.ts';
import { runStages } from '../pipeline/index.ts';

/** A page of which is known which articles stand on it. */
export interface KnownPage {
  readonly text: string;
  /** The running text of each article. */
  readonly bodies: readonly string[];
}

/** A page as it comes to be cut, and where its articles end. */
export interface KnownGaps {
  readonly layout: Layout;
  readonly signs: readonly (CutSigns | undefined)[];
  /** By paragraph after the gap: does an article end there? Undefined where a paragraph is in no article as it is. */
  readonly cuts: readonly (boolean | undefined)[];
}

/** So many characters of a paragraph tell its article. */
const TELLING = 24;

/** A text without its spaces. */
export const plain = (text: string): string => text.replace(/\s+/gu, '');

/** Reads a page up to where it is cut into articles, and finds each of its paragraphs in the articles that are known. */
export function readKnownGaps({ text, bodies }: KnownPage): KnownGaps {
  const known = bodies.map(plain);
  const { blocks } = runStages(text, { scan: 'known.txt' }, 'join-headings');
  const layout = layOut(blocks?.blocks ?? []);
  const paragraphs = layout.paragraphs.map(({ strand }) => plain(strand.text));
  const articleOf = (part: string): number => known.findIndex((body) => body.includes(part));
  const cuts = paragraphs.map((after, p) => {
    if (p === 0) return undefined;
    const from = articleOf((paragraphs[p - 1] as string).slice(-TELLING));
    const to = articleOf(after.slice(0, TELLING));
    return from < 0 || to < 0 ? undefined : from !== to;
  });
  return { layout, signs: readCutSigns(layout), cuts };
}
