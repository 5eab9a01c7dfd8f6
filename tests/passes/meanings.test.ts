import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composePages } from './compose-pages.ts';
import { readInvented } from '../../scripts/bench/read-invented.ts';
import { readKnownGaps } from '../../scripts/bench/read-known-gaps.ts';
import { readMeanings } from '../../scripts/pipeline/3-articles/match-meanings.ts';
import { weighCut } from '../../scripts/pipeline/3-articles/weigh-cuts.ts';
import { breaksWord, DIMENSIONS, likeness, meaningOf } from '../../scripts/pipeline/word-meanings.ts';
import { cleanText } from '../../scripts/pipeline/index.ts';

const articles = readInvented().flatMap(({ articles }) => articles);

const HOSPITAL = '门诊楼里，医生给患者量血压、开药方，护士带着老人去做检查。';
const WARD = '病房新添了二十张床位，手术后的康复治疗不用再转院。';
const RAILWAY = '列车晚点的消息传来，候车厅里的旅客纷纷改签车票。';

test('two paragraphs of one thing are alike though they share no word: an article is not torn between them', () => {
  const together = likeness(meaningOf(HOSPITAL), meaningOf(WARD));
  expect(together).toBeGreaterThan(likeness(meaningOf(HOSPITAL), meaningOf(RAILWAY)) + 0.2);
});

test('a known word is found across the break between two lines, and none beside it', () => {
  expect(breaksWord('医院做完白', '内障手术')).toBe(true);
  expect(breaksWord('旅游知', '名度更高')).toBe(true);
  expect(breaksWord('推', '进')).toBe(true);
  expect(breaksWord('在推进', '，')).toBe(false);
  expect(breaksWord('，', '在推进')).toBe(false);
  expect(breaksWord('推进', '')).toBe(false);
  expect(breaksWord('', '推进')).toBe(false);
});

test('a headline that shares no word with its text finds it among others', () => {
  const meanings = readMeanings([RAILWAY, WARD, '球队在加时赛中攻入一球，赢得了联赛冠军。']);
  const weigh = meanings.weigher('看病更方便');
  expect(weigh(1, 2)).toBeGreaterThan(weigh(0, 1) + 0.5);
  expect(weigh(1, 2)).toBeGreaterThan(weigh(2, 3) + 0.5);
});

test('any text has a meaning of finite numbers, and is as like itself as can be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const meaning = meaningOf(text);
      expect(meaning.length).toBe(DIMENSIONS);
      expect(meaning.every(Number.isFinite)).toBe(true);
      if (meaning.some((value) => value !== 0)) expect(likeness(meaning, meaning)).toBeCloseTo(1);
      expect(likeness(meaning, new Float64Array(DIMENSIONS))).toBe(0);
    }),
  );
});

test('fewer gaps between paragraphs are taken for what they are not: articles are cut where they end', () => {
  const without = new Set(['meaning']);
  let wrong = 0;
  let wrongWithout = 0;
  for (const { signs, cuts } of composePages(articles, 12, 77).map(readKnownGaps)) {
    cuts.forEach((cut, p) => {
      const sign = signs[p];
      if (cut === undefined || !sign) return;
      if (weighCut(sign, new Set()) > 0 !== cut) wrong++;
      if (weighCut(sign, without) > 0 !== cut) wrongWithout++;
    });
  }
  expect(wrong).toBeLessThan(wrongWithout);
});

test('on composed pages more headlines find their text', () => {
  // What meanings give is a few headlines in a hundred pages: fewer pages tell nothing.
  const pages = [80, 81, 82].flatMap((seed) => composePages(articles, 48, seed));
  const found = (without: ReadonlySet<string>): number =>
    pages.reduce((sum, { text, bodies, headlines }) => {
      const whole = cleanText(text, { scan: 'composed.txt', without }).articles.map(({ headline, blocks }) =>
        plain(`${headline}${blocks.map((block) => block.text).join('')}`),
      );
      return sum + bodies.filter((body, k) => whole.includes(plain(`${headlines[k]}${body}`))).length;
    }, 0);
  expect(found(new Set())).toBeGreaterThan(found(new Set(['headline-meanings'])));
});

const plain = (text: string): string => text.replace(/\s+/gu, '');
