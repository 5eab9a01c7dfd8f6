import { expect, test } from 'vitest';
import { listPeriods } from '../../src/search/engine/count-trend.ts';
import { writeContexts } from '../../src/search/engine/write-contexts.ts';
import { readDay } from '../../src/search/read-day.ts';
import {
  asksAnything,
  EMPTY_REQUEST,
  readRequest,
  type SearchRequest,
  writeRequest,
} from '../../src/search/request.ts';
import { suggest } from '../../src/search/suggest.ts';

test('everything of a search lives in the address', () => {
  const request: SearchRequest = {
    q: '产业链 | "创 新"',
    mode: 'letters',
    view: 'kwic',
    order: 'oldest',
    from: '2023-01-01',
    to: '2024-12-31',
    chosen: { year: ['2023', '2024'], page: ['第02版'], person: ['王少峰'] },
    grouped: true,
    page: 3,
    sort: 'right',
    width: 40,
    phrases: ['倍增', '协同'],
    unit: 'month',
    scale: 'relative',
  };
  expect(readRequest(new URLSearchParams(writeRequest(request).toString()))).toEqual(request);
});

test('an address that makes no sense is an empty search', () => {
  const nonsense = 'mode=x&view=y&order=z&from=2024-13-45&to=now&p=-1&width=7&sort=&unit=day&year=';
  expect(readRequest(new URLSearchParams(nonsense))).toEqual(EMPTY_REQUEST);
});

test.each<[what: string, more: Partial<SearchRequest>, asks: boolean]>([
  ['nothing', {}, false],
  ['spaces', { q: ' \u3000' }, false],
  ['how it is shown', { view: 'kwic', mode: 'letters', page: 2 }, false],
  ['a phrase', { q: '丰台' }, true],
  ['a first day', { from: '2023-01-01' }, true],
  ['a last day', { to: '2023-01-01' }, true],
  ['a facet', { chosen: { topic: ['doubling'] } }, true],
])('%s alone: is it a search?', (_what, more, asks) => {
  expect(asksAnything({ ...EMPTY_REQUEST, ...more })).toBe(asks);
});

test.each<[typed: string, from: string | undefined, to: string | undefined]>([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024.2', '2024-02-01', '2024-02-29'],
  ['２０２３年２月', '2023-02-01', '2023-02-28'],
  ['2023年4月14日', '2023-04-14', '2023-04-14'],
  ['20230414', '2023-04-14', '2023-04-14'],
  ['2023-02-29', undefined, undefined],
  ['2023-00', undefined, undefined],
  ['2023-13', undefined, undefined],
  ['2023-04-00', undefined, undefined],
  ['去年', undefined, undefined],
  ['', undefined, undefined],
])('a day as a reader writes it: %s', (typed, from, to) => {
  expect([readDay(typed), readDay(typed, true)]).toEqual([from, to]);
});

test('a CSV keeps commas and quotation marks in their fields, and no text becomes a formula', () => {
  const context = {
    left: '他说，"好"',
    key: '协同',
    right: '=1+1',
    date: '2023-04-14',
    name: '2023-04-14/p02-009',
    number: 1,
  };
  expect(writeContexts([context], 20, ',').split('\r\n')[1]).toBe(
    '"他说，""好""",协同,\'=1+1,2023-04-14,2023-04-14/p02-009,1',
  );
});

test('a year or month without an issue has its place in the trend', () => {
  expect(listPeriods(['2023', '2026'], 'year')).toEqual(['2023', '2024', '2025', '2026']);
  expect(listPeriods(['2023-11', '2024-02'], 'month')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
});

test('suggestions: what begins with the typed comes first; nothing typed gives recent searches', () => {
  const sources = {
    headlines: [
      ['在丰台', '2023-04-14/p02-009'] as [string, string],
      ['丰台行', '2023-04-14/p02-107'] as [string, string],
      ['丰台路', '2023-04-14/p02-108'] as [string, string],
    ],
    topics: [],
    names: ['丰台站'],
  };
  expect(suggest('豐台', sources, ['协同'], new Map([['豐', '丰']])).map(({ text }) => text)).toEqual([
    '丰台站',
    '丰台行',
    '丰台路',
    '在丰台',
  ]);
  expect(suggest('', sources, ['协同'], new Map())).toEqual([{ kind: 'recent', text: '协同' }]);
});
