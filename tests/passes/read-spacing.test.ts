import { describe, expect, test } from 'vitest';
import type { Block } from '../../scripts/pipeline/2-blocks/row.ts';
import { readSpacing } from '../../scripts/pipeline/3-articles/read-spacing.ts';
import { runStages } from '../../scripts/pipeline/index.ts';

const block = (kind: Block['kind'], gap: number, mark = 0): Block => ({
  ...(runStages('一', { scan: 'a.txt' }).blocks?.blocks[0] as Block),
  kind,
  gap,
  mark,
});
const page = (...kinds: string[]): Block[] =>
  kinds.map((kind) => block(kind.endsWith('t') ? 'heading' : 'paragraph', kind.startsWith('_') ? 1 : 0));

describe('what the blank lines of a page divide', () => {
  test('rows: every paragraph stands apart from the next', () => {
    expect(readSpacing(page('_t', 'p', '_p', '_p', '_t', 'p', '_p')).flow).toBe('rows');
  });
  test('paragraphs: some do, some touch', () => {
    expect(readSpacing(page('_t', 'p', 'p', '_p', '_p', 'p', '_p')).flow).toBe('paragraphs');
  });
  test('blocks: hardly any does', () => {
    expect(readSpacing(page('_t', '_p', ...Array<string>(12).fill('p'), '_p', 'p')).flow).toBe('blocks');
  });
  test('nothing, where there are none', () => {
    expect(readSpacing(page('t', 'p', 'p', 't', 'p'))).toEqual({
      spaced: false,
      flow: undefined,
      tight: false,
    });
  });
});

describe('whether what touches below a heading tells its size', () => {
  test('where headings touch their text on a page that has blank lines', () => {
    expect(readSpacing(page('_t', 'p', '_p', '_t', 'p', '_p')).tight).toBe(true);
  });
  test('not where one did by chance, nor where none does', () => {
    expect(readSpacing(page('_t', 'p', '_p', '_t', '_p', '_p')).tight).toBe(false);
    expect(readSpacing(page('_t', '_p', '_p', '_t', '_p', '_p')).tight).toBe(false);
  });
  test('not where the page marks its headlines: they are found without', () => {
    const marked = page('_t', 'p', '_p', '_t', 'p', '_p').map((each) =>
      each.kind === 'heading' ? { ...each, mark: 2 } : each,
    );
    expect(readSpacing(marked).tight).toBe(false);
  });
});

const REPORT = [
  '本报讯（记者 许念）昨天上午，南渡镇召开秋粮收购工作会，部署',
  '今年的收购、烘干和储存。',
];
const body = (lines: readonly string[]): string => lines.join('\n');

test('a kicker stands apart from its headline, the headline touches its text', () => {
  const text = [
    '湖畔诊所开门',
    '',
    '邻居不用再跑远路',
    body(REPORT),
    '',
    '镇长何立群指出，收购点要早开门、晚关门。',
    '',
    '澜湖图书馆新馆开门',
    '本报讯（记者 方既白）10月8日，澜湖图书馆新馆向读者开放，馆内',
    '有藏书60万册，座位1200个。',
    '',
    '每天开到晚上九点。',
  ].join('\n');
  const [first] = runStages(text, { scan: 'a.txt' }).articles?.drafts ?? [];
  const roles = first?.stack?.lines.map(({ role, block: { strand } }) => `${role} ${strand.text}`);
  expect(roles).toEqual(['kicker 湖畔诊所开门', 'headline 邻居不用再跑远路']);
});
