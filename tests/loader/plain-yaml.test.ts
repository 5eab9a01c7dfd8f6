import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listFiles } from '../../src/loader/list-files.ts';
import { parseWholeYaml } from '../../src/loader/parse-yaml.ts';
import { readPlainYaml } from '../../src/loader/read-plain-yaml.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
    'a: [b,c]',
    'a: {b: c}',
    'a: { b: c, b: d }',
    'a: 1\na: 2',
    '- a',
    '# a',
    '',
    'a: "b"\n',
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
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      if (expectSame(lines.join('\n'))) plain += 1;
    }),
    { numRuns: 4000 },
  );
  expect(plain).toBeGreaterThan(40);
});

test('the front matter of every article of the archive is read the same both ways', async () => {
  for (const file of await listFiles(root, 'content/articles')) {
    if (!file.endsWith('.mdx')) continue;
    expectSame(readFileSync(`${root}/${file}`, 'utf8').split(/^---$/mu)[1]!.trim());
  }
});
