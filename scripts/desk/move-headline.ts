import { lineRanges } from '../../src/loader/article-of-cleaned.ts';
import type { ArticleFrontMatter } from '../../src/model.ts';
import { Refusal } from '../describe-failure.ts';
import { deriveHeadline } from '../pipeline/3-articles/derive-headline.ts';
import { editFrontMatter } from './edit-front-matter.ts';
import { type Desk, type DeskChange, frontOf, type OpenArticle } from './open-desk.ts';

const HEADS = ['kicker', 'headline', 'deck'] as const;
const FIELDS = ['kicker', 'headline', 'headlineSource', 'deck', 'lines', 'doubts'] as const;

/**
 * Gives one article's headline, with kicker and deck, to another. A headline that the other had from the page
 * comes back in exchange; without one the first gets a working headline, and a doubt.
 *
 * @param desk the desk
 * @param from article that has the headline now
 * @param to article that it belongs to
 * @throws {Refusal} when they are not of one page, or the headline is not printed
 */
export async function moveHeadline(desk: Desk, from: string, to: string): Promise<DeskChange> {
  const [giver, taker] = [await desk.open(from), await desk.open(to)];
  if (giver.article.date !== taker.article.date || giver.article.page !== taker.article.page)
    throw new Refusal(`${from} 和 ${to} 不在同一版。`);
  if (giver.article.headlineSource !== 'printed')
    throw new Refusal(`${from} 的标题是代拟的，报上没有。直接改 ${taker.article.file} 的 headline。`);
  const changes = new Map<string, string>();
  changes.set(taker.article.file, write(taker, headed(taker, giver)));
  changes.set(
    giver.article.file,
    write(giver, taker.article.headlineSource === 'printed' ? headed(giver, taker) : headless(giver)),
  );
  return {
    changes,
    said: [
      `“${giver.article.headline}”从 ${from} 移到 ${to}。`,
      taker.article.headlineSource === 'printed'
        ? `“${taker.article.headline}”换给了 ${from}。`
        : `${from} 没有了标题，暂由首句代拟，请改定。`,
    ],
  };
}

const write = ({ text }: OpenArticle, front: ArticleFrontMatter) => editFrontMatter(text, front, FIELDS);

/** Doubts of an article but those about its headings: which are whose, the editor has now said. */
function doubtsOf({ article, trace }: OpenArticle): ArticleFrontMatter['doubts'] {
  const heads = trace.parts.filter(({ role }) => isHead(role));
  const lines = new Set(heads.flatMap(({ source }) => source.map(([line]) => line)));
  return article.doubts.filter(({ line, code }) => code !== 'headlineDerived' && !lines.has(line));
}

const isHead = (role: string) => (HEADS as readonly string[]).includes(role);

/** Scan lines of an article's own parts, with another's headings or with none. */
function linesOf(own: OpenArticle, heads: OpenArticle | undefined): [number, number][] {
  return lineRanges([
    ...own.trace.parts.filter(({ role }) => !isHead(role)).flatMap(({ source }) => source),
    ...(heads?.trace.parts.filter(({ role }) => isHead(role)).flatMap(({ source }) => source) ?? []),
  ]);
}

function headed(own: OpenArticle, other: OpenArticle): ArticleFrontMatter {
  const { kicker: _, deck: __, ...rest } = frontOf(own.article);
  const { kicker, headline, deck } = other.article;
  return {
    ...rest,
    ...(kicker !== undefined && { kicker }),
    headline,
    headlineSource: 'printed',
    ...(deck !== undefined && { deck }),
    lines: linesOf(own, other),
    doubts: doubtsOf(own),
  };
}

function headless(own: OpenArticle): ArticleFrontMatter {
  const { kicker: _, deck: __, ...rest } = frontOf(own.article);
  const lines = linesOf(own, undefined);
  const paragraph = own.article.blocks.find(({ kind }) => kind === 'paragraph') ?? own.article.blocks[0];
  return {
    ...rest,
    headline: deriveHeadline(paragraph?.text ?? own.article.headline),
    headlineSource: 'derived',
    lines,
    doubts: [
      ...doubtsOf(own),
      {
        line: lines[0]?.[0] ?? 1,
        message: '原来的标题移给了别的文章，标题代拟，请改定。',
        code: 'headlineDerived',
      },
    ],
  };
}
