import { describe, expect, test } from 'vitest';
import { mergeFrontMatter } from '../../scripts/pipeline/4-mdx/merge-front-matter.ts';

const merge = (base: string[], edited: string[], proposed: string[], sameScan = true) =>
  mergeFrontMatter(base, edited, proposed, { sameScan });
const doubt = (message: string, closeness: number, line = 9) =>
  `  - { line: ${line}, message: "${message}", closeness: ${closeness} }`;

describe('doubts are merged one by one', () => {
  const base = ['id: "p02-009"', 'doubts:', doubt('甲', 0.5), doubt('乙', 0.4)];

  test('one that an editor settled stays out, though the machine weighs it anew; a new one comes in', () => {
    const edited = ['id: "p02-009"', 'doubts:', doubt('乙', 0.4)];
    const proposed = ['id: "p02-009"', 'doubts:', doubt('甲', 0.6), doubt('乙', 0.7), doubt('丙', 0.3)];
    const { lines, conflicts } = merge(base, edited, proposed);
    expect(lines).toEqual(['id: "p02-009"', 'doubts:', doubt('乙', 0.7), doubt('丙', 0.3)]);
    expect(conflicts).toEqual([]);
  });

  test('one that the machine no longer has goes; one that an editor wrote or changed stays', () => {
    const edited = [
      'id: "p02-009"',
      'doubts:',
      doubt('甲', 0.5),
      '  - { line: 9, message: "乙", note: "查过" }',
      doubt('编者的疑问', 1),
    ];
    const { lines } = merge(base, edited, ['id: "p02-009"']);
    expect(lines.join('\n')).not.toContain('甲');
    expect(lines.join('\n')).toContain('查过');
    expect(lines.join('\n')).toContain('编者的疑问');
  });

  test('when none is left the field goes too', () => {
    const edited = ['id: "p02-009"', 'doubts:', doubt('甲', 0.5)];
    expect(merge(base, edited, ['id: "p02-009"']).lines).toEqual(['id: "p02-009"']);
  });

  test('two that say the same are two', () => {
    const twice = ['doubts:', doubt('甲', 0.5, 1), doubt('甲', 0.5, 7)];
    const edited = ['doubts:', doubt('甲', 0.5, 1), doubt('甲', 0.5, 7), doubt('编者', 1)];
    expect(merge(twice, edited, [...twice, doubt('乙', 0.2)]).lines).toEqual([...edited, doubt('乙', 0.2)]);
  });
});

test('what an editor took out and the machine left as it was stays out; what only the machine took out goes', () => {
  const base = ['id: "a"', 'kicker: "引题"', 'deck: "副题"'];
  expect(merge(base, ['id: "a"', 'deck: "副题"'], base).lines).toEqual(['id: "a"', 'deck: "副题"']);
  expect(merge(base, base, ['id: "a"', 'deck: "副题"']).lines).toEqual(['id: "a"', 'deck: "副题"']);
});

test('the lines of an article follow a better scan and stay the editor’s on the same one', () => {
  const [base, edited, proposed] = [['lines: [[1, 9]]'], ['lines: [[1, 5]]'], ['lines: [[2, 11]]']];
  expect(merge(base, edited, proposed, true)).toEqual({ lines: edited, conflicts: [] });
  expect(merge(base, edited, proposed, false)).toEqual({ lines: proposed, conflicts: [] });
});

test('a field that both changed is a conflict with all three texts, and the editor’s stands', () => {
  const { lines, conflicts } = merge(['headline: "甲"'], ['headline: "乙"'], ['headline: "丙"']);
  expect(lines).toEqual(['headline: "乙"']);
  expect(conflicts).toEqual([
    { base: 'headline: "甲"', edited: 'headline: "乙"', proposed: 'headline: "丙"' },
  ]);
});

test('an editor’s note above the first field stays where it is, whatever the machine changes below it', () => {
  const base = ['id: "a"', 'headline: "甲"'];
  const edited = ['# 查过原报', ...base];
  const proposed = ['id: "a"', 'headline: "乙"'];
  const { lines, conflicts } = merge(base, edited, proposed);
  expect(lines).toEqual(['# 查过原报', 'id: "a"', 'headline: "乙"']);
  expect(conflicts).toEqual([]);
});
