import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bridges, tokenize } from '../../scripts/build/search/tokenize.ts';
import { markResult } from '../../src/search/engine/answer-search.ts';
import { cutSnippet, markSegments, type Segment } from '../../src/search/engine/cut-snippet.ts';
import { findPhrase, mergeRanges } from '../../src/search/find-phrase.ts';
import { parseQuery } from '../../src/search/query.ts';
import { tokenOf } from '../../src/search/tokens.ts';

const write = (segments: readonly Segment[]) =>
  segments.map(({ text, marked }) => (marked ? `【${text}】` : text)).join('');
const article = {
  date: '2024-01-05',
  id: 'p02-100',
  headline: '丰台区部署协同工作',
  kicker: '京津冀：向前一步',
  deck: '——倍增追赶在行动',
  reporters: [],
  blocks: ['会议指出，协同发展要向前一步。', '京津冀协同，丰台先行。'],
};
const show = (typed: string) => {
  const { headline, kicker, snippet } = markResult(article, parseQuery(typed), 'exact', new Map());
  return [write(headline), write(kicker!), write(snippet)];
};

describe('a result shows where the phrase stands', () => {
  test('in the first block that holds it, in headline and kicker too', () => {
    expect(show('京津冀')).toEqual([
      '丰台区部署协同工作',
      '【京津冀】：向前一步',
      '【京津冀】协同，丰台先行。',
    ]);
  });

  test('标题: marks headlines only: the text was not asked for', () => {
    expect(show('标题:协同')).toEqual([
      '丰台区部署【协同】工作',
      '京津冀：向前一步',
      '会议指出，协同发展要向前一步。',
    ]);
  });

  test('a phrase that only the deck holds shows the deck, else a reader would not see why the article was found', () => {
    expect(show('倍增')[2]).toBe('——【倍增】追赶在行动');
  });

  test('an article of nothing but a headline has no excerpt', () => {
    const { snippet } = markResult({ ...article, blocks: [] }, parseQuery('协同'), 'exact', new Map());
    expect(snippet).toEqual([]);
  });
});

describe('an excerpt', () => {
  const sentence = (length: number, mark = '。') => '字'.repeat(length - 1) + mark;

  test('begins with the sentence of the hit and ends with a sentence', () => {
    const text = `${sentence(60)}有倍增的一句。${sentence(60)}${sentence(60)}`;
    const at = text.indexOf('倍增');
    expect(write(cutSnippet(text, [[at, at + 2]]))).toBe(`……有【倍增】的一句。${sentence(60)}……`);
  });

  test('a sentence longer than the excerpt is cut around the hit', () => {
    const text = `${'前'.repeat(200)}倍增${'后'.repeat(200)}`;
    expect(write(cutSnippet(text, [[200, 202]], 40))).toBe(
      `……${'前'.repeat(19)}【倍增】${'后'.repeat(19)}……`,
    );
  });

  test('a text without a mark at its end is shown to its end', () => {
    const text = `${sentence(90)}${sentence(60)}末句说倍增。尾声`;
    expect(write(cutSnippet(text, [[153, 155]]))).toBe('……末句说【倍增】。尾声');
  });

  test('is a piece of the text, holds its hit whole and cuts no character in two', () => {
    // Long texts with few ends of sentences: most are cut in the middle of one.
    const unit = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('丰', '台', '”', '，', 'a') },
      { weight: 20, arbitrary: fc.constant('\u{20bb7}') },
      { weight: 1, arbitrary: fc.constantFrom('。', '！') },
    );
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 100, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        (text, where, wide) => {
          const characters = [...text];
          const first = where % characters.length;
          const from = characters.slice(0, first).join('').length;
          const to = characters.slice(0, Math.min(first + wide, characters.length)).join('').length;
          const segments = cutSnippet(text, [[from, to]]);
          expect(segments.filter(({ marked }) => marked).map((one) => one.text)).toEqual([
            text.slice(from, to),
          ]);
          const shown = segments.map((one) => one.text).join('');
          expect(shown.isWellFormed()).toBe(true);
          expect(text).toContain(shown.replace(/^……/u, '').replace(/……$/u, ''));
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('hits that overlap are marked as one, those that touch each by itself; no text is lost', () => {
  expect(findPhrase('哈哈哈', '哈哈', 'exact')).toEqual([
    [0, 2],
    [1, 3],
  ]);
  expect(write(markSegments('哈哈哈笑', findPhrase('哈哈哈笑', '哈哈', 'exact')))).toBe('【哈哈哈】笑');
  expect(
    mergeRanges([
      [2, 4],
      [0, 2],
      [0, 1],
      [2, 9],
    ]),
  ).toEqual([
    [0, 2],
    [2, 9],
  ]);
  // A phrase that folds to nothing stands nowhere, and is not looked for without end.
  expect(findPhrase('丰台', '', 'exact')).toEqual([]);
});

test('忽略标点: a letter is bound to the one behind the punctuation; punctuation itself is bound to nothing', () => {
  const bridge = (a: string, b: string, gap: number) => tokenOf(a.charCodeAt(0), b.charCodeAt(0), gap);
  const words = tokenize('京，“津。\uffff冀', bridges).split(' ');
  expect(words).toEqual([bridge('京', '津', 2), ',', ',', ',', ',', ',', ',']);
});
