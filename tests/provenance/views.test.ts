import { beforeAll, describe, expect, test } from 'vitest';
import { alignPage } from '../../src/provenance/align-page.ts';
import { nameAnchors } from '../../src/provenance/name-anchors.ts';
import { traceArticle } from '../../src/provenance/trace-article.ts';
import { viewArticle } from '../../src/provenance/view-article.ts';
import { viewPage } from '../../src/provenance/view-page.ts';
import { readRealPages } from './read-real-pages.ts';

let pages: Awaited<ReturnType<typeof readRealPages>>;
beforeAll(async () => {
  pages = await readRealPages();
});
const bare = (text: string) => text.replace(/\s/gu, '');

describe('an article beside its scan lines', () => {
  test('left and right hold every character of the published text and of the scan', () => {
    for (const { input } of pages) {
      const page = alignPage(input);
      for (const article of input.articles) {
        const provenance = traceArticle(page, article, 'scan');
        for (const [index, part] of viewArticle(provenance).entries()) {
          const traced = provenance.parts[index]!;
          expect(part.sentences.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')).toBe(
            traced.text,
          );
          expect(bare(part.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''))).toBe(
            bare(traced.pieces.map(({ before }) => before).join('')),
          );
          for (const line of part.lines) {
            const shown = bare(line.runs.map(({ text }) => text).join(''));
            expect(bare(input.lines[line.line - 1]!)).toContain(shown);
          }
        }
      }
    }
  });

  test('sentences lead to the line on which they begin, lines to their sentence; anchors are single', () => {
    for (const { input } of pages) {
      const page = alignPage(input);
      for (const article of input.articles) {
        const parts = viewArticle(traceArticle(page, article, 'scan'));
        const anchors = parts.flatMap(({ lines }) => lines.map(({ anchor }) => anchor));
        expect(new Set(anchors).size).toBe(anchors.length);
        const sentences = parts.flatMap((part) => part.sentences);
        for (const sentence of sentences) if (sentence.line) expect(anchors).toContain(sentence.line);
        const numbers = new Set(sentences.map(({ number }) => number));
        for (const { lines } of parts) for (const line of lines) expect(numbers).toContain(line.sentence);
      }
    }
  });
});

describe('the whole scan', () => {
  test('every line is there as it is, with what became of it', () => {
    for (const { input } of pages) {
      const lines = viewPage(alignPage(input)).flatMap((group) => group.lines);
      expect(lines.map(({ runs }) => bare(runs.map(({ text }) => text).join('')))).toEqual(
        input.lines.map(bare),
      );
      expect(lines.flatMap(({ runs }) => runs).filter(({ fate }) => fate.kind === 'lost')).toEqual([]);
    }
  });

  test('text of a withdrawn article is not shown', () => {
    const { input } = pages[0]!;
    const articles = input.articles.map((article) =>
      article.id === 'p02-337'
        ? { ...article, status: 'withdrawn' as const, withdrawn: { reason: '应要求', date: '2026-01-01' } }
        : article,
    );
    const shown = JSON.stringify(
      viewPage(alignPage({ ...input, articles })).map((group) =>
        group.lines.map((line) => line.runs.map((run) => run.text)),
      ),
    );
    expect(shown).not.toContain('泰舍书局');
  });
});

describe('paragraph anchors', () => {
  const anchorsOf = (input: (typeof pages)[0]['input'], id: string) => {
    const article = input.articles.find((each) => each.id === id)!;
    return nameAnchors(article, alignPage(input));
  };

  test('come from the scan line, and are single where two blocks share one', () => {
    expect(anchorsOf(pages[0]!.input, 'p02-107')).toEqual(['l107', 'l115', 'l143', 'l167', 'l193']);
    const captions = pages.find(({ scan }) => scan.date === '2025-02-14')!;
    expect(anchorsOf(captions.input, 'p02-227').slice(-4)).toEqual(['l285', 'l285-2', 'l287', 'l287-2']);
  });

  test('stay when other paragraphs are added, taken out or changed', () => {
    const { input } = pages[0]!;
    const before = anchorsOf(input, 'p02-107');
    const edited = {
      ...input,
      articles: input.articles.map((article) =>
        article.id === 'p02-107'
          ? {
              ...article,
              blocks: [
                article.blocks[0]!,
                { kind: 'paragraph' as const, text: '编者加的一段。', line: 1 },
                { ...article.blocks[1]!, text: article.blocks[1]!.text.replace('绷紧', '崩紧') },
                ...article.blocks.slice(3),
              ],
            }
          : article,
      ),
    };
    const after = anchorsOf(edited, 'p02-107');
    expect(after.filter((anchor) => anchor.startsWith('l'))).toEqual(
      before.filter((_, index) => index !== 2),
    );
    expect(after[1]).toMatch(/^x[0-9a-f]{8}$/u);
  });
});
