import { expect, test } from 'vitest';
import { replayChange } from '../../scripts/ingest/replay-change.ts';

// Where the machine's change goes when an editor has cut a page otherwise; where nobody can tell, nothing changes.
const file = (headline: string, ...blocks: string[]) =>
  `---\nheadline: "${headline}"\n---\n\n${blocks.join('\n\n')}\n`;
const [A, B, C, D] = [
  '近日，丰台区召开工作会议，传达有关精神。',
  '会议强调，要压实责任，抓好各项落实。',
  '居民们说，如今下楼就能买到新鲜蔬菜。',
  '记者了解到，今年还将新建三处便民网点。',
] as const;

/** The machine's article of these blocks, then of those; an editor's files by id. */
const replay = (
  before: readonly string[],
  now: readonly string[],
  files: Record<string, readonly string[]>,
  headlines: [before: string, now: string] = ['甲', '甲'],
) => {
  const { texts, conflicts } = replayChange(
    new Map([['a', { base: file(headlines[0], ...before), proposed: file(headlines[1], ...now) }]]),
    new Map(Object.entries(files).map(([id, blocks]) => [id, file(id === 'a' ? '甲' : '乙', ...blocks)])),
    { sameScan: true },
  );
  const blocks = [...texts].map(([id, text]) => [
    id,
    text
      .split('\n\n')
      .slice(1)
      .map((block) => block.trim()),
  ]);
  return { files: Object.fromEntries(blocks) as Record<string, string[]>, conflicts, texts };
};
const SPLIT = { a: [A, B], b: [C, D] };

test('nothing new: no file is touched', () => {
  expect(replay([A, B, C, D], [A, B, C, D], SPLIT)).toMatchObject({ files: {}, conflicts: [] });
});

test('a block that the machine now has goes to where its neighbour stands', () => {
  expect(replay([A, B, C], [A, B, C, D], { a: [A, B], b: [C] }).files).toEqual({ b: [C, D] });
  expect(replay([B, C, D], [A, B, C, D], { a: [B], b: [C, D] }).files).toEqual({ a: [A, B] });
});

test('a block that the editor has written out already is not written twice', () => {
  expect(replay([A, B, C], [A, B, C, D], SPLIT)).toMatchObject({ files: {}, conflicts: [] });
});

test('a block that the machine takes out goes; one that the editor took out before is settled', () => {
  expect(replay([A, B, C, D], [A, B, D], SPLIT).files).toEqual({ b: [D] });
  expect(replay([A, B, C, D], [A, B, D], { a: [A, B], b: [D] })).toMatchObject({ files: {}, conflicts: [] });
});

test('one paragraph that becomes two is divided where it stands', () => {
  expect(replay([A, B + C, D], [A, B, C, D], { a: [A], b: [B + C, D] }).files).toEqual({ b: [B, C, D] });
});

test('a block that both changed in different places has both changes; in the same place it is a conflict', () => {
  const edited = C.replace('居民们', '街坊们');
  expect(
    replay([A, B, C, D], [A, B, C.replace('蔬菜', '菜蔬'), D], { a: [A, B], b: [edited, D] }).files,
  ).toEqual({
    b: [edited.replace('蔬菜', '菜蔬'), D],
  });
  const { texts, conflicts } = replay([A, B, C, D], [A, B, C.replace('居民们', '居民'), D], {
    a: [A, B],
    b: [edited, D],
  });
  expect(texts.size).toBe(0);
  expect(conflicts).toEqual([{ base: C, edited, proposed: C.replace('居民们', '居民') }]);
});

test('what stands twice, or in two files, or nowhere, is for the editor to judge', () => {
  const changed = C.replace('蔬菜', '菜蔬');
  for (const [before, now, files] of [
    [[A, B, C], [A, B, C, D], { a: [A], b: ['别的文字，与机器写的没有关系。'] }],
    [[A, B + C, D], [A, B, C, D], { a: [A], b: [D] }],
    [[A, B, C, D], [A, '另起的一段，前后都不相同。', D], { a: [A, B], b: [C, D] }],
    [[A, B, C, D], [A, B, changed, D], { a: [A, B], b: [D] }],
  ] as const) {
    const result = replay(before, now, files);
    expect(result.conflicts.length).toBeGreaterThan(0);
    expect(result.texts.size).toBe(0);
  }
});

test('a headline that the machine changes reaches the file that has it; of an article that was joined to another it is a question', () => {
  expect(replay([A, B], [A, B], { a: [A], b: [B] }, ['甲', '丙']).texts.get('a')).toContain('headline: "丙"');
  expect(replay([A, B], [A, B], { b: [A, B] }, ['甲', '丙']).conflicts).toEqual([
    { base: 'headline: "甲"', edited: '', proposed: 'headline: "丙"' },
  ]);
});
