import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCharacterMap } from '../../scripts/build/search/make-character-map.ts';
import { bridges, pairs, tokenize } from '../../scripts/build/search/tokenize.ts';
import { cutSnippet } from '../../src/search/engine/cut-snippet.ts';
import { joinPlaces } from '../../src/search/engine/join-places.ts';
import { findPhrase, type Range } from '../../src/search/find-phrase.ts';
import { fold, foldText, originOf, readCharacterMap } from '../../src/search/fold.ts';
import { packNumbers, unpackNumbers } from '../../src/search/packed-numbers.ts';
import { partsOf, streamOf } from '../../src/search/searched-text.ts';
import { SEPARATOR, tokenOf } from '../../src/search/tokens.ts';

const map = readCharacterMap(makeCharacterMap(new Set('丰台区着干后发')));
const anyText = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...'丰臺豐台區，。“”「」『﹃﹂｢ＴＯＤtod㎡①é e\u0301１1 \ud840\udc00\ud840'.split(''),
    ),
  }),
  fc.string({ unit: 'binary' }),
);

describe('folding', () => {
  test.each([
    ['ＴＯＤ', 'tod'],
    ['TOD', 'tod'],
    ['豐臺區', '丰台区'],
    ['㎡', 'm2'],
    ['⼀', '一'],
    ['，', ','],
    ['e\u0301', 'é'],
    // The archive publishes ﹃四项行动﹄ as “四项行动”; who writes traditional characters quotes 「四项行动」.
    ['﹃四﹁项﹂行动﹄', '“四‘项’行动”'],
    ['「四『项』行动」', '“四‘项’行动”'],
    ['「四项行动」12', '“四项行动”12'],
    ['｢四项行动｣', '“四项行动”'],
  ])('%s is looked for as %s', (typed, folded) => {
    expect(foldText(typed, map)).toBe(folded);
  });

  test('a simplified character that is also a traditional one stays itself', () => {
    expect(foldText('著名 乾隆', map)).toBe('著名 乾隆');
  });

  test('holds only characters that occur', () => {
    expect(makeCharacterMap(new Set('丰'))).toBe('豐丰');
  });

  test('folding twice changes nothing, and every folded place comes from the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text, map);
        expect(foldText(folded.text, map)).toBe(folded.text);
        for (let at = 0; at < folded.text.length; at++) {
          const [from, to] = originOf(folded, at, at + 1);
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('tokens', () => {
  test('none is the beginning of another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of tokenize(text, pairs).split(' ')) expect(word).toMatch(/^(?:[a-z]{9}|,|)$/u);
      }),
    );
  });

  /** Looks a phrase up as the engine does, over the tokens of one text. */
  function lookUp(stream: string, phrase: string): number[] {
    const words = tokenize(stream, pairs).split(' ');
    const offsets = phrase.length % 2 === 1 ? [phrase.length - 2] : [];
    for (let at = 0; at + 1 < phrase.length; at += 2) offsets.push(at);
    const lists = offsets.map((at) => {
      const token = tokenOf(phrase.charCodeAt(at), phrase.charCodeAt(at + 1));
      return Uint32Array.from(words.flatMap((word, place) => (word === token ? [place] : [])));
    });
    return [...joinPlaces(lists, offsets)];
  }

  test('pairs find every place of a phrase and no other, never across blocks', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '，'), minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1 }),
        fc.string({ unit: fc.constantFrom('甲', '乙', '，'), minLength: 2, maxLength: 6 }),
        (blocks, phrase) => {
          const whole = partsOf({ headline: blocks[0]!, blocks: blocks.slice(1) }, new Map());
          const expected = whole.parts.flatMap((part) =>
            findPhrase(part.folded.text, foldText(phrase, new Map()), 'exact').map(
              ([from]) => part.start + from,
            ),
          );
          expect(lookUp(streamOf(whole), foldText(phrase, new Map()))).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('who corrects a word moves no other block and no other article: their part of the index stays the same', () => {
    const placesOf = (first: string) => {
      const whole = partsOf(
        { headline: '标题', blocks: [first, '乙'.repeat(30), '丙'.repeat(30)] },
        new Map(),
      );
      expect(streamOf(whole)).toHaveLength(whole.length);
      return { starts: whole.parts.map(({ start }) => start), length: whole.length };
    };
    const before = placesOf('甲'.repeat(20));
    expect(placesOf('甲'.repeat(25))).toEqual(before);
    expect(placesOf('甲'.repeat(18))).toEqual(before);
    // A block that grows by a line moves those after it, and still no other article.
    expect(placesOf('甲'.repeat(35)).starts).not.toEqual(before.starts);
    expect(placesOf('甲'.repeat(35)).length).toEqual(before.length);
  });

  test('a bridge leads over punctuation and never over the end of a block', () => {
    const first = (text: string) => tokenize(text, bridges).split(' ')[0];
    expect(first('甲，”乙')).toBe(tokenOf('甲'.charCodeAt(0), '乙'.charCodeAt(0), 2));
    expect(first(`甲，${SEPARATOR}乙`)).toBe(',');
    expect(first('甲乙')).toBe(',');
    expect(first('甲，')).toBe(',');
    expect(first(`甲${'，'.repeat(12)}乙`)).toBe(tokenOf('甲'.charCodeAt(0), '乙'.charCodeAt(0), 12));
    expect(first(`甲${'，'.repeat(13)}乙`)).toBe(',');
  });
});

describe('忽略标点', () => {
  test('passes over punctuation on both sides', () => {
    expect(findPhrase('的“京津冀”协同', '京津冀协同', 'letters')).toEqual([[2, 8]]);
    expect(findPhrase('京津冀协同', '“京津冀”，协同', 'letters')).toEqual([[0, 5]]);
    expect(findPhrase('的“京津冀”协同', '京津冀协同', 'exact')).toEqual([]);
  });
});

describe('excerpts', () => {
  test('hold the whole hit, whatever the text, and nothing that the text does not hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'丰台。，！”甲'.split('')), minLength: 1, maxLength: 400 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const from = a % text.length;
          const to = Math.min(text.length, from + 1 + (b % 8));
          const range: Range = [from, to];
          const segments = cutSnippet(text, [range]);
          expect(segments.some(({ text: piece, marked }) => marked && piece === text.slice(from, to))).toBe(
            true,
          );
          const joined = segments
            .map((segment) => segment.text)
            .join('')
            .replace(/^……|……$/gu, '');
          expect(text).toContain(joined);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('begin and end with sentences where there is room', () => {
    const text = `${'前'.repeat(90)}。这里有协同二字。${'后'.repeat(200)}。`;
    const from = text.indexOf('协同');
    expect(
      cutSnippet(text, [[from, from + 2]])
        .map((segment) => segment.text)
        .join('|'),
    ).toBe('……这里有|协同|二字。……');
  });
});

test('numbers come back as they were packed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 31 })), (numbers) => {
      expect([...unpackNumbers(packNumbers(numbers), numbers.length)]).toEqual(numbers);
    }),
  );
});
