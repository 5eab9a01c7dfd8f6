import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseWholeYaml } from '../../src/loader/parse-yaml.ts';
import { readPlainYaml } from '../../src/loader/read-plain-yaml.ts';
import { countPlain, readArticles, readIssueFiles } from './both-readings.ts';

/** What is read without the YAML parser is what it reads. */
function expectSame(source: string): boolean {
  const plain = readPlainYaml(source);
  if (plain)
    expect({ value: plain, problems: [] }).toEqual(parseWholeYaml(source, z.any(), { file: 'a.mdx' }));
  return plain !== undefined;
}

test('front matter as it is written is read without the YAML parser, as it reads it', () => {
  const lines = [
    'id: "p01-005"',
    'order: 1',
    'status: proofread',
    'headline: "甲: # 乙 ‘丙’"',
    'bylines:',
    '  - { role: "记者", name: "高枝" }',
    '  - { role: "文", name: "" }',
    'topics: [jing-jin-ji, doubling]',
    'lines: [[3, 59], [61, 70]]',
    'doubts:',
    '  - { line: 3, message: "存疑", closeness: 0.83 }',
    'eventDate: "2025-02-26"',
  ];
  expect(expectSame(lines.join('\n'))).toBe(true);
});

test('the file of an issue is read without the YAML parser, with lists and fields that stand below others', () => {
  const lines = [
    'date: "2023-04-14"',
    'pages:',
    '  - page: "02"',
    '    staff:',
    '      - { role: "美编", name: "冰昔" }',
    '      - { role: "校对", name: "杨志强" }',
    '    furniture:',
    '      - text: "02 2023 年 4 月 14 日"',
    '        source: [[2,0,50]]',
    '      - text: "综合"',
    '        source:',
    '          - - 1',
    '            - 0',
    '            - 15',
    '          - [2, 0, 4]',
    '  - page: "03"',
    'evidence: "报眉"',
    '',
  ];
  expect(expectSame(lines.join('\n'))).toBe(true);
});

test('what is nested too deep for a file of ours is a problem of that file: neither reading runs out of room', () => {
  for (const deep of [`a: ${'['.repeat(100_000)}`, `a:\n  ${'- '.repeat(100_000)}1`]) {
    expect(readPlainYaml(deep)).toBeUndefined();
    expect(parseWholeYaml(deep, z.any(), { file: 'a.mdx' }).problems).not.toEqual([]);
  }
});

test('what may be more than a word, a number or a string is left to the parser', () => {
  for (const line of [
    'a: 2023-04-14',
    'a: null',
    'a: true',
    'a: ~',
    'a: *b',
    'a: &b c',
    'a: !b c',
    'a: 007',
    'a: 0x1',
    'a: .5',
    'a: 1e3',
    'a: -1',
    'a: "\\u202e"',
    "a: 'b'",
    'a: |',
    'a: b c',
    'a: b # c',
    'a:',
    'a: [b',
    'a: [b,, c]',
    'a: [b, ]',
    'a: {b: c}',
    'a: { b: c, b: d }',
    'a: 1\na: 2',
    '- a',
    '# a',
    '',
    'a: "b"\n\n',
    'a:\n- b',
    'a:\n   - b',
    'a:\n  - b\n    c',
    'a: b\n  c',
    'a:\n  - b: c\n     d: e',
    'a:\n  b: c\n   d: e',
    'a:\n  -  b: c',
    'a:\n  -',
    'a: "b',
    '"a": b',
    'a : b',
    'a:  b',
    'a: b\r',
    'a: "\u200b"',
    '__proto__: a',
  ])
    expect([line, readPlainYaml(line)]).toEqual([line, undefined]);
});

test('whatever front matter an editor writes, both readings are the same', () => {
  const scalar = fc.constantFrom(
    '"甲"',
    '""',
    '"a: b"',
    '"# 甲"',
    '"{"',
    'a',
    'a-b',
    'a-',
    'true',
    'null',
    'no',
    '0',
    '7',
    '12',
    '007',
    '1.50',
    '0.83',
    '1.',
    '-1',
    '1e3',
    '0o7',
    '2023-04-14',
    '~',
    "'a'",
    '*a',
    '"\\n"',
    'a b',
    'a:b',
    '#a',
    '',
    '[]',
    '{}',
    '99999999999999999',
    '"\u3000"',
    'é',
  );
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc
        .tuple(fc.array(tie('value'), { maxLength: 3 }), fc.constantFrom(', ', ','))
        .map(([list, by]) => `[${list.join(by)}]`),
      fc
        .array(fc.tuple(fc.constantFrom('a', 'b', 'line', 'a-b', '"a"'), tie('value')), { maxLength: 3 })
        .map((list) => `{ ${list.map(([key, each]) => `${key}: ${each}`).join(', ')} }`),
    ),
  }));
  const line = fc.oneof(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'id', '1', 'a b'), value)
      .map(([key, each]) => `${key}: ${each}`),
    fc
      .tuple(fc.constantFrom('e', 'f'), fc.array(value, { maxLength: 2 }))
      .map(([key, list]) => [`${key}:`, ...list.map((each) => `  - ${each}`)].join('\n')),
    fc.constantFrom('', '# a', '  - a', '- a', '   ', '---', '...'),
  );
  const source = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
  expect(countPlain(source, expectSame, 4000)).toBeGreaterThan(40);
});

test('whatever an editor writes below what, both readings are the same', () => {
  const value = fc.constantFrom('"甲"', 'a', '7', '[1, 2]', '{ a: 1 }', 'null', 'a b', '');
  const indent = (text: string, by: number) => text.replace(/^(?=.)/gmu, ' '.repeat(by));
  const by = fc.constantFrom(2, 2, 2, 2, 2, 2, 4, 1, 0);
  const { fields } = fc.letrec<{ fields: string; items: string; below: string }>((tie) => ({
    fields: fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'line'), { minLength: 1, maxLength: 3 })
      .chain((keys) =>
        fc.tuple(
          ...keys.map((key) =>
            fc.oneof(
              { maxDepth: 3 },
              value.map((text) => `${key}: ${text}`),
              fc.tuple(tie('below'), by).map(([below, width]) => `${key}:\n${indent(below, width)}`),
            ),
          ),
        ),
      )
      .map((lines) => lines.join('\n')),
    items: fc
      .array(
        fc.oneof(
          { maxDepth: 3 },
          value,
          fc.tuple(tie('below'), by).map(([below, width]) => indent(below, width).trimStart()),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    below: fc.oneof(tie('fields'), tie('items')),
  }));
  expect(countPlain(fields, expectSame, 600)).toBeGreaterThan(40);
});

test('the front matter of every article and the file of every issue are read the same both ways', async () => {
  const articles = (await readArticles()).map(({ frontMatter }) => expectSame(frontMatter));
  const issues = (await readIssueFiles()).map(expectSame);
  // What the machine wrote is what the plain reading is there for.
  expect([articles.includes(true), issues.includes(true)]).toEqual([true, true]);
});
