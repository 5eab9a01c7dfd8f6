import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { looksLike } from '../../scripts/check/check-lookalikes.ts';
import { reportMarkdown } from '../../scripts/check/report-check.ts';
import { runCheck } from '../../scripts/check/run-check.ts';
import { writeArticle } from '../../scripts/pipeline/4-mdx/write-article.ts';
import { cleanText } from '../../scripts/pipeline/index.ts';
import { listNames } from '../../src/archive/names/name-entries.ts';
import { articleOfCleaned } from '../../src/loader/article-of-cleaned.ts';
import { formatProblem } from '../../src/loader/content-problem.ts';
import { parseArticle } from '../../src/loader/parse-article.ts';
import { parseYaml } from '../../src/loader/parse-yaml.ts';
import { gatherContent } from '../../src/loader/read-content.ts';
import { ArchiveSettings, NameEntry, RedirectEntry } from '../../src/model.ts';
import { copyArchive, openArchive, REPOSITORY, type TestArchive } from '../editors/make-archive.ts';
import { TEXTS } from './attacks.ts';
import { FILE_NAMES, HEADWORDS, NAMES, SETTINGS } from './attacks-on-names.ts';
import { articleText } from './sample-article.ts';

describe('settings with this do not get into the build:', () => {
  test.each(Object.entries(SETTINGS))('%s', (_, text) => {
    const { value, problems } = parseYaml(text, ArchiveSettings, { file: 'content/archive.yaml' });
    expect(value).toBeUndefined();
    expect(problems[0]!.line).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  test('what an owner may well write is taken', () => {
    for (const repository of ['https://git.example.cn/a/b', 'https://gitlab.example.cn:8443/a/b-c_d/e.f/'])
      expect(ArchiveSettings.shape.corrections.parse({ repository, branch: 'release/2026.1' })).toBeDefined();
  });
});

describe('a name with this does not get into the build:', () => {
  test.each(Object.entries(NAMES))('%s', (_, text) => {
    const { value, problems } = parseYaml(text, z.array(NameEntry), { file: 'content/names/people.yaml' });
    expect(value).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe('a headword that could be a path has an address inside names/, of its own', () => {
  const entries = HEADWORDS.map((headword) => NameEntry.parse({ headword }));
  const names = listNames({ person: entries, place: entries, organisation: [] });

  test.each(names.map(({ headword, slug }) => [headword.slice(0, 40), slug]))('%s', (_, slug) => {
    expect(slug).not.toMatch(/[/\\?#%<>:"'|*&`\s]|^\.|^$/u);
    expect(Buffer.byteLength(slug)).toBeLessThan(255);
    const address = new URL(`https://a.example/names/${encodeURIComponent(slug)}/`);
    expect(address.pathname.split('/')).toHaveLength(4);
    expect(join('/dist/names', slug)).toBe(`/dist/names/${slug}`);
  });

  test('no two have one, on systems either that know no capitals', () => {
    const more = listNames({
      person: [NameEntry.parse({ headword: 'EVE' }), NameEntry.parse({ headword: 'eve' })],
      place: [],
      organisation: [],
    });
    for (const list of [names, more])
      expect(new Set(list.map(({ slug }) => slug.toLowerCase())).size).toBe(list.length);
  });
});

describe('an address that moved leads to an article and nowhere else:', () => {
  test.each([
    ['../../evil', '2023-04-14/p02-009'],
    ['2023-04-14/p02-009', 'https://example.org/'],
    ['2023-04-14/p02-009', '//example.org'],
    ['2023-04-14/p02-009', 'javascript:alert(1)'],
    ['2023-04-14/p02-009\n/x  /y 301', '2023-04-14/p02-107'],
    ['2023-04-14/p02-009 /x', '2023-04-14/p02-107'],
    ['*', '2023-04-14/p02-107'],
  ])('%j → %j', (from, to) => {
    expect(RedirectEntry.safeParse({ from, to, date: '2023-04-14', reason: '误' }).success).toBe(false);
  });
});

describe('a file that is not where it should be is named, and not read:', () => {
  let archive: TestArchive;
  const valid: Record<string, string> = {};
  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'archive-'));
    cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true });
    archive = openArchive(root);
    valid['content/articles'] = articleText();
    for (const [folder, file] of [
      ['content/topics', 'military.mdx'],
      ['content/pages', 'about.mdx'],
    ] as const)
      valid[folder] = readFileSync(join(REPOSITORY, folder, file), 'utf8').replace(
        /^reasons:\n(?: .*\n)+/mu,
        '',
      );
  });

  afterAll(() => rm(archive.root, { recursive: true, force: true }));

  test.each(FILE_NAMES.map(([path, text]) => [path, text] as const))('%s', async (path, text) => {
    const folder = path.split('/').slice(0, 2).join('/');
    archive.write(path, text === '' ? valid[folder]! : text);
    const { content, problems } = await gatherContent(archive.root);
    await rm(join(archive.root, path));
    const about = problems.filter(({ file }) => file === path);
    expect(about.length).toBeGreaterThan(0);
    expect(content.articles.map(({ file }) => file)).not.toContain(path);
    expect(content.scans.map(({ file }) => file)).not.toContain(path);
    // Whatever the name holds, the message is one line that says what it is.
    expect(formatProblem(about[0]!)).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/u);
  });

  test('findings about such a file are text in the comment under a request', async () => {
    const path = 'content/articles/2023-04-14/[x](javascript:alert(1)) `|@all <b>.mdx';
    archive.write(path, articleText());
    const result = await runCheck(archive.root);
    await rm(join(archive.root, path));
    const row = reportMarkdown(result)
      .split('\n')
      .find((line) => line.includes('alert'))!;
    expect(row).toContain('\\[x\\](javascript:alert(1)) \\`\\|\\@all \\<b\\>.mdx');
  });
});

describe('a scan that holds this gives an article of text:', () => {
  test.each(TEXTS)('%s', (text) => {
    const paragraph = `近日，丰台区召开工作会议，传达相关会议精神，研究部署下一步工作，${text}，会议强调，要提高站位。`;
    const cleaned = cleanText(`会议召开\n\n${paragraph}\n${text}\n`, { scan: 'a.txt' });
    expect(cleaned.articles.length).toBeGreaterThan(0);
    cleaned.articles.forEach((article, index) => {
      const place = { date: '2023-04-14', page: '02', order: index + 1 };
      const { front, blocks } = articleOfCleaned(article, place);
      const file = `content/articles/2023-04-14/${front.id}.mdx`;
      const { article: read, problems } = parseArticle(writeArticle(front, blocks), file);
      expect(problems).toEqual([]);
      expect(read!.blocks.map((block) => block.text)).toEqual(blocks.map((block) => block.text));
      expect(read!.blocks.some(({ html }) => html !== undefined)).toBe(false);
    });
  });
});

describe('characters that are not what they seem', () => {
  test.each([
    ['⼈', '“', '民', '人'],
    ['⺠', '人', '的', '同形的汉字'],
    ['\uf900', '有', '此', '\u8c48'],
    ['ロ', '人', '数', '口'],
    ['ニ', '第', '次', '二'],
    ['〡', '第', '次', '一'],
    ['А', '1', '级', 'A'],
    ['Ο', 'T', 'D', 'O'],
    ['𝐀', '（', '）', 'A'],
  ])('%s between %s and %s is %s', (character, before, after, meant) => {
    expect(looksLike(character, before, after)).toBe(meant);
  });

  test.each([
    ['ロ', 'ク', 'ー'],
    ['А', '俄', '文'],
    ['α', '与', 'β'],
    ['人', '民', '人'],
    ['﨑', '宫', '骏'],
    ['Ａ', '级', '景'],
  ])('%s between %s and %s is what it is', (character, before, after) => {
    expect(looksLike(character, before, after)).toBeUndefined();
  });

  test('are listed by npm run check with their codes, as is what has no meaning of its own', async () => {
    const archive = copyArchive();
    const file = 'content/articles/2023-04-14/p02-009.mdx';
    archive.write(file, archive.read(file).replace('近日，丰台区召开', '近日，丰台区召\ue123开⼈'));
    const { findings } = await runCheck(archive.root);
    const line =
      archive
        .read(file)
        .split('\n')
        .findIndex((text) => text.includes('\ue123')) + 1;
    for (const [code, found] of [
      ['character-private', 'U+E123'],
      ['character-lookalike', 'U+2F08'],
    ])
      expect(findings.find((finding) => finding.code === code)).toMatchObject({
        file,
        line,
        found: expect.stringContaining(found!),
      });
  });
});
