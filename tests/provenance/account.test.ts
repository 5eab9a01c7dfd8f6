import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/model.ts';
import { accountPage, checkPage } from '../../src/provenance/account-page.ts';
import { alignPage } from '../../src/provenance/align-page.ts';
import type { PageInput } from '../../src/provenance/aligned-page.ts';
import { traceArticle } from '../../src/provenance/trace-article.ts';
import { writeContract } from '../../src/provenance/write-contract.ts';
import { readRealPages, root } from './read-real-pages.ts';

const PLACES = { scan: { file: 'scan.txt' }, issueFile: 'issue.yaml' };
let pages: Awaited<ReturnType<typeof readRealPages>>;
let first: PageInput;
beforeAll(async () => {
  pages = await readRealPages();
  first = pages.find(({ scan }) => scan.date === '2023-04-14')!.input;
});

/** The page with one of its articles changed. */
function withArticle(input: PageInput, id: string, change: (article: Article) => Article): PageInput {
  return { ...input, articles: input.articles.map((each) => (each.id === id ? change(each) : each)) };
}

function trace(input: PageInput, id: string) {
  const page = alignPage(input);
  return {
    page,
    provenance: traceArticle(page, input.articles.find((each) => each.id === id)!, PLACES.scan.file),
  };
}

describe('the five pages', () => {
  test('no character of a scan is lost, counted or given away twice', () => {
    expect(pages).toHaveLength(5);
    for (const { input, scan } of pages) {
      const page = alignPage(input);
      const account = accountPage(page);
      expect(checkPage(page, PLACES), scan.file).toEqual([]);
      const printed = input.lines.join('').replace(/\s/gu, '').length;
      expect(account.scan, scan.file).toBe(printed);
      expect(account.published + account.corrected + account.furniture + account.removed).toBe(printed);
      expect(account.hanAccounted).toBe(account.hanScan);
      expect(account.lost).toBe(0);
    }
  });

  test('every article is the scan and named changes, to the character', () => {
    for (const { input } of pages) {
      const page = alignPage(input);
      for (const article of input.articles) {
        const { account, parts } = traceArticle(page, article, PLACES.scan.file);
        expect(account.published).toBe(account.scan - account.dropped + account.added);
        for (const part of parts) {
          expect(part.pieces.map(({ after }) => after).join('')).toBe(part.text);
          // A piece that names no change is the scan's own text.
          for (const piece of part.pieces) if (!piece.kind) expect(piece.after).toBe(piece.before);
        }
      }
    }
  });

  test('what the editors changed is all there is', () => {
    const edited = pages.flatMap(({ input }) => {
      const page = alignPage(input);
      return input.articles.flatMap((article) =>
        traceArticle(page, article, PLACES.scan.file).parts.flatMap(({ pieces }) =>
          pieces
            .filter(({ kind }) => kind === 'edited' || kind === 'quote-turned')
            .map(({ before, after, source }) => [article.name, before, after, source[0]![0]]),
        ),
      );
    });
    expect(edited).toEqual([['2026-03-13/p02-091', '”', '’', 103]]);
  });

  test('headlines that stand after their text are named as moved, from their line', () => {
    const { provenance } = trace(first, 'p02-107');
    expect(provenance.parts.find(({ role }) => role === 'headline')).toMatchObject({
      movedFrom: 195,
      source: [
        [195, 0, 5],
        [196, 0, 8],
      ],
    });
    expect(provenance.counts).toEqual({ moved: 1, 'line-joined': 40, 'space-closed': 9 });
  });
});

