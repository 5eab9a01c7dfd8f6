import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNumbers, listNumberedStatements } from '../../src/archive/numbers.ts';
import { makeArticle } from './make-article.ts';

const found = (text: string) => findNumbers(text).map((number) => number.text);

test.each([
  ['腾退455家科技企业，吸引387家', ['455家', '387家']],
  ['总投资8100亿元投资及6000万平方米空间', ['8100亿元', '6000万平方米']],
  ['同比增长16.2%，高于全区6.4个百分点', ['16.2%', '6.4个百分点']],
  ['2900余家党建协调单位、3.4万余名在职党员、2600多家企业', ['2900余家', '3.4万余名', '2600多家']],
  ['占地17.63平方公里，改造430公里老旧线路', ['17.63平方公里', '430公里']],
  ['投入1,200万元', ['1,200万元']],
])('%s', (text, numbers) => expect(found(text)).toEqual(numbers));

test.each([
  '2025年2月14日，第3次会议，第02版',
  '在第12届会议上，20个月内',
  '2023人才计划、2024家庭日、15项目、2025元旦',
  'A10个、5+12个',
  '抓好2个项目、3项工作',
  '1937年7月7日至8日，120年前',
])('dates, ordinals, names and small counts are no figures: %s', (text) => expect(found(text)).toEqual([]));

test('a number is given as printed, at its place', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'0123456789.,第年月家个亿万元%，。余至 丰'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, (value) => {
      for (const number of findNumbers(value)) {
        expect(value.slice(number.from, number.to)).toBe(number.text);
        expect(Number.isFinite(number.value)).toBe(true);
      }
    }),
  );
});

test('a statement is the whole sentence, with the paragraph where it stands', () => {
  const article = makeArticle({
    blocks: [
      { kind: 'paragraph', text: '无数字的一段。', line: 1 },
      { kind: 'paragraph', text: '前一句。全区累计新增企业436个，同比增长156%。后一句。', line: 2 },
    ],
  });
  const [statement, ...others] = listNumberedStatements([article], 10);
  expect(others).toEqual([]);
  expect(statement!.anchor).toBe('p2');
  expect(statement!.runs.map(({ text }) => text).join('')).toBe('全区累计新增企业436个，同比增长156%。');
  expect(statement!.runs.filter(({ number }) => number).map(({ text }) => text)).toEqual(['436个', '156%']);
  expect(statement!.cut).toEqual({ before: false, after: false });
});

test('of a long sentence the clauses around the number are given, and what is left out is told', () => {
  const filler = '进一步推动各项工作走深走实，';
  const text = `${filler.repeat(8)}累计投资203亿元，${filler.repeat(8)}完。`;
  const [statement] = listNumberedStatements(
    [makeArticle({ blocks: [{ kind: 'paragraph', text, line: 1 }] })],
    10,
  );
  const given = statement!.runs.map((run) => run.text).join('');
  expect(text).toContain(given);
  expect(given).toContain('203亿元');
  expect(given.length).toBeLessThanOrEqual(90);
  expect(statement!.cut).toEqual({ before: true, after: true });
});

test('a reprint is not counted twice', () => {
  const blocks = [{ kind: 'paragraph' as const, text: '完成投资203亿元。', line: 1 }];
  const twice = [makeArticle({ blocks }), makeArticle({ id: 'p02-009', blocks })];
  expect(listNumberedStatements(twice, 10)).toHaveLength(1);
});
