import type { Block } from '../2-blocks/row.ts';
import {
  gatherText,
  isMarked,
  isPicture,
  isSpaced,
  type RunningText,
  weighJoin,
} from '../2-blocks/weigh-join.ts';
import { type Meanings, readMeanings } from './match-meanings.ts';
import { type Matches, matchWords } from './match-words.ts';
import { NO_SPACING, type PageSpacing, readSpacing, type Spacing } from './read-spacing.ts';

/** The page as the articles see it: paragraphs in order, and what stands in the gaps between them. */
export interface Layout {
  readonly paragraphs: readonly Block[];
  /** `runs[g]`: what stands before paragraph `g`; the last entry what stands after the last paragraph. */
  readonly runs: readonly (readonly Block[])[];
  /** Heading lines of all runs, in order; `headingsOf[g]` are their numbers in run `g`. */
  readonly headings: readonly Block[];
  readonly headingsOf: readonly (readonly number[])[];
  readonly matches: Matches;
  /** What the paragraphs are about. */
  readonly meanings: Meanings;
  /** Evidence (nats) that heading line `h` and the next one are one line that the setter cut; -99 across runs. */
  readonly joins: readonly number[];
  readonly spacing: PageSpacing;
  /** How heading line `h` and the next one stand to each other. */
  readonly spaces: readonly Spacing[];
  /** How heading line `h` and the text or the byline right below it stand to each other, where that tells their size. */
  readonly below: readonly Spacing[];
  /** The running text of the page, for joining lines. */
  readonly running: RunningText;
  /** Captions of the page; `captionMatches` weighs them like headings. */
  readonly captions: readonly Block[];
  readonly captionMatches: Matches;
}

const spaceBefore = ({ gap }: Block): Spacing => (gap > 0 ? 'apart' : 'touching');

/**
 * Lays the blocks of a page out for the articles.
 * @param spaced whether the blank lines of the page are asked
 */
export function layOut(blocks: readonly Block[], spaced = true): Layout {
  const paragraphs: Block[] = [];
  const runs: Block[][] = [[]];
  const headings: Block[] = [];
  const headingsOf: number[][] = [[]];
  /** What stands right behind each heading line. */
  const behind: (Block | undefined)[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      paragraphs.push(block);
      runs.push([]);
      headingsOf.push([]);
      continue;
    }
    runs.at(-1)?.push(block);
    if (block.kind === 'heading') {
      headingsOf.at(-1)?.push(headings.length);
      headings.push(block);
      behind.push(blocks[at + 1]);
    }
  }
  const running = gatherText(blocks);
  const page = { spaced: isSpaced(blocks), marked: isMarked(blocks) };
  const runOf = headingsOf.flatMap((numbers, run) => numbers.map(() => run));
  const joins = headings.map((block, h) => {
    const next = headings[h + 1];
    if (!next || runOf[h] !== runOf[h + 1]) return -99;
    return weighJoin(block, next, running, {
      ...page,
      third: block.rows > 1,
      pictured: isPicture(behind[h + 1]),
    });
  });
  const spacing = spaced ? readSpacing(blocks) : NO_SPACING;
  const spaces = headings.map((block, h): Spacing => {
    const next = headings[h + 1];
    if (!spacing.spaced || !next || runOf[h] !== runOf[h + 1]) return undefined;
    return block.vertical || next.vertical ? undefined : spaceBefore(next);
  });
  const below = headings.map((block, h): Spacing => {
    const next = behind[h];
    if (!spacing.tight || block.vertical) return undefined;
    return next?.kind === 'paragraph' || next?.kind === 'byline' ? spaceBefore(next) : undefined;
  });
  const captions = blocks.filter((block) => block.kind === 'caption');
  return {
    paragraphs,
    runs,
    headings,
    headingsOf,
    matches: matchWords(headings, paragraphs),
    meanings: readMeanings(paragraphs.map(({ strand }) => strand.text)),
    joins,
    spacing,
    spaces,
    below,
    running,
    captions,
    captionMatches: matchWords(captions, paragraphs),
  };
}
