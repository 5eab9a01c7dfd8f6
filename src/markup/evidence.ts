import { keepWhole } from '../archive/break-words.ts';
import { markOfDate, markOfPage, spanOfDate } from '../archive/marks.ts';
import type { OtherPart } from '../archive/parts.ts';
import { type Article, BEGINNING_MISSING, type Issue, UNKNOWN_PAGE } from '../model.ts';
import { html, type Markup, raw } from './html.ts';

/** What is inferred or doubtful about an article, and why: an inferred date never stands without its reason. */
export function writeEvidence(
  { page: number, doubts: all }: Article,
  issue: Issue | undefined,
  others: readonly OtherPart[],
): Markup {
  const date = markOfDate(issue);
  const span = issue && spanOfDate(issue);
  const page = issue?.pages.find((item) => item.page === number);
  const parts = others.filter((part) => !part.article);
  const doubts = all.filter((doubt) => doubt.code !== BEGINNING_MISSING);
  const beginning = all.find((doubt) => doubt.code === BEGINNING_MISSING);
  const wordOf = (part: OtherPart) =>
    part.uncertain
      ? `第${part.page}版在存档里，但哪一篇是另一半还没有认定。`
      : part.page
        ? `${part.side === 'beginning' ? '上半' : '下半'}在第${part.page}版，那一版存档还没有收。`
        : beginning?.message;
  return html`
    ${
      date &&
      html`
        <section>
          <h2>这一天的依据</h2>
          <p>${raw(keepWhole(date.why))}</p>
          ${span && html`<p>当在${raw(keepWhole(span))}。</p>`}
        </section>`
    }
    ${
      (markOfPage(issue, number) || number === UNKNOWN_PAGE) &&
      html`
        <section>
          <h2>版次的依据</h2>
          <p>${raw(keepWhole(page?.evidence ?? '版上没有版次。'))}</p>
        </section>`
    }
    ${
      (parts.length > 0 || doubts.length > 0) &&
      html`
        <section>
          <h2>存疑与缺漏</h2>
          <ul>${parts.map((part) => html`<li>${wordOf(part)}</li>`)}${doubts.map(({ message }) => html`<li>${message}</li>`)}</ul>
        </section>`
    }`;
}
