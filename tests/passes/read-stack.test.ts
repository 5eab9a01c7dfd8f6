import { describe, expect, test } from 'vitest';
import { weighPair } from '../../scripts/pipeline/2-blocks/weigh-pair.ts';
import { readPart, readStack, rolesOf } from '../../scripts/pipeline/3-articles/weigh-stack.ts';
import { fitChoices, lossOfChoices } from '../../scripts/bench/fit-choices.ts';

/** Reads lines as a stack of which the layout says nothing: only their words tell. */
function read(...lines: string[]) {
  const pairs = lines.map((line, k) => (k + 1 < lines.length ? readPart({ text: `${line} ${lines[k + 1]}` }, 0) : undefined));
  const joins = lines.slice(1).map((line, k) => weighPair({ text: lines[k] as string }, { text: line }) - 2);
  const reading = readStack(true, lines.map((text) => readPart({ text }, 0)), pairs, joins);
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
    expect(read(...lines)).toEqual(roles);
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
    expect(readStack(true, lines, [readPart({ text: '睡不着的人 有了夜里的门诊' }, 0)], [-9]).joined).toBe(-1);
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
