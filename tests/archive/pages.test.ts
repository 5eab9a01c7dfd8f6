import { expect, test } from 'vitest';
import { formatBylines } from '../../src/archive/bylines.ts';
import { excerptOf, lengthOf, shorten } from '../../src/archive/excerpts.ts';
import { spanOfDate } from '../../src/archive/marks.ts';
import { formatMonths } from '../../src/archive/month-spans.ts';
import { setMonth } from '../../src/archive/month-table.ts';
import { setProse } from '../../src/archive/prose.ts';
import type { Issue } from '../../src/model.ts';
import { makeArticle } from './make-article.ts';

const issue = (given: Partial<Issue>): Issue => ({
  date: '2024-02-29',
  dateSource: 'printed',
  pages: [],
  ...given,
});

test('bylines are set as the paper sets them', () => {
  expect(
    formatBylines([
      { role: '文', name: '高枝' },
      { role: '文', name: '武红利' },
      { role: '记者', name: '王蕾蕾' },
    ]),
  ).toEqual(['文/高枝 武红利', '记者 王蕾蕾']);
});

test('an excerpt has no dateline and ends with a sentence where one ends in time', () => {
  const text = '本报讯（记者 王蕾蕾）4月11日，区委召开会议。会议强调，要全面落实。';
  const article = makeArticle({ blocks: [{ kind: 'paragraph', text, line: 1 }] });
  expect(excerptOf(article, 20)).toBe('4月11日，区委召开会议。');
  expect(shorten('一'.repeat(30), 10)).toBe(`${'一'.repeat(10)}……`);
});

test('the length of an article counts characters, not spaces', () => {
  expect(lengthOf(makeArticle({ blocks: [{ kind: 'paragraph', text: '丰台 　报 ABC', line: 1 }] }))).toBe(6);
});

test('the span of an inferred date says what differs and no more', () => {
  const span = (earliest: string, latest: string) => spanOfDate(issue({ earliest, latest }));
  expect(span('2026-03-11', '2026-03-16')).toBe('2026年3月11日至16日之间');
  expect(span('2025-02-27', '2025-03-03')).toBe('2025年2月27日至3月3日之间');
  expect(span('2025-12-30', '2026-01-02')).toBe('2025年12月30日至2026年1月2日之间');
  expect(spanOfDate(issue({}))).toBeUndefined();
});

test('months are gathered into spans', () => {
  expect(formatMonths([1, 2, 3, 5, 7, 8])).toBe('1—3月、5月、7—8月');
});

test('a month begins on its weekday and has all its days, a leap day too', () => {
  const weeks = setMonth({ month: '2024-02', issues: [issue({})] });
  expect(weeks[0]!.findIndex((day) => day !== undefined)).toBe(3); // a Thursday
  const days = weeks.flat().filter((day) => day !== undefined);
  expect(days).toHaveLength(29);
  expect(days.at(-1)?.issue?.date).toBe('2024-02-29');
});

test('blocks keep their numbers; captions and credits of one picture stand together', () => {
  const groups = setProse(
    makeArticle({
      blocks: [
        { kind: 'paragraph', text: '本报讯（记者 某某）开幕。', line: 1 },
        { kind: 'caption', text: '甲', line: 2 },
        { kind: 'credit', text: '某 摄', line: 3 },
        { kind: 'caption', text: '乙', line: 4 },
        { kind: 'credit', text: '某 摄', line: 5 },
      ],
    }),
  );
  expect(groups.map(({ blocks }) => blocks.map(({ anchor }) => anchor))).toEqual([
    ['p1'],
    ['p2', 'p3'],
    ['p4', 'p5'],
  ]);
  expect(groups[0]!.blocks[0]!.html).toBe('<b class="dateline">本报讯（记者 某某）</b>开幕。');
});

test('speakers are set apart in an interview only, and text is never taken for markup', () => {
  const block = (text: string) => ({ kind: 'paragraph' as const, text, line: 1 });
  const htmlOf = (texts: string[]) =>
    setProse(makeArticle({ blocks: texts.map(block) }))[0]!.blocks.map(({ html }) => html);
  expect(htmlOf(['记者：怎样看？', '王某：好。', '记者：还有呢？'])[1]).toBe(
    '<b class="speaker">王某：</b>好。',
  );
  expect(htmlOf(['王某：好。'])[0]).toBe('王某：好。');
  expect(htmlOf(['<script>3<5 & "x"'])[0]).toBe('&lt;script&gt;3&lt;5 &amp; &quot;x&quot;');
});
