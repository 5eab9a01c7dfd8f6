import { keepWhole } from '../archive/break-words.ts';
import { formatDate, weekdayOf } from '../archive/dates.ts';
import { markOfDate, markOfPage, spanOfDate } from '../archive/marks.ts';
import { pageLabel } from '../archive/urls.ts';
import type { Issue, Page } from '../model.ts';
import { html, type Markup, raw } from './html.ts';
import { writeMark } from './mark.ts';

/** The head of an issue or a newspaper page: date, weekday, page, and how they are known. */
export function writeFolio(issue: Issue, page?: Page): Markup {
  const dateMark = markOfDate(issue);
  const pageMark = page && markOfPage(issue, page.page);
  const span = spanOfDate(issue);
  const place = page
    ? `${pageLabel(page.page)}${page.section ? `　${page.section}` : ''}`
    : weekdayOf(issue.date);
  return html`
    <div class="folio">
      <h1>
        <time class="half" datetime=${issue.date}>${formatDate(issue.date)}</time>
        <span class="half">${place}</span>
      </h1>
      ${issue.issueNumber && html`<p class="meta">第${issue.issueNumber}期</p>`}
      ${
        dateMark &&
        html`
          <details class="evidence">
            <summary>${writeMark(dateMark)}<span>${span ? `当在${span}` : '依据'}</span></summary>
            <p>${raw(keepWhole(dateMark.why))}</p>
          </details>`
      }
      ${
        page &&
        (pageMark || page.pageSource === 'unknown') &&
        html`
          <details class="evidence">
            <summary>${writeMark(pageMark ?? { frame: 'solid', label: '版次不详', why: page.evidence ?? '' })}<span>依据</span></summary>
            <p>${raw(keepWhole(page.evidence ?? '版上没有版次。'))}</p>
          </details>`
      }
    </div>`;
}
