import { diffArrays } from 'diff';
import type { Article } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import { makePart } from './list-parts.ts';

// （上接01版）, (下转第3版), 上接一版《…》: a line of its own, whose number stands in the front matter.
const JUMP_LINE =
  /^[（(【]?(上接|下转|紧接|转)第?([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})版(?:[《“].{1,30}[》”])?[）)】]?$/u;
const CHINESE = '零一二三四五六七八九十';

/** 十二 and 12 are twelve. */
function readNumber(text: string): number {
  const digits = text.normalize('NFKC');
  if (/^\d+$/u.test(digits)) return Number(digits);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : CHINESE.indexOf(tens)) * 10 : 0;
  return ten + (ones === '' ? 0 : CHINESE.indexOf(ones));
}

/**
 * Finds the printed jump lines of an article. The page shows them as a link (上接第01版), so they are a part of
 * their own, in the one form （上接01版）.
 *
 * @param ranges ranges of characters that the article claims
 */
export function placeJumpLines(
  page: AlignedPage,
  article: Article,
  ranges: readonly (readonly [number, number])[],
): void {
  if (article.jumpFrom === undefined && article.jumpTo === undefined) return;
  const { characters, owner } = page;
  for (const [from, to] of ranges) {
    for (let i = from, end = i; i < to; i = end) {
      while (end < to && characters.line[end] === characters.line[i]) end++;
      if (owner[i] !== -1) continue;
      const match = JUMP_LINE.exec(characters.raw.slice(i, end));
      if (!match) continue;
      const backwards = match[1] === '上接' || match[1] === '紧接';
      const number = backwards ? article.jumpFrom : article.jumpTo;
      if (number === undefined || Number(number) !== readNumber(match[2]!)) continue;
      place(page, article, backwards ? `（上接${number}版）` : `（下转${number}版）`, i, end);
    }
  }
}

function place(page: AlignedPage, article: Article, text: string, from: number, to: number): void {
  const part = makePart(article, 'jump', text);
  part.owner = page.owners.length;
  part.placed = true;
  page.owners.push({ kind: 'part', part });
  let character = from;
  let unit = 0;
  for (const { added, removed, value } of diffArrays(
    page.characters.key.slice(from, to).split(''),
    part.key.split(''),
  )) {
    for (let k = 0; k < value.length; k++) {
      if (added) unit++;
      else if (removed) {
        part.dropped.set(unit, [...(part.dropped.get(unit) ?? []), character]);
        page.owner[character++] = part.owner;
      } else {
        part.from[unit++] = character;
        page.owner[character++] = part.owner;
      }
    }
  }
  const first = page.parts.findIndex((other) => other.article === article);
  page.parts.splice(Math.max(0, first), 0, part);
}
