import { expect, test } from 'vitest';
import { cutRuns } from '../../scripts/pipeline/2-blocks/cut-runs.ts';
import { makeRow } from '../../scripts/pipeline/2-blocks/row.ts';
import { readSharedPairs } from '../../scripts/pipeline/2-blocks/shared-pairs.ts';
import { sharedPairs } from '../../scripts/pipeline/3-articles/match-words.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

test('pairs that two runs have and no third', () => {
  const texts = [
    ['柳河渡口', '渡口停航'],
    ['图书馆开放', '停航三天'],
    ['渡船和柳河', '2024年开放，渡口'],
  ];
  const rows = texts.flatMap((run) =>
    run.map((text, i) => makeRow(makeStrand(text, 0), i === 0 ? 1 : 0)),
  );
  const shared = readSharedPairs(rows, cutRuns(rows));
  expect(shared.between(0, 2)).toBe(2); // 柳河, 渡口: twice in the one run counts once
  expect(shared.between(2, 0)).toBe(2);
  expect(shared.between(0, 1)).toBe(1); // 停航
  expect(shared.between(1, 2)).toBe(1); // 开放
});

test('what a third run has too says nothing', () => {
  const rows = ['柳河', '柳河', '柳河'].map((text) => makeRow(makeStrand(text, 0), 1));
  expect(readSharedPairs(rows, cutRuns(rows)).between(0, 1)).toBe(0);
});

test('what two short texts share is pairs of characters, no marks', () => {
  expect(sharedPairs('二〇二三，看丰收', '图为二〇二三年，看秋收')).toBe(3); // 二〇, 〇二, 二三
});
