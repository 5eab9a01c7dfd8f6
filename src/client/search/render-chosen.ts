import { CHOICES, type SearchRequest } from '../../search/request.ts';
import { make } from './dom.ts';
import { nameValue } from './render-facets.ts';
import { addressOf } from './render-paging.ts';

/**
 * What a search is narrowed to, each a link that takes it away: on a phone the facets are folded, and a reader
 * would not know why so little is found.
 *
 * @param labels what values are called where they are not called by themselves
 */
export function renderChosen(
  request: SearchRequest,
  labels: Readonly<Record<string, string>>,
): HTMLElement | undefined {
  const { from, to, ...undated } = request;
  const dated = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const items: { label: string; without: SearchRequest }[] = [];
  if (from !== undefined)
    items.push({ label: `从 ${from}`, without: { ...undated, ...(to === undefined ? {} : { to }) } });
  if (to !== undefined)
    items.push({ label: `到 ${to}`, without: { ...undated, ...(from === undefined ? {} : { from }) } });
  for (const choice of CHOICES) {
    for (const value of request.chosen[choice] ?? []) {
      const { [choice]: own = [], ...others } = request.chosen;
      const left = own.filter((one) => one !== value);
      items.push({
        label: nameValue(choice, value, labels),
        without: {
          ...undated,
          ...dated,
          chosen: { ...others, ...(left.length > 0 ? { [choice]: left } : {}) },
        },
      });
    }
  }
  if (items.length === 0) return undefined;
  const link = (label: string, without: SearchRequest, spoken: string) =>
    make(
      'li',
      {},
      make(
        'a',
        { href: addressOf({ ...without, page: 1 }), 'data-search-link': true, 'aria-label': spoken },
        label,
      ),
    );
  return make(
    'ul',
    { class: 'chosen', 'aria-label': '已选的筛选' },
    ...items.map(({ label, without }) => link(`${label} ×`, without, `去掉筛选：${label}`)),
    items.length > 1 ? link('全部去掉', { ...undated, chosen: {} }, '去掉全部筛选') : undefined,
  );
}
