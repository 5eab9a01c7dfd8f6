import { expect, test } from 'vitest';
import { mergeCharacters, mergeWithEdits } from '../../scripts/pipeline/4-mdx/merge-with-edits.ts';

const file = (...paragraphs: string[]) => `---\nid: "p02-009"\n---\n${paragraphs.join('\n\n')}\n`;

test('editor and machine corrected different characters of one paragraph: both corrections stand', () => {
  const { text, conflicts } = mergeWithEdits(
    file('丰台区召幵会议，部暑工作。'),
    file('丰台区召开会议，部暑工作。'),
    file('丰台区召幵会议，部署工作。'),
  );
  expect(text).toBe(file('丰台区召开会议，部署工作。'));
  expect(conflicts).toEqual([]);
});

test('the same character corrected to different ones: the editor’s file stays whole, and both are shown', () => {
  const edited = file('丰台区召开会议。');
  const { text, conflicts } = mergeWithEdits(file('丰台区召幵会议。'), edited, file('丰台区召并会议。'));
  expect(text).toBe(edited);
  expect(conflicts).toEqual([
    { base: '丰台区召幵会议。', edited: '丰台区召开会议。', proposed: '丰台区召并会议。' },
  ]);
});

test('a paragraph that one side divided while the other corrected it is for the editor to judge', () => {
  expect(
    mergeCharacters(
      ['会议开幕。', '', '与会者发言。'],
      ['会议开幕。与会者发盲。'],
      ['会议开幕。与会者发言。'],
    ),
  ).toBe(undefined);
  expect(mergeCharacters(['会议开幕，发言。'], ['会议开幕。发言。'], ['会议开幕。', '', '发言。'])).toBe(
    undefined,
  );
});
