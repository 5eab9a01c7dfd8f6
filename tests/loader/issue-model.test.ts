import { expect, test } from 'vitest';
import { Issue } from '../../src/model.ts';

const issue = (more: object, page: object = {}) =>
  Issue.safeParse({
    date: '2023-04-14',
    dateSource: 'printed',
    pages: [{ page: '02', pageSource: 'printed', ...page }],
    ...more,
  });
const said = (result: ReturnType<typeof issue>) =>
  result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

test('an issue as it should be', () => {
  expect(said(issue({}))).toEqual([]);
  expect(
    said(
      issue({ dateSource: 'inferred', evidence: '文中所记', earliest: '2023-04-10', latest: '2023-04-20' }),
    ),
  ).toEqual([]);
  expect(said(issue({}, { page: '00', pageSource: 'unknown' }))).toEqual([]);
});

test.each([
  [
    'an inferred date without evidence',
    { dateSource: 'inferred' },
    {},
    'evidence: 推定的日期要写明依据 evidence',
  ],
  [
    'a span that begins after the date',
    { earliest: '2023-04-15' },
    {},
    'earliest: 不能晚于 date（2023-04-14）',
  ],
  ['a span that ends before it', { latest: '2023-04-13' }, {}, 'latest: 不能早于 date（2023-04-14）'],
  [
    'an unknown page that is said to be printed',
    {},
    { page: '00' },
    'pages.0.pageSource: 版次 "00" 与 pageSource: unknown 要同时使用',
  ],
  [
    'a known page that is said to be unknown',
    {},
    { pageSource: 'unknown' },
    'pages.0.pageSource: 版次 "00" 与 pageSource: unknown 要同时使用',
  ],
  [
    'an inferred page without evidence',
    {},
    { pageSource: 'inferred' },
    'pages.0.evidence: 推定的版次要写明依据 evidence',
  ],
])('%s', (_, more, page, message) => {
  expect(said(issue(more, page))).toEqual([message]);
});

test('a page that stands twice', () => {
  const pages = [
    { page: '02', pageSource: 'printed' },
    { page: '02', pageSource: 'printed' },
  ];
  expect(said(issue({ pages }))).toEqual(['pages.1.page: 版次 02 写了两次']);
});
