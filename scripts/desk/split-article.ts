import { lineRanges } from '../../src/loader/article-of-cleaned.ts';
import type { ArticleFrontMatter, ProvenancePart } from '../../src/model.ts';
import { Refusal } from '../describe-failure.ts';
import { deriveHeadline } from '../pipeline/3-articles/derive-headline.ts';
import { writeFrontMatter } from '../pipeline/4-mdx/write-article.ts';
import { editFrontMatter } from './edit-front-matter.ts';
import { type Desk, type DeskChange, frontOf } from './open-desk.ts';

/** Where an article is cut: at a line of the scan, or before a paragraph by its first words. */
export type CutAt = { line: number } | { before: string };

/**
 * Cuts an article in two. The first keeps its name; the second is named by the scan line of its first words.
 *
 * @param desk the desk
 * @param name article to cut
 * @param at where
 * @param headline the second's headline, if the editor gives one
 * @throws {Refusal} when there is no paragraph there, or nothing would be left of the first
 */
export async function splitArticle(
  desk: Desk,
  name: string,
  at: CutAt,
  headline?: string,
): Promise<DeskChange> {
  const { article, text, trace, neighbours } = await desk.open(name);
  const blockParts = trace.parts.filter((part) => part.role === 'block');
  const lineOf = (part: ProvenancePart | undefined) => part?.source[0]?.[0];
  const index =
    'line' in at
      ? blockParts.findIndex((part) => (lineOf(part) ?? 0) >= at.line)
      : article.blocks.findIndex((block) => block.text.startsWith(at.before));
  const number = 'line' in at ? (blockParts[index]?.block ?? 0) - 1 : index;
  const where = 'line' in at ? `扫描文本第 ${at.line} 行` : `“${at.before}”`;
  if (index < 0 || number < 0)
    throw new Refusal(
      `${name}：${where}之后没有段落。--line 写段落首行在扫描文本中的行号，或用 --before 写段落开头的几个字。`,
    );
  if (number === 0) throw new Refusal(`${name}：从${where}分开，前一篇就没有正文了。`);

  const block = article.blocks[number]!;
  const body = article.blocks.slice(number).find(({ kind }) => kind === 'paragraph') ?? block;
  const line = lineOf(blockParts.find((part) => part.block === article.blocks.indexOf(body) + 1));
  if (line === undefined) throw new Refusal(`${name}：${where}这一段在扫描文本里找不到，无法定编号。`);
  const id = `p${article.page}-${String(line).padStart(3, '0')}`;
  if (desk.exists(`${article.date}/${id}`)) throw new Refusal(`${article.date}/${id}：已经有这篇文章。`);

  const isSecond = (part: ProvenancePart) => part.role === 'block' && (part.block ?? 0) > number;
  const spans = (parts: readonly ProvenancePart[]) => parts.flatMap((part) => part.source);
  // A subhead at the cut was the second article's headline.
  const subhead = block.kind === 'subhead' ? block.text : undefined;
  const firstParagraph = article.blocks[subhead === undefined ? number : number + 1] ?? block;
  const words = article.blocks
    .slice(number)
    .map((item) => item.text)
    .join('\n');
  const front = frontOf(article);
  const secondLines = lineRanges(spans(trace.parts.filter(isSecond)));
  const inSecond = (scanLine: number) => secondLines.some(([from, to]) => scanLine >= from && scanLine <= to);
  // （原文刊载于……） stands at the end of the report that it speaks of.
  const sourceGoes = article.blocks.slice(number).some(({ kind }) => kind === 'source');
  const derived = headline === undefined && subhead === undefined;
  const { kicker: _, deck: __, jumpFrom: ___, eventDate: ____, ...sourced } = front;
  const { reprintedFrom, ...unsourced } = sourced;
  const shared = sourceGoes ? sourced : unsourced;
  const second: ArticleFrontMatter = {
    ...shared,
    id,
    order: article.order + 1,
    headline: headline ?? subhead ?? deriveHeadline(firstParagraph.text),
    headlineSource: subhead !== undefined && headline === undefined ? 'printed' : 'derived',
    bylines: article.bylines.filter((byline) => words.includes(byline.name)),
    lines: secondLines,
    doubts: [
      ...(derived ? [{ line, message: '标题由分篇时代拟，请改定。', code: 'headlineDerived' }] : []),
      ...article.doubts.filter((doubt) => inSecond(doubt.line)),
    ],
    exceptions: article.exceptions.filter(({ text: at }) => at !== undefined && words.includes(at)),
  };
  const { jumpTo: _____, reprintedFrom: ______, ...others } = front;
  const kept = sourceGoes || reprintedFrom === undefined ? others : { ...others, reprintedFrom };
  const first: ArticleFrontMatter = {
    ...kept,
    bylines: article.bylines.filter(
      (byline) => !second.bylines.includes(byline) || wordsOfFirst().includes(byline.name),
    ),
    lines: lineRanges(spans(trace.parts.filter((part) => !isSecond(part)))),
    doubts: article.doubts.filter((doubt) => !inSecond(doubt.line)),
  };
  function wordsOfFirst(): string {
    return article.blocks
      .slice(0, number)
      .map((item) => item.text)
      .join('\n');
  }

  const fileLines = text.split('\n');
  const cut = block.line - 1;
  const rest = fileLines
    .slice(subhead !== undefined && headline === undefined ? cut + 1 : cut)
    .join('\n')
    .replace(/^\n+/u, '');
  const changes = new Map<string, string | null>();
  changes.set(
    article.file,
    editFrontMatter(`${fileLines.slice(0, cut).join('\n').trimEnd()}\n`, first, [
      'bylines',
      'jumpTo',
      'reprintedFrom',
      'lines',
      'doubts',
    ]),
  );
  const file = `content/articles/${article.date}/${id}.mdx`;
  changes.set(file, `---\n${writeFrontMatter(second)}\n---\n\n${rest}`);
  await shiftOrders(desk, neighbours, article.order, 1, changes);
  return {
    changes,
    said: [
      `${name} 在${where}分成两篇：`,
      `  ${article.file}  ${first.headline}`,
      `  ${file}  ${second.headline}${derived ? '（代拟，请改定）' : ''}`,
      '两篇的专题（topics）都照原来的，请看是否合适。再运行 npm run ingest 不会把它们合回去。',
    ],
  };
}

/** Moves the articles that come after a place on the page up or down in the reading order. */
async function shiftOrders(
  desk: Desk,
  neighbours: Awaited<ReturnType<Desk['open']>>['neighbours'],
  after: number,
  by: number,
  changes: Map<string, string | Uint8Array | null>,
): Promise<void> {
  for (const neighbour of neighbours) {
    if (neighbour.order <= after || changes.has(neighbour.file)) continue;
    const { text } = await desk.open(neighbour.name);
    changes.set(
      neighbour.file,
      editFrontMatter(text, { ...frontOf(neighbour), order: neighbour.order + by }, ['order']),
    );
  }
}
