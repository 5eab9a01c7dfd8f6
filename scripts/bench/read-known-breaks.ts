import type { PagePairs } from '../pipeline/2-blocks/page-pairs.ts';
import type { BlocksState } from '../pipeline/2-blocks/row.ts';
import { endsSentence } from '../pipeline/characters.ts';
import { runStages } from '../pipeline/index.ts';

/** A row that ends inside a sentence, and the one that goes on from it. */
export interface KnownBreak {
  readonly left: string;
  readonly right: string;
}

/** The rows of a page, what pairs of characters it has, and the breaks between rows that are known. */
export interface KnownBreaks {
  readonly rows: readonly string[];
  readonly pairs: PagePairs;
  readonly breaks: readonly KnownBreak[];
}

/** A row of so many characters tells where it stands in its paragraph; the rest of a paragraph may be shorter. */
const TELLING = 6;

const plain = (text: string): string => text.replace(/\s+/gu, '');

/**
 * Reads the rows of a page up to where bylines and captions are known, in whatever order they stand, and finds in the
 * paragraphs that are known which row goes on from which.
 */
export function readKnownBreaks({
  text,
  paragraphs,
}: {
  readonly text: string;
  readonly paragraphs: readonly string[];
}): KnownBreaks {
  const { blocks } = runStages(text, { scan: 'known.txt' }, 'set-captions-aside');
  const { rows, pairs } = blocks as BlocksState;
  const known = paragraphs.map(plain);
  const running = rows.filter(({ kind, strand }) => kind === 'text' && strand.text !== '');
  const texts = running.map(({ strand }) => plain(strand.text));
  const breaks = running.flatMap(({ ending, strand }, i) => {
    const row = texts[i] as string;
    if (endsSentence(ending) || row.length < TELLING) return [];
    const paragraph = known.find((each) => each.includes(row));
    if (paragraph === undefined) return [];
    const rest = paragraph.slice(paragraph.indexOf(row) + row.length);
    const next = texts.findIndex(
      (other, k) => k !== i && rest.startsWith(other) && (other.length >= TELLING || other === rest),
    );
    return next < 0
      ? []
      : [{ left: strand.text, right: (running[next] as (typeof running)[number]).strand.text }];
  });
  return { rows: running.map(({ strand }) => strand.text), pairs, breaks };
}
