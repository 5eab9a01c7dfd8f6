import { formatDate } from '../../archive/dates.ts';
import type { Answer, Result } from '../../search/engine/answer-search.ts';
import type { NearResult } from '../../search/engine/find-near.ts';
import { make } from './dom.ts';
import { renderExcerpt, renderHeadline } from './render-segments.ts';

/**
 * A result: headline, excerpt, date and how it is known, page, reporters, number of hits.
 *
 * @param addressOf address of the article with its hits marked
 */
function renderResult(
  result: Result,
  addressOf: (name: string) => string,
  heading: 'h2' | 'h3' = 'h2',
): HTMLLIElement {
  return make(
    'li',
    { 'data-search-result': result.name },
    make(
      'div',
      { class: 'stack small' },
      result.kicker ? make('p', { class: 'kicker' }, ...renderHeadline(result.kicker)) : undefined,
      make(
        heading,
        { class: 'headline' },
        make('a', { href: addressOf(result.name) }, ...renderHeadline(result.headline)),
      ),
    ),
    result.snippet.length > 0
      ? make('p', { class: 'snippet', 'data-search-snippet': true }, ...renderExcerpt(result.snippet))
      : undefined,
    renderMeta(result),
  );
}

function renderMeta(result: Result): HTMLElement {
  return make(
    'p',
    { class: 'meta' },
    make(
      'span',
      { class: 'dated' },
      make('time', { datetime: result.date }, formatDate(result.date)),
      result.dateSource === 'inferred' ? renderMark('日期推定', result.dateEvidence) : undefined,
    ),
    make(
      'span',
      { class: 'dated' },
      result.pageSource === 'unknown'
        ? '版次不详'
        : `第${result.page}版${result.section ? ` ${result.section}` : ''}`,
      result.pageSource === 'inferred' ? renderMark('版次推定', result.pageEvidence) : undefined,
    ),
    result.reporters.length > 0 ? make('span', {}, result.reporters.join('、')) : undefined,
    result.hits > 0 ? make('span', { 'data-search-hits': result.hits }, `${result.hits} 处`) : undefined,
  );
}

/** What is inferred never stands without its mark, and the mark says why. */
function renderMark(label: string, evidence: string | undefined): HTMLElement {
  return make('span', { class: 'mark', title: evidence }, label);
}

/** A list of results; grouped, a list for each issue under its date. */
export function renderResults(
  { results }: Answer,
  grouped: boolean,
  addressOf: (name: string) => string,
): HTMLElement[] {
  const list = (own: readonly Result[]) =>
    make(
      'ol',
      { class: 'hits' },
      ...own.map((result) => renderResult(result, addressOf, grouped ? 'h3' : 'h2')),
    );
  if (!grouped) return [list(results)];
  const issues = new Map<string, Result[]>();
  for (const result of results) issues.set(result.date, [...(issues.get(result.date) ?? []), result]);
  return [...issues].map(([date, own]) =>
    make(
      'section',
      { class: 'hits-issue', 'aria-label': formatDate(date) },
      make('h2', { class: 'hits-date' }, formatDate(date)),
      list(own),
    ),
  );
}

/** A result that only comes near: says which part of the phrase it holds. It is no result of the search. */
export function renderNear(result: NearResult, addressOf: (name: string) => string): HTMLLIElement {
  const item = renderResult(result, addressOf, 'h3');
  item.removeAttribute('data-search-result');
  item.dataset.searchNearResult = result.name;
  item.append(make('p', { class: 'meta' }, `含“${result.parts.join('”“')}”`));
  return item;
}
