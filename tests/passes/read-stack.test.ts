import { describe, expect, test } from 'vitest';
import { weighPair } from '../../scripts/pipeline/2-blocks/weigh-pair.ts';
import { namesOfCharacters, weighCharacters } from '../../scripts/pipeline/3-articles/headline-characters.ts';
import { DECK, HEADLINE, KICKER, readPair, readPart } from '../../scripts/pipeline/3-articles/stack-parts.ts';
import { readStack, rolesOf } from '../../scripts/pipeline/3-articles/weigh-stack.ts';
import { fitChoices, lossOfChoices } from '../../scripts/bench/fit-choices.ts';
import type { Spacing } from '../../scripts/pipeline/3-articles/read-spacing.ts';

/** Two lines as one headline, of which the layout says nothing. */
const pairOf = (left: string, right: string) =>
  readPair({ text: left }, { text: right }, `${left} ${right}`, 0, weighPair({ text: left }, { text: right }) - 2);

/** Reads lines as a stack; where nothing is said of the spaces between them, only their words tell. */
function read(lines: string[], spaces?: Spacing[]) {
  const pairs = lines.slice(1).map((line, k) => pairOf(lines[k] as string, line));
  const joins = lines.slice(1).map((line, k) => weighPair({ text: lines[k] as string }, { text: line }) - 2);
  const reading = readStack(true, lines.map((text) => readPart({ text }, 0)), pairs, joins, spaces);
  return rolesOf(reading, lines.length);
}

describe('a headline under the wrong line is what a reader of lists sees first', () => {
  test.each([
    [['秦墨然到桑园镇调研乡村振兴工作', '让好山好水变成好日子'], ['kicker', 'headline']],
    [['区委理论学习中心组举行专题学习会', '以学铸魂明方向 以行践诺见真章'], ['kicker', 'headline']],
    [['“把专家号送到家门口”', '——对话砚湖医院院长闻人清'], ['headline', 'deck']],
    [['她把星星搬进教室', '记特殊教育学校教师师北辰'], ['headline', 'deck']],
    [['下班之后，他们去夜市“上班”', '探访砚湖南岸“后备箱集市”'], ['headline', 'deck']],
    [['睡不着的人', '有了夜里的门诊'], ['headline', 'headline']],
    [['全区中小学', '体质监测启动'], ['headline', 'headline']],
    [['一趟开了十五年的头班车', '跑进清晨的“摆渡人”', '39路公交司机阎树根和他的头班车跑团'], ['kicker', 'headline', 'deck']],
    [['社区故事', '老账本里的“新算盘”'], ['section', 'headline']],
    [['湖边的长椅'], ['headline']],
  ])('%j', (lines, roles) => {
    expect(read(lines)).toEqual(roles);
  });

  test('a mark makes a line the headline, whatever its words say', () => {
    const lines = [
      readPart({ text: '让好山好水变成好日子' }, 0),
      readPart({ text: '秦墨然到桑园镇调研乡村振兴工作' }, 2),
    ];
    expect(readStack(true, lines, [], [-9]).head).toBe(1);
  });

  test('lines that surely are two are never one', () => {
    const lines = ['睡不着的人', '有了夜里的门诊'].map((text) => readPart({ text }, 0));
    expect(readStack(true, lines, [undefined], [-9]).joined).toBe(-1);
  });
});

describe('blank lines tell the size of type, and with it what a line is', () => {
  const lines = ['区图书馆新馆建成开放', '把一座城的书搬到家门口'];

  test('what touches the line below is no kicker', () => {
    expect(read(lines, ['apart', undefined])[0]).toBe('kicker');
    expect(read(lines, ['touching', undefined])[0]).toBe('headline');
  });

  test('what touches the text below is no deck', () => {
    const below = (space: Spacing) => read(['一座冷却塔的三次“变身”', '原厂区成为城市会客厅'], ['touching', space]);
    expect(below('apart')).toEqual(['headline', 'deck']);
    expect(below('touching')).not.toContain('deck');
  });
});

describe('what the characters of a line say of it', () => {
  test('they are named by where they stand, spaces aside, each once', () => {
    expect(namesOfCharacters('一心 一意')).toEqual(['一', '心', '意', '^一', '^一心', '$意', '$一意']);
  });

  test('a line of invitation reads like no kicker, a line of a series like one', () => {
    const kickerOverHeadline = (line: string) => {
      const weights = weighCharacters(line);
      return weights[KICKER] - weights[HEADLINE];
    };
    expect(kickerOverHeadline('榆桥老手艺系列报道之一')).toBeGreaterThan(kickerOverHeadline('让我们一起来吧'));
    expect(weighCharacters('山林深处的故事记')[DECK]).not.toBe(weighCharacters('山林深处的故事')[DECK]);
  });
});

test('two phrases of one headline are told from a headline and its deck by their words', () => {
  const one = weighPair({ text: '阳台外挂花盆坠落砸车' }, { text: '物业要不要担责' });
  const two = weighPair({ text: '一座冷却塔的三次“变身”' }, { text: '原第二热电厂地块成为城市会客厅' });
  expect(one).toBeGreaterThan(two + 1);
});

test('what is learnt of choices is what they were made from', () => {
  const way = (sign: number) => new Map([[sign, 1]]);
  const choices = [
    { ways: [way(0), way(1)], right: 0, share: 3 },
    { ways: [way(0), way(1)], right: 1, share: 1 },
  ];
  const weights = fitChoices(choices, 2, 1e-6);
  expect((weights[0] as number) - (weights[1] as number)).toBeCloseTo(Math.log(3), 2);
  expect(lossOfChoices(choices, weights).right).toBe(0.75);
});
