import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/loader/content-problem.ts';
import { parseArticle } from '../../src/loader/parse-article.ts';
import { articleText, FILE } from './sample-article.ts';

/** What editors get wrong: the change, and file:line, field, found, expected of the message. */
const MISTAKES: readonly [
  name: string,
  change: Record<string, string | undefined>,
  line: number,
  field: string | undefined,
  found: string | RegExp,
  expected: string | RegExp,
][] = [
  [
    'an unquoted date',
    { date: 'date: 2023-04-14' },
    3,
    undefined,
    '没有引号的日期 2023-04-14',
    '"2023-04-14"',
  ],
  ['a day that does not exist', { date: 'date: "2023-02-30"' }, 3, 'date', '"2023-02-30"', '真实存在的日期'],
  [
    'a date written in Chinese',
    { date: 'date: "2023年4月14日"' },
    3,
    'date',
    '"2023年4月14日"',
    '2023-04-14',
  ],
  ['another day than the folder', { date: 'date: "2023-04-15"' }, 3, 'date', '"2023-04-15"', '"2023-04-14"'],
  ['another id than the file', { id: 'id: "p02-010"' }, 2, 'id', '"p02-010"', '"p02-009"'],
  ['an id without its page', { id: 'id: "009"' }, 2, 'id', '"009"', 'p02-041'],
  ['a page that is a number', { page: 'page: 2' }, 4, 'page', '2', '文字'],
  ['a page of one digit', { page: 'page: "2"' }, 4, 'page', '"2"', '两位数字'],
  ['a page that the id does not name', { page: 'page: "03"' }, 4, 'page', '"03"', 'p02-009'],
  ['no headline', { headline: undefined }, 2, 'headline', '没有这一项', '文字'],
  ['an empty headline', { headline: 'headline: ""' }, 7, 'headline', '""', '不能为空'],
  ['a headline of spaces', { headline: 'headline: "  "' }, 7, 'headline', '"  "', '不能为空'],
  [
    'a status that is none',
    { status: 'status: done' },
    6,
    'status',
    '"done"',
    'machine、proofread、validated、withdrawn',
  ],
  [
    'a status in Chinese',
    { status: 'status: 已校对' },
    6,
    'status',
    '"已校对"',
    'machine、proofread、validated、withdrawn',
  ],
  ['withdrawn without a reason', { status: 'status: withdrawn' }, 2, 'withdrawn', '没有这一项', 'reason'],
  [
    'a reason without withdrawn',
    { withdrawn: 'withdrawn: { reason: "重复", date: "2026-01-01" }' },
    6,
    'status',
    '"proofread"',
    'withdrawn',
  ],
  ['topics that are no list', { topics: 'topics: military' }, 11, 'topics', '"military"', '列表'],
  [
    'a topic by its Chinese name',
    { topics: 'topics: ["军事·双拥"]' },
    11,
    'topics.0',
    '"军事·双拥"',
    '小写字母',
  ],
  ['an order that is a word', { order: 'order: "一"' }, 5, 'order', '"一"', '数字'],
  ['an order of 0', { order: 'order: 0' }, 5, 'order', '0', /1/u],
  [
    'a byline that is a name alone',
    { bylines: 'bylines:\n  - "王蕾蕾"' },
    10,
    'bylines.0',
    '"王蕾蕾"',
    '一组字段',
  ],
  [
    'a byline without a name',
    { bylines: 'bylines:\n  - { role: "记者" }' },
    10,
    'bylines.0.name',
    '没有这一项',
    '文字',
  ],
  ['a misspelt field', { deckk: 'deckk: "副题"' }, 2, undefined, /./u, '“deckk”'],
  ['a field twice', { deck: 'deck: "一"\ndeck: "二"' }, 14, undefined, 'DUPLICATE_KEY', '只写一次'],
  ['a colon without quotes', { deck: 'deck: 丰台: 新的一页: 开始' }, 13, undefined, 'YAML', '合规的 YAML'],
  ['a quote that does not close', { deck: 'deck: "丰台' }, 13, undefined, 'YAML', '合规的 YAML'],
  [
    'a tab for indenting',
    { bylines: 'bylines:\n\t- { role: "记者", name: "王" }' },
    10,
    undefined,
    'YAML',
    '合规的 YAML',
  ],
  ['an empty field', { deck: 'deck:' }, 13, 'deck', '空值', '文字'],
  ['a YAML alias', { deck: 'kicker: &a "丰台"\ndeck: *a' }, 14, undefined, '*a', '直接写出'],
  ['a line range that is a line', { lines: 'lines: [6]' }, 12, 'lines.0', '6', /./u],
  ['a jump to page 1', { jumpTo: 'jumpTo: "1"' }, 13, 'jumpTo', '"1"', '两位数字'],
  [
    'a derived headline misspelt',
    { headlineSource: 'headlineSource: derivd' },
    8,
    'headlineSource',
    '"derivd"',
    'printed、derived',
  ],
];

/** The field `bylines` of the sample takes two lines; what follows its change still stands. */
const withoutOldByline = (text: string, change: Record<string, unknown>) =>
  'bylines' in change ? text.replace('\n  - { role: "记者", name: "王蕾蕾" }', '') : text;

describe('an editor is told the place, what was found and what was expected:', () => {
  test.each(MISTAKES)('%s', (_, change, line, field, found, expected) => {
    const { article, problems } = parseArticle(
      withoutOldByline(articleText(undefined, change), change),
      FILE,
    );
    expect(article).toBeUndefined();
    const problem = problems.find((candidate) => candidate.field === field && candidate.line === line);
    expect(problem, problems.map(formatProblem).join('\n')).toBeDefined();
    expect(problem!.found).toMatch(found);
    expect(problem!.expected).toMatch(expected);
    expect(formatProblem(problem!)).toMatch(`${FILE}:${line}`);
  });
});

test('the sample itself has no fault', () => {
  expect(parseArticle(articleText(), FILE).problems).toEqual([]);
});

test('all mistakes of a file are told at once', () => {
  const text = articleText('{1}', { status: 'status: x', page: 'page: 2', order: 'order: -1' });
  expect(
    parseArticle(text, FILE)
      .problems.map(({ line }) => line)
      .sort((a, b) => a - b),
  ).toEqual([4, 5, 6, 15]);
});

test.each([
  ['no front matter at all', '近日，丰台区召开会议。\n'],
  ['front matter that does not end', '---\nid: "p02-009"\n'],
  ['an empty file', ''],
])('%s', (_, text) => {
  expect(parseArticle(text, FILE).problems[0]).toMatchObject({ file: FILE, line: 1, found: '没有篇首信息' });
});

test.each(['\uFEFF', ''])('Windows line ends and a byte order mark make no difference (%j)', (mark) => {
  const plain = parseArticle(articleText('第一段。\n\n第二段。'), FILE);
  const windows = parseArticle(mark + articleText('第一段。\n\n第二段。').replaceAll('\n', '\r\n'), FILE);
  expect(windows).toEqual(plain);
  expect(plain.article?.blocks.map(({ text }) => text)).toEqual(['第一段。', '第二段。']);
});
