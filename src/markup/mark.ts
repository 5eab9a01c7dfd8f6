import { formatDate } from '../archive/dates.ts';
import { type Mark, markOfDate } from '../archive/marks.ts';
import type { Issue } from '../model.ts';
import { html, type Markup } from './html.ts';

/** A small framed word beside a fact, with what is behind it. */
export const writeMark = ({ frame, label, why }: Mark): Markup =>
  html`<span class=${frame === 'solid' ? 'mark solid' : 'mark'} title=${why}>${label}</span>`;

/** The date of an issue, marked where the paper does not print it. */
export function writePrintedDate(date: string, issues: ReadonlyMap<string, Issue>): Markup {
  const mark = markOfDate(issues.get(date));
  return html`<span class="dated"><time datetime=${date}>${formatDate(date)}</time>${mark && writeMark(mark)}</span>`;
}
