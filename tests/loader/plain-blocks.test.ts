import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkup } from '../../src/loader/parse-body.ts';
import { readPlainBlocks } from '../../src/loader/read-plain-blocks.ts';
import { countPlain, readArticles } from './both-readings.ts';

const PLACE = { file: 'content/articles/2023-04-14/p02-009.mdx', firstLine: 3 };

/** What is read without the parsers is what they read. */
function expectSame(source: string): boolean {
  const blocks = readPlainBlocks(source, PLACE.firstLine);
  if (blocks) expect({ blocks, problems: [] }).toEqual(parseMarkup(source, PLACE));
  return blocks !== undefined;
}

test('a body of text and subheads is read without the parsers, as they read it', () => {
  expect(
    expectSame(
      '\n本报讯（记者 王蕾蕾）会议召开。\n\n## 小标题\n\n第一行\n第二行 end\nline\n\n1. 甲\n- 乙\n---\n===\n',
    ),
  ).toBe(true);
});

test('what Markdown or MDX could take for more than text is left to them', () => {
  for (const line of [
    '**甲**',
    '`甲`',
    '甲\\n',
    '{甲}',
    '<Caption>甲</Caption>',
    '&amp;',
    '[甲](/)',
    '![甲](/)',
    '# 甲',
    '## 甲 ##',
    '###甲',
    ' 甲',
    '甲  ',
    '\t甲',
    '##',
    '## ',
    'import a from "a"',
    'export const a = 1',
    '甲\r',
    '甲\u200b乙',
    '~~甲~~',
    '| 甲 |',
  ])
    expect([line, readPlainBlocks(line, 1)]).toEqual([line, undefined]);
  expect(readPlainBlocks('甲\n## 乙', 1)).toBeUndefined();
  expect(readPlainBlocks('## 甲\n乙', 1)).toBeUndefined();
});

test('whatever lines an article has, both readings are the same', () => {
  const token = fc.constantFrom(
    '甲',
    '乙。',
    'a',
    'Z',
    '1',
    '2023.',
    ' ',
    '\u3000',
    '\n',
    '\n\n',
    '\n\n## ',
    '## ',
    '#',
    '-',
    '+',
    '=',
    '---',
    '===',
    ':',
    '"',
    "'",
    '(',
    ')',
    '@',
    '$',
    '%',
    '^',
    '/',
    ',',
    ';',
    '?',
    '.',
    '\u00a0',
    '\u2028',
    '\u000b',
    '\f',
    '”',
    'www.bjft.gov.cn',
    'a@b.cn',
    'https://b.cn',
    'import',
    'export',
    '   ',
    '    ',
    '*',
    '_',
    '<',
    '{',
    '[',
    '&',
    '!',
    '\t',
    '𠮷',
    '\ud83d',
    '~',
  );
  const source = fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join(''));
  expect(countPlain(source, expectSame, 4000)).toBeGreaterThan(400);
});

test('the articles of the archive are read the same both ways', async () => {
  const plain = (await readArticles()).map(({ body }) => expectSame(body));
  expect(plain).toContain(true);
});
