import { expect, test } from 'vitest';
import type { Layout } from '../../scripts/pipeline/3-articles/layout.ts';
import { weighFirstSubhead } from '../../scripts/pipeline/3-articles/weigh-subhead.ts';

/** A text under a stack, with a line more among its paragraphs. */
function layOutLines(stack: readonly string[], later: string): Layout {
  const lines = [...stack, later];
  return {
    headings: lines.map((text) => ({ strand: { text, runs: [] } })),
    headingsOf: [stack.map((_, k) => k), [], [stack.length]],
  } as unknown as Layout;
}
const body = { from: 0, to: 3 };

test('below a title of several poems stands the title of the first; below another headline such a line is a deck', () => {
  expect(weighFirstSubhead(layOutLines(['石桥河组诗', '开河'], '清淤'), body, 1)).toBeGreaterThan(0);
  expect(weighFirstSubhead(layOutLines(['春天的信（外一首）', '致河流'], '致石桥'), body, 1)).toBeGreaterThan(0);
  expect(weighFirstSubhead(layOutLines(['石桥河清淤记', '开河'], '清淤'), body, 1)).toBeLessThan(0);
});

test("a column's name below the headline is hardly a subhead, whatever lines come later", () => {
  const named = weighFirstSubhead(layOutLines(['路灯何时能亮', '读者来信'], '街道回复'), body, 1);
  const other = weighFirstSubhead(layOutLines(['路灯何时能亮', '居民等待'], '街道回复'), body, 1);
  expect(named).toBeLessThan(other - 3);
});
