import { expect, test } from 'vitest';
import { checkConservation } from '../../scripts/pipeline/check-conservation.ts';
import { cleanText } from '../../scripts/pipeline/index.ts';

const BODY = '区里召开会议，部署下一步的工作，要求各部门压实责任，抓好落实。'.repeat(4);
const page = (jump: string) => `区里部署下一步工作\n\n　　${BODY}\n\n${jump}\n`;

test.each([
  ['（下转02版）', '02'],
  ['（下转第二版）', '02'],
  ['（下转十版）', '10'],
  ['（下转第十二版）', '12'],
  ['（下转二十版）', '20'],
  ['（下转A3版）', '03'],
])('%s leads to page %s', (jump, to) => {
  const [article] = cleanText(page(jump), { scan: 'a' }).articles;
  expect(article!.jumpTo).toBe(to);
});

test('two marks of one kind: the first counts, none is lost', () => {
  const text = page('（下转02版）\n\n（下转03版）');
  const cleaned = cleanText(text, { scan: 'a' });
  expect(cleaned.articles[0]!.jumpTo).toBe('02');
  expect(checkConservation(text, cleaned)).toEqual([]);
});

test('a mark that names no page (上接头版) leads nowhere, and no character of it is lost or read as text', () => {
  const text = `区里部署下一步工作\n\n（上接头版）${BODY}\n`;
  const cleaned = cleanText(text, { scan: 'a' });
  const [article] = cleaned.articles;
  expect(article).not.toHaveProperty('jumpFrom');
  expect(article!.blocks[0]!.text).toBe(BODY);
  expect(cleaned.furniture.map((one) => one.text)).toContain('（上接头版）');
  expect(checkConservation(text, cleaned)).toEqual([]);
});
