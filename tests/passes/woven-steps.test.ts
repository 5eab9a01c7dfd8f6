import { expect, test } from 'vitest';
import { showPass } from '../../scripts/pipeline/show-stages.ts';

test('a text with more stacks than any page has is not gone through for all of them: its time stays in bounds', () => {
  const text = '区图书馆“夜读季”正式启动，把书房搬到星空下，读者在露台上坐下来，头顶就是星空。';
  const stack = [...'区把图书书房馆搬夜到读星季空启下动', ''];
  const shown = showPass([text, '', ...Array.from({ length: 60 }, () => stack).flat()], 'part-woven-steps');
  expect(shown.filter((line) => line === 'heading 把书房搬到星空下')).toHaveLength(40);
  expect(shown.filter((line) => line === 'text 把')).toHaveLength(20);
});
