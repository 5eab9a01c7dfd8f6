import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLines, type Sizes } from '../../scripts/build/share-pictures/fit-lines.ts';

const SIZES: Sizes = [
  [80, 2],
  [60, 3],
  [40, 5],
];
/** Every character is as wide as the type is large, as in a column of 汉字. */
const measure = (text: string, size: number) => [...text].length * size;
const layOut = (text: string, width = 1000) => fitLines(text, width, SIZES, measure);

test('a slogan of two halves breaks at its own space first', () => {
  expect(layOut('构建现代化首都都市圈 让产业协作深度融合丰台实践').lines).toEqual([
    '构建现代化首都都市圈',
    '让产业协作深度融合丰台实践',
  ]);
});

test('no closing mark begins a line, no opening mark ends one, no number leaves what it counts', () => {
  const text = '区委常委会召开“双拥”（扩大）会议，研究《规划》等2025年第3次专题事项。';
  for (let width = 240; width < 1200; width += 40) {
    const { lines } = fitLines(text, width, [[40, 9]], measure);
    for (const line of lines) {
      expect(line).not.toMatch(/^[”，。）》]|[“（《]$/u);
      expect(line).not.toMatch(/[\d第]$/u);
    }
  }
});

test('lines break where those of the page do: no word is parted, nor a short name in quotes', () => {
  const broken = [
    // The dictionary does not know 京蒙, nor 分展场.
    ['聚焦“四项行动”推动', '京蒙东西部协作走深走实'],
    ['“北京书市”丰台', '分展场于泰舍书局举办'],
    ['别让“一键直达”', '卡在最后一个人'],
    // Even lines are not worth a word.
    ['新市民的“安居单”', '上了常委会'],
  ];
  for (const lines of broken) expect(layOut(lines.join('')).lines).toEqual(lines);
});

test('after a comma a line may begin with any word, also a short one', () => {
  const lines = ['年度“体检表”出炉：', '北屏空气更好了水更清了'];
  expect(layOut(lines.join('')).lines).toEqual(lines);
  expect(layOut('“失败的时候，您哭过吗？”', 800).lines).toEqual(['“失败的时候，', '您哭过吗？”']);
});

test('lines are even: no last line of one character', () => {
  const { lines } = layOut('区委理论学习中心组举行集体学习会', 720);
  expect(Math.min(...lines.map((line) => line.length))).toBeGreaterThan(3);
});

test('nothing of a headline is cut away or runs off the picture, however long it is', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'丰台报存档“”，。 aB3（）'),
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(text, (headline) => {
      const { lines, size } = layOut(headline);
      const bare = (value: string) => value.replace(/[ \u3000]/gu, '');
      expect(bare(lines.join(''))).toBe(bare(headline));
      for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(1000);
    }),
  );
});
