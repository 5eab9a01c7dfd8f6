import { expect, test } from 'vitest';
import type { Block } from '../../scripts/pipeline/2-blocks/row.ts';
import { weighByline } from '../../scripts/pipeline/3-articles/weigh-byline.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

const block = (text: string, gap = 1, kind: Block['kind'] = 'paragraph'): Block => ({
  kind,
  strand: makeStrand(text, 0),
  gap,
  mark: 0,
  vertical: false,
  indented: false,
  rows: 1,
  measure: 20,
  margin: 9,
  joints: [],
});
const PLAIN = { first: block('母亲卖了一辈子菜。'), last: block('像看见她弯着腰的样子。') };
const DATED = { first: block('本报讯（记者 许念）近日，龙舟下水。'), last: block('节日持续三天。') };
const SIGNED = { first: block('走进云溪老街。'), last: block('灯亮了。（记者 许念）') };
const around = (
  byline: string,
  more: { above?: typeof PLAIN; below?: typeof PLAIN; bylines?: number; next?: Block; gap?: number } = {},
) => ({
  byline: block(byline, more.gap ?? 1, 'byline'),
  next: more.next ?? block('铁桥大街南口的那座老桥。'),
  above: { ...(more.above ?? PLAIN), bylines: more.bylines ?? 0 },
  below: more.below ?? PLAIN,
});

test.each([
  ['文/ stands behind its text', around('文/洪波')],
  ['so do names in brackets', around('（记者 许念）')],
  ['文/ above a text that has its names', around('文/洪波', { above: DATED, below: DATED })],
  ['文/ that touches the text above', around('文/洪波', { gap: 0 })],
  ['文/ with the source of the text', around('文/洪波', { bylines: 1, next: block('（原文刊载于《工人报》）', 0, 'source') })],
])('above: %s', (_, between) => {
  expect(weighByline(between)).toBeLessThan(0);
});

test.each([
  ['本报记者 stands before its text', around('本报记者 许念')],
  ['文/ behind a text that has a byline', around('文/洪波', { bylines: 1 })],
  ['文/ behind a text that is signed', around('文/洪波', { above: SIGNED })],
  ['文/ that touches the text below', around('文/洪波', { next: block('铁桥大街南口的那座老桥。', 0) })],
])('below: %s', (_, between) => {
  expect(weighByline(between)).toBeGreaterThan(0);
});
