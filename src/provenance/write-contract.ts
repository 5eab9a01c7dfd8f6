import type {
  Article,
  CleanedArticle,
  CleanedScan,
  Furniture,
  HeadingSpans,
  Removal,
  Span,
} from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import type { Part } from './list-parts.ts';
import { spansOf } from './page-characters.ts';
import { isListedAs } from './take-listed.ts';

const CORRECTED = '编者校改';
const WITHDRAWN = '文章已撤下';

/**
 * The committed articles of a page in the form in which the cleaner prints its own: spans are those of the
 * alignment, so that every character of the scan lies in exactly one of them.
 *
 * @param page the aligned page
 * @param scan path of the scan, from the root
 */
export function writeContract(page: AlignedPage, scan: string): CleanedScan {
  const removed: Removal[] = page.removed.map((item) => ({ ...textOf(page, item), reason: item.reason }));
  for (const part of page.parts) {
    for (const list of part.dropped.values()) removed.push(removalOf(page, list, CORRECTED));
  }
  page.owners.forEach((owner, index) => {
    if (owner.kind !== 'withdrawn') return;
    const list = [...page.owner.keys()].filter((character) => page.owner[character] === index);
    if (list.length > 0) removed.push({ ...removalOf(page, list, WITHDRAWN) });
  });
  return {
    scan,
    articles: page.articles
      .filter((article) => article.status !== 'withdrawn')
      .map((article) => writeArticle(page, article)),
    furniture: page.furniture.map((item) => textOf(page, item)),
    removed,
  };
}

/** What is listed by its code is given as it stands in the scan. */
function textOf({ lines }: AlignedPage, { text, source }: Furniture): Furniture {
  const found = source.map(([line, from, to]) => lines[line - 1]?.slice(from, to) ?? '').join('');
  return { text: text.includes('<U+') && isListedAs(text, found) ? found : text, source };
}

function removalOf(page: AlignedPage, list: readonly number[], reason: string): Removal {
  return {
    text: list.map((character) => page.characters.raw[character]).join(''),
    source: spansOf(page.characters, list),
    reason,
  };
}

function writeArticle(page: AlignedPage, article: Article): CleanedArticle {
  const parts = page.parts.filter((part) => part.article === article);
  const spans: HeadingSpans = {};
  for (const part of parts) {
    const source = sourceOf(page, part);
    if (part.role !== 'block' && source.length > 0)
      spans[part.role] = [...(spans[part.role] ?? []), ...source];
  }
  const blocks = article.blocks.map(({ kind, text }, index) => {
    const part = parts.find(({ block }) => block === index + 1);
    return { kind, text, source: part ? sourceOf(page, part) : [] };
  });
  const { kicker, deck, section, jumpFrom, jumpTo, reprintedFrom, eventDate } = article;
  return {
    id: article.name,
    ...(kicker !== undefined && { kicker }),
    headline: article.headline,
    headlineSource: article.headlineSource,
    ...(deck !== undefined && { deck }),
    ...(section !== undefined && { section }),
    bylines: article.bylines,
    ...(jumpFrom !== undefined && { jumpFrom }),
    ...(jumpTo !== undefined && { jumpTo }),
    ...(reprintedFrom !== undefined && { reprintedFrom }),
    ...(eventDate !== undefined && { eventDate }),
    topics: article.topics,
    spans,
    blocks,
    doubts: article.doubts,
  };
}

/** Spans of the characters of the scan that a part publishes. */
export function sourceOf(page: AlignedPage, part: Part): Span[] {
  return spansOf(
    page.characters,
    [...part.from].filter((character) => character >= 0),
  );
}
