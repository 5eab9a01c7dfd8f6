import { expect, test } from 'vitest';
import { readListSigns } from '../../scripts/pipeline/3-articles/list-signs.ts';

test('paragraphs whose first clauses are built alike are parts of one text', () => {
  const parallel = (before: string, after: string) => readListSigns(before, after, '').parallel;
  expect(parallel('从交通联络上来看，车站多。', '从产业发展来看，企业多。')).toBe(true);
  expect(parallel('从“功能圈”来看，疏解快。', '从“服务圈”来看，办事快。')).toBe(true);
  expect(parallel('从交通联络上来看，车站多。', '从去年冬天起，企业多。')).toBe(false);
  expect(parallel('在交通联络上来看，车站多。', '从产业发展来看，企业多。')).toBe(false);
  expect(parallel('从交通联络上来看车站多。', '从产业发展来看企业多。')).toBe(false);
  expect(parallel('近日，区里开会。', '近日，村里下雨。')).toBe(false);
});

test('what a notice says it gives below belongs to it, with a colon before it or a full stop', () => {
  const announced = (before: string) => readListSigns(before, '一、217路双向甩站粮仓遗址。', '').announced;
  expect(announced('现将有关事项通告如下：')).toBe(true);
  expect(announced('因道路施工，部分线路临时调整，现将有关事项通告如下。')).toBe(true);
  expect(announced('因道路施工，部分线路临时调整。')).toBe(false);
});

test('an answer belongs to the letter above it; what only speaks of answers, and the next letter, do not', () => {
  const answers = (heading: string, after = '经查，情况属实。') => readListSigns('读者 管安', after, heading).afterword;
  expect(answers('石鼓桥街道回复')).toBe(true);
  expect(answers('答复')).toBe(true);
  expect(answers('记者走访')).toBe(true);
  expect(answers('百姓反映的问题有了回音')).toBe(false);
  expect(answers('两个社区及时回应')).toBe(false);
  expect(answers('', '管安同志：')).toBe(true);
  expect(answers('', '编辑同志：')).toBe(false);
  expect(answers('', '记者同志：')).toBe(false);
});
