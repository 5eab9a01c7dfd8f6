import { expect, test } from 'vitest';
import { endingOf, widthOf } from '../../scripts/pipeline/characters.ts';
import { isHan } from '../../src/is-han.ts';
import { continuesNameList, isLineOfNames, isNameList, jointOfNames } from '../../scripts/pipeline/2-blocks/name-lists.ts';

test.each<[text: string, width: number]>([
  ['丰台', 2],
  ['\u{20bb7}野家', 3],
  ['￥', 1],
  ['“丰台”', 4],
  ['　', 1],
  ['12', 1.1],
  ['', 0],
])('%s is %f em wide: the measure of a column hangs on it', (text, width) => {
  expect(widthOf(text)).toBeCloseTo(width);
});

test.each<[character: string, is: boolean]>([
  ['一', true],
  ['龥', true],
  ['〇', true],
  ['々', true],
  ['⼈', true],
  ['，', false],
  ['“', false],
  ['８', false],
  ['a', false],
  ['\u{20bb7}', false],
  ['', false],
])('%s is a Chinese character: %s', (character, is) => {
  expect(isHan(character.charCodeAt(0))).toBe(is);
  expect(isHan(character.charCodeAt(0)), 'asked again').toBe(is);
});

test.each([
  ['压实责任。', 'stop'],
  ['“压实责任。”', 'stop'],
  ['谁来管？', 'question'],
  ['他说：“等等……', 'question'],
  ['“再等等……”', 'stop'],
  ['会议指出，', 'inner'],
  ['压实', 'none'],
  ['”）', 'none'],
  ['', 'none'],
])('a line that ends with %s: %s', (text, ending) => {
  expect(endingOf(text)).toBe(ending);
});

test('a list of names goes on over the line, and a name that the line cut is one name again', () => {
  expect(isNameList('米双全 房志远 祁春生')).toBe(true);
  expect(isNameList('人 民 满 意')).toBe(false);
  expect(continuesNameList('勇 花志明')).toBe(true);
  expect(continuesNameList('钮志刚')).toBe(true);
  expect(continuesNameList('一等奖')).toBe(false);
  expect(continuesNameList('先进集体')).toBe(false);
  expect(continuesNameList('会议指出，要压实责任')).toBe(false);
  expect(jointOfNames('房志远 毕大', '勇 花志明')).toBe('');
  expect(jointOfNames('房志远 祁春生', '花志明 钮志刚')).toBe(' ');
});

test('three phrases are a headline, unless names or their prize stand beside them', () => {
  expect(isLineOfNames('强党建 促发展 惠民生', '', '本报讯（记者 顾晓岚）')).toBe(false);
  expect(isLineOfNames('米双全 房志远 祁春生', '一等奖', '')).toBe(true);
  expect(isLineOfNames('米双全 房志远 祁春生', '', '花志明 钮志刚 毕大勇')).toBe(true);
  expect(isLineOfNames('勇 花志明', '米双全 房志远 毕大', '')).toBe(true);
  expect(isLineOfNames('米双全 房志远 祁春生 花志明', '', '')).toBe(true);
});
