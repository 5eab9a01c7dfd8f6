import { expect, test } from 'vitest';
import { listPeriods } from '../../src/search/engine/count-trend.ts';
import { writeContexts } from '../../src/search/engine/write-contexts.ts';
import { EMPTY_REQUEST, readRequest, type SearchRequest, writeRequest } from '../../src/search/request.ts';
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
    ],
    topics: [],
    names: ['丰台站'],
  };
  expect(suggest('豐台', sources, ['协同'], new Map([['豐', '丰']])).map(({ text }) => text)).toEqual([
    '丰台站',
    '丰台行',
    '在丰台',
  ]);
  expect(suggest('', sources, ['协同'], new Map())).toEqual([{ kind: 'recent', text: '协同' }]);
});
