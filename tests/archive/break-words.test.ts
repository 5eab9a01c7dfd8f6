import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakWords } from '../../src/archive/break-words.ts';

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
/** The text a reader sees and copies. */
const textOf = (html: string) =>
  html.replace(/<[^>]*>/gu, '').replace(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity]!);

test('a slogan of two halves breaks at its own space first', () => {
  expect(breakWords('加快区域产业创新 形成创新生态')).toMatch(
    /^<span class="half">.*创新<\/span> <span class="half">形成.*<\/span>$/u,
  );
});

test('a space beside Latin text is no place between halves', () => {
  expect(breakWords('打造 TOD 示范区')).not.toContain('half');
});

test('a short quoted name stays on one line, a long one only where there is room', () => {
  expect(breakWords('实现“开门红”')).toContain('<span class="keep">“开门红”</span>');
  expect(breakWords('“国际法商融合人才实验班”开班')).toContain('<span class="keep long">“');
});

test('no line can begin with a closing mark, end with an opening one, or part a number from what it counts', () => {
  const html = breakWords('区委常委会召开第62次会议，研究“两个计划”（草案）等事项！');
  expect(html).not.toMatch(/<wbr>(?:<span[^>]*>)?[，）”！]/u);
  expect(html).not.toMatch(/[（“](?:<\/span>)?<wbr>/u);
  expect(html).not.toMatch(/[\d第]<wbr>/u);
});

test('whatever a headline holds, its text stays as printed and its markup closes', () => {
  const headline = fc.array(
    fc.constantFrom(...'丰台区委召开会议“”《》（），。：！？—… 　1230第次ABz<>&"\''),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        headline.map((list) => list.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const html = breakWords(text);
        expect(textOf(html)).toBe(text);
        expect(html.match(/<span/gu)?.length ?? 0).toBe(html.match(/<\/span>/gu)?.length ?? 0);
      },
    ),
  );
});
