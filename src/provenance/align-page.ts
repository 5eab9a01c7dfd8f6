import { type AlignedPage, claimsOf, type Owner, type PageInput } from './aligned-page.ts';
import { listParts } from './list-parts.ts';
import { listCharacters } from './page-characters.ts';
import { placeByDiff } from './place-by-diff.ts';
import { placeExactly } from './place-exactly.ts';
import { placeJumpLines } from './place-jump-lines.ts';
import { placeWoven } from './place-woven.ts';
import { settleRest } from './settle-rest.ts';
import { takeListed } from './take-listed.ts';

/**
 * Aligns the articles of a page with its scan, character by character. Text that stands in the scan as it is
 * published is placed first, then what an editor changed is placed by a diff with what is left over.
 * Nothing of it is read from stored places but the lines that an article claims, as a hint where to look.
 *
 * @param input the page
 * @param order indexes of the scan's characters in the order in which they are gone through; left out, that of the scan
 */
export function alignPage(input: PageInput, order?: Int32Array): AlignedPage {
  const characters = listCharacters(input.lines);
  const owners: Owner[] = [];
  const owner = new Int32Array(characters.raw.length).fill(-1);
  const page: AlignedPage = {
    ...input,
    characters,
    owner,
    owners,
    parts: [],
    problems: [],
    ...(order && { order }),
  };
  takeListed(page);

  const published = input.articles.filter((article) => article.status !== 'withdrawn');
  const byArticle = published.map((article) => {
    const parts = listParts(article);
    for (const part of parts) {
      part.owner = owners.length;
      owners.push({ kind: 'part', part });
    }
    return { article, parts };
  });
  page.parts = byArticle.flatMap(({ parts }) => parts);
  for (const { article } of byArticle) placeJumpLines(page, article, claimsOf(page, article));
  for (const { article, parts } of byArticle) placeExactly(page, parts, claimsOf(page, article));
  for (const { parts } of byArticle) {
    // The claimed lines may be those of an older scan: what is not there may stand elsewhere on the page.
    const rest = parts.filter((part) => !part.placed);
    if (rest.length > 0) placeExactly(page, rest, [[0, characters.raw.length]]);
  }
  placeWoven(page, page.parts);
  for (const { article, parts } of byArticle) placeByDiff(page, parts, claimsOf(page, article));
  settleRest(page);
  takeWithdrawn(page);
  page.parts = page.parts.filter((part) => !part.optional || part.placed);
  return page;
}

// A withdrawn article keeps its lines: they are neither lost nor shown.
function takeWithdrawn(page: AlignedPage): void {
  for (const article of page.articles) {
    if (article.status !== 'withdrawn') continue;
    const index = page.owners.length;
    page.owners.push({ kind: 'withdrawn', article });
    for (const [from, to] of claimsOf(page, article))
      for (let i = from; i < to; i++) if (page.owner[i] === -1) page.owner[i] = index;
  }
}
