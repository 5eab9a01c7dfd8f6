/** Front matter without a fault, for tests that put one in. */
export const FRONT_MATTER = [
  'id: "p02-009"',
  'date: "2023-04-14"',
  'page: "02"',
  'order: 1',
  'status: proofread',
  'headline: "我区召开支援合作工作联席会议"',
  'headlineSource: printed',
  'bylines:',
  '  - { role: "记者", name: "王蕾蕾" }',
  'topics: [military]',
  'lines: [[6, 105]]',
];

/** Where an article with this front matter stands. */
export const FILE = 'content/articles/2023-04-14/p02-009.mdx';

/**
 * The text of an article.
 *
 * @param body its body
 * @param change lines of front matter by field: another line, or `undefined` to leave the field out
 */
export function articleText(
  body = '近日，丰台区召开会议。',
  change: Record<string, string | undefined> = {},
): string {
  const lines = FRONT_MATTER.flatMap((line) => {
    const field = /^\w+/u.exec(line)?.[0] ?? '';
    if (!Object.hasOwn(change, field)) return [line];
    return change[field] === undefined ? [] : [change[field]];
  });
  const added = Object.entries(change).filter(
    ([field, line]) => line !== undefined && !FRONT_MATTER.some((known) => known.startsWith(`${field}:`)),
  );
  return `---\n${[...lines, ...added.map(([, line]) => line)].join('\n')}\n---\n\n${body}\n`;
}
