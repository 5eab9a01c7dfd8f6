import type { NearResult } from '../../search/engine/find-near.ts';
import { parseQuery, phrasesOf } from '../../search/query.ts';
import type { SearchRequest } from '../../search/request.ts';
import { make } from './dom.ts';
import { addressOf } from './render-paging.ts';
import { renderNear } from './render-results.ts';

/** Nothing was found: says so, and what a reader can do. */
export function renderNone({ q, from, to, chosen }: SearchRequest): HTMLElement {
  const isNarrowed = from !== undefined || to !== undefined || Object.keys(chosen).length > 0;
  return make('p', { class: 'none' }, `没有找到。${isNarrowed ? '可以去掉上面的筛选再查。' : adviceOn(q)}`);
}

function adviceOn(typed: string): string {
  const query = parseQuery(typed);
  if (query.every(({ excluded }) => excluded)) return '每一篇里都有您要排除的词。';
  if (query.some(({ excluded }) => excluded)) return '可以去掉减号和它后面的词再查。';
  if (phrasesOf(query).length === 0) return '“作者:”后面写报上署的名字，“版:”后面写版次（如 02）或版名。';
  if (phrasesOf(query).some(({ field }) => field === 'headline'))
    return '“标题:”后面的字只在标题里查，去掉“标题:”连正文一起查。';
  return '检索逐字相符，标点也算。可以少写几个字，或在词与词之间加空格。';
}

/** Offers the mode 忽略标点 where it finds more. */
export function renderOffer(
  { total, hits }: { total: number; hits: number },
  request: SearchRequest,
): HTMLElement {
  return make(
    'p',
    { class: 'offer', 'data-search-offer': total },
    `忽略标点可以查到 ${total}\u00a0篇，${hits}\u00a0处。`,
    make(
      'a',
      { href: addressOf({ ...request, mode: 'letters', page: 1 }), 'data-search-link': true },
      '忽略标点再查',
    ),
  );
}

/** Articles that come near, under a heading that says so. */
export function renderNearSection(
  near: readonly NearResult[],
  articleAddress: (name: string, parts: readonly string[]) => string,
): HTMLElement {
  return make(
    'section',
    { class: 'near', 'data-search-near': near.length, 'aria-label': '相近的文章' },
    make('h2', { class: 'near-title' }, '相近的文章，只含一部分字'),
    make(
      'ol',
      { class: 'hits' },
      ...near.map((result) => renderNear(result, (name) => articleAddress(name, result.parts))),
    ),
  );
}

/** A search that was not answered: why, a button to try again, and the way without a search. */
export function renderTrouble(isOffline: boolean, base: string, tryAgain: () => void): HTMLElement {
  const again = make('button', { type: 'button', class: 'again' }, '再试一次');
  again.addEventListener('click', tryAgain);
  return make(
    'div',
    { class: 'trouble' },
    make(
      'p',
      {},
      isOffline
        ? '索引没有下载成功，可能是网络断了。检索在您的设备上进行，要先把索引下载下来；这里不显示不完整的结果。'
        : '检索出了差错，这里不显示不完整的结果。',
    ),
    again,
    make('p', {}, make('a', { href: `${base}browse/` }, '也可以按日期浏览')),
  );
}
