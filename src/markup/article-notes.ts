import { formatBylines, formatSource } from '../archive/bylines.ts';
import { lengthOf } from '../archive/excerpts.ts';
import { marksOfArticle } from '../archive/marks.ts';
import { getOtherParts } from '../archive/parts.ts';
import type { Article } from '../model.ts';
import { html, type Markup } from './html.ts';
import { writeJumpLine } from './jump-line.ts';
import { writeMark } from './mark.ts';

/** One line under a headline in a list: who wrote it, where it was reprinted from, what is missing. */
export async function writeArticleNotes(
  article: Article,
  { withLength = false }: { withLength?: boolean } = {},
): Promise<Markup | undefined> {
  const parts = await getOtherParts(article);
  const marks = marksOfArticle(article);
  const length = lengthOf(article);
  const withCount = withLength && length > 0 && marks.every((mark) => mark.label !== '图片未收');
  const { bylines, reprintedFrom } = article;
  if (parts.length === 0 && marks.length === 0 && bylines.length === 0 && !reprintedFrom && !withCount)
    return undefined;
  return html`
    <p class="meta">
      ${formatBylines(bylines).map((line) => html`<span>${line}</span>`)}
      ${reprintedFrom && html`<span>原文刊载于${formatSource(reprintedFrom)}</span>`}
      ${parts.map((part) => writeJumpLine(part, { linked: false }))}
      ${marks.map(writeMark)}
      ${withCount && html`<span class="tabular">${countOf(length)} 字</span>`}
    </p>`;
}

const NUMBERS = new Intl.NumberFormat('en');

/** 1,234 */
export const countOf = (count: number): string => (count < 1000 ? String(count) : NUMBERS.format(count));
