import type { Answer } from '../../search/engine/answer-search.ts';
import { type SearchRequest, writeRequest } from '../../search/request.ts';
import { make } from './dom.ts';

/** Address of the same search with something changed. */
export const addressOf = (request: SearchRequest): string => `?${writeRequest(request)}`;

/** Pages of results: first, last, and those around the present one. */
export function renderPaging({ pages }: Pick<Answer, 'pages'>, request: SearchRequest): HTMLElement {
  const page = Math.min(request.page, pages);
  if (pages <= 1) return make('div', { hidden: true });
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b);
  const items = shown.flatMap((one, at) => {
    const link = make(
      'a',
      {
        href: addressOf({ ...request, page: one }),
        'data-search-link': true,
        'aria-current': one === page ? 'page' : undefined,
        'aria-label': `第 ${one} 页`,
      },
      String(one),
    );
    const gap = at > 0 && shown[at - 1]! < one - 1;
    return [...(gap ? [make('li', { 'aria-hidden': 'true' }, '……')] : []), make('li', {}, link)];
  });
  const step = (to: number, label: string, rel: string) =>
    to < 1 || to > pages
      ? undefined
      : make('a', { href: addressOf({ ...request, page: to }), rel, 'data-search-link': true }, label);
  return make(
    'nav',
    { class: 'paging', 'aria-label': '结果分页' },
    step(page - 1, '上一页', 'prev'),
    make('ol', {}, ...items),
    step(page + 1, '下一页', 'next'),
  );
}