describe('what editors do', () => {
  test('a paragraph taken out is lost text, with its lines and what to write', () => {
    const input = withArticle(first, 'p02-009', (article) => ({
      ...article,
      blocks: article.blocks.filter((_, index) => index !== 2),
    }));
    const [problem, ...more] = checkPage(alignPage(input), PLACES);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: 'scan.txt', line: 37 });
    expect(problem!.found).toContain('第 37—49 行');
    expect(problem!.remedy).toContain('removed');
  });

  test('two paragraphs in the other order are named as moved', () => {
    const input = withArticle(first, 'p02-009', (article) => ({
      ...article,
      blocks: article.blocks.with(1, article.blocks[2]!).with(2, article.blocks[1]!),
    }));
    const { page, provenance } = trace(input, 'p02-009');
    expect(checkPage(page, PLACES)).toEqual([]);
    expect(provenance.counts.moved).toBe(1);
    expect(provenance.counts.edited).toBeUndefined();
  });

  test('one paragraph made of two is the scan’s text still', () => {
    const input = withArticle(first, 'p02-009', ({ blocks: [a, b, ...rest], ...article }) => ({
      ...article,
      blocks: [{ ...a!, text: a!.text + b!.text }, ...rest],
    }));
    const { provenance } = trace(input, 'p02-009');
    expect(provenance.account.added + provenance.account.dropped).toBe(0);
  });

  test('a paragraph of the editor’s own is an insertion, and takes nothing from the scan', () => {
    const text = '编者按：以下报道原载第2版，标题由编者校订。';
    const input = withArticle(first, 'p02-009', (article) => ({
      ...article,
      blocks: article.blocks.toSpliced(2, 0, { kind: 'paragraph', text, line: 1 }),
    }));
    const { page, provenance } = trace(input, 'p02-009');
    expect(checkPage(page, PLACES)).toEqual([]);
    expect(provenance.parts.find((part) => part.text === text)!.pieces).toEqual([
      { kind: 'edited', before: '', after: text, at: 0, source: [] },
    ]);
    expect(provenance.account.added).toBe(text.length);
  });

  test('a headline worded anew stands for the printed one', () => {
    const input = withArticle(first, 'p02-107', (article) => ({ ...article, headline: '常委会开会' }));
    const { page, provenance } = trace(input, 'p02-107');
    expect(checkPage(page, PLACES)).toEqual([]);
    expect(provenance.account).toMatchObject({ dropped: expect.any(Number), added: expect.any(Number) });
    expect(provenance.parts.find(({ role }) => role === 'headline')!.source.map(([line]) => line)).toEqual([
      195, 196,
    ]);
  });

  test('a standing head that is printed once is the kicker, though it names the section too', () => {
    const last = pages.find(({ scan }) => scan.date === '2026-03-13')!.input;
    const named = withArticle(last, 'p02-115', (article) => ({ ...article, section: article.kicker! }));
    const { page, provenance } = trace(named, 'p02-115');
    expect(checkPage(page, PLACES)).toEqual([]);
    expect(provenance.counts.edited).toBeUndefined();
    expect(provenance.account.added).toBe(0);
  });

  test('an article that nobody has is reported whole', () => {
    const input = { ...first, articles: first.articles.filter(({ id }) => id !== 'p02-337') };
    const lines = checkPage(alignPage(input), PLACES).map(({ line }) => line);
    expect(lines).toEqual([4, 337]);
  });

  test('the lines of a withdrawn article are neither lost nor published', () => {
    const input = withArticle(first, 'p02-337', (article) => ({
      ...article,
      status: 'withdrawn',
      withdrawn: { reason: '应当事人要求', date: '2026-01-01' },
      blocks: [],
    }));
    const page = alignPage(input);
    const account = accountPage(page);
    expect(checkPage(page, PLACES)).toEqual([]);
    expect(account.withdrawn).toBe(585);
    expect(account.published).toBe(6220 - 585);
    const printed = writeContract(page, PLACES.scan.file);
    expect(JSON.stringify(printed.articles)).not.toContain('泰舍书局');
  });

  test('furniture whose span does not hold its text is reported with its place in the issue', () => {
    const input = { ...first, furniture: [{ ...first.furniture[0]!, text: '02 2023年4月15日' }] };
    const problems = checkPage(alignPage(input), PLACES);
    expect(problems[0]).toMatchObject({ file: 'issue.yaml', field: 'furniture.0' });
  });

  test('a scan replaced by one with other line numbers is aligned all the same', () => {
    const { provenance, page } = trace({ ...first, lines: ['', '', '', ...first.lines] }, 'p02-107');
    expect(page.problems).toHaveLength(1);
    expect(provenance.account).toMatchObject({ added: 0, dropped: 0 });
  });
});

describe('npm run articles -- --json', () => {
  const run = () =>
    spawnSync(process.execPath, [join(root, 'scripts/articles.ts'), '--json'], {
      encoding: 'utf8',
      cwd: root,
    });

  test('prints the committed articles under the contract of the cleaner, every character in one span', () => {
    const { stdout, stderr, status } = run();
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const scans = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(scans.map(({ scan }) => scan)).toEqual(pages.map(({ scan }) => scan.file));
    for (const [index, printed] of scans.entries()) {
      const { lines } = pages[index]!.input;
      const held = lines.map((line) => new Uint8Array(line.length));
      const hold = (spans: [number, number, number][]) => {
        for (const [line, from, to] of spans) for (let i = from; i < to; i++) held[line - 1]![i]!++;
      };
      for (const article of printed.articles) {
        expect(article.id).toMatch(/^\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3}$/u);
        for (const spans of Object.values(article.spans)) hold(spans as never);
        for (const block of article.blocks) hold(block.source);
      }
      for (const item of [...printed.furniture, ...printed.removed]) hold(item.source);
      lines.forEach((line, number) => {
        for (let i = 0; i < line.length; i++)
          if (line[i]!.trim() !== '') expect(held[number]![i], `${printed.scan}:${number + 1}:${i}`).toBe(1);
      });
    }
  });

  test('the committed articles are what the gold says they are', () => {
    const known: { scan: string; date: string }[] = JSON.parse(
      spawnSync('cat', [join(root, 'tests/fixtures/scans/scans.json')], { encoding: 'utf8' }).stdout,
    );
    const named = run()
      .stdout.trimEnd()
      .split('\n')
      .map((line) => {
        const printed = JSON.parse(line);
        return JSON.stringify({
          ...printed,
          scan: known.find(({ date }) => printed.scan.includes(date))!.scan,
        });
      });
    const scored = spawnSync(
      process.execPath,
      [join(root, 'tests/fixtures/score-cleaning.mjs'), join(root, 'tests/fixtures/gold'), '--json'],
      { encoding: 'utf8', input: named.join('\n') },
    );
    const all = JSON.parse(scored.stdout).at(-1);
    expect(all).toMatchObject({ scan: 'ALL', hanLost: 0, headlines: 1, topics: 1, bylines: 1 });
    expect(all.articles).toBe(1);
    expect(all.paragraphs).toBeGreaterThanOrEqual(0.99);
    expect(all.cer).toBeLessThanOrEqual(0.001);
  });
});
