import type { ArticleFrontMatter, BlockKind, CleanedArticle, Doubt, Span } from '../model.ts';
import { countLost, markLost } from './mark-lost.ts';

/** An article as it is written to a file: front matter and the bare text of its blocks. */
export interface ArticleDraft {
  front: ArticleFrontMatter;
  blocks: { kind: BlockKind; text: string }[];
}

/**
 * The article that the machine proposes, as it will stand in `content/articles/<date>/<id>.mdx`. Where a character was
 * lost, □ stands and a doubt.
 *
 * @param cleaned what the cleaner made of the scan
 * @param place the day of its issue, the page as two digits, and its reading order on the page (from 1)
 * @returns front matter with `status: machine`, and blocks
 */
export function articleOfCleaned(
  cleaned: CleanedArticle,
  place: { date: string; page: string; order: number },
): ArticleDraft {
  const lost = doubtLost(cleaned);
  const { id, spans, blocks, doubts, headline, headlineSource, bylines, topics, ...rest } = markLost(cleaned);
  const sources = [...Object.values(spans), ...blocks.map((block) => block.source)].flatMap(
    (source) => source ?? [],
  );
  return {
    front: {
      ...rest,
      headline,
      headlineSource,
      bylines,
      topics,
      // The cleaner does not know the page of a scan that does not print it.
      id: `p${place.page}-${id.slice(id.lastIndexOf('-') + 1)}`,
      date: place.date,
      page: place.page,
      order: place.order,
      status: 'machine',
      lines: lineRanges(sources),
      doubts: [...doubts, ...lost],
      exceptions: [],
    },
    blocks: blocks.map(({ kind, text }) => ({ kind, text })),
  };
}

/** A doubt for each part of an article in which characters were lost, on the line where the part begins. */
function doubtLost({ spans, blocks, ...rest }: CleanedArticle): Doubt[] {
  const parts = [
    ...(['kicker', 'headline', 'deck', 'section'] as const).map((role) => ({
      text: rest[role] ?? '',
      source: spans[role] ?? blocks[0]?.source ?? [],
    })),
    ...blocks,
  ];
  return parts.flatMap(({ text, source }) => {
    const count = countLost(text);
    const message = `有 ${count} 个字在转码时丢了，写作 □。对照报纸补上。`;
    return count === 0 ? [] : [{ line: source[0]?.[0] ?? 1, message, code: 'lost' }];
  });
}

/** Lines nearer to each other than this are one range: what stands between them is blank. */
const NEAR = 2;

/**
 * The scan lines that an article claims, as inclusive ranges.
 *
 * @param sources spans in any order
 */
export function lineRanges(sources: readonly Span[]): [number, number][] {
  const lines = [...new Set(sources.map(([line]) => line))].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line - last[1] <= NEAR) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}
