import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  ArchiveSettings,
  type Article,
  Issue,
  NameEntry,
  type NameKind,
  PageFrontMatter,
  type Topic,
  TopicFrontMatter,
} from '../model.ts';
import { checkReferences } from './check-references.ts';
import type { UnreadPage } from './clean-page.ts';
import { addUnreadPages, cleanUnread } from './clean-unread.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { listFiles } from './list-files.ts';
import { listScans, type ScanFile } from './list-scans.ts';
import { parseOnce } from './parse-once.ts';
import { parsePage } from './parse-page.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * Everything that editors keep in `content/`, read and checked; sorted by date, page, reading order. Scans
 * that nobody has taken in yet are among issues and articles as the machine reads them.
 */
export interface Content {
  settings: ArchiveSettings;
  issues: Issue[];
  articles: Article[];
  topics: Topic[];
  names: Record<NameKind, NameEntry[]>;
  scans: ScanFile[];
}

/** The file of each kind of name. */
export const NAME_FILES: Record<NameKind, string> = {
  person: 'content/names/people.yaml',
  place: 'content/names/places.yaml',
  organisation: 'content/names/organisations.yaml',
};

/** Reads `content/archive.yaml`. */
export async function readSettings(
  root: string,
): Promise<{ settings: ArchiveSettings | undefined; problems: ContentProblem[] }> {
  const file = 'content/archive.yaml';
  const { value, problems } = parseYaml(await readText(root, file), ArchiveSettings, { file });
  return { settings: value, problems };
}

/** Reads `content/issues/*.yaml`, oldest first. */
export async function readIssues(root: string): Promise<{ issues: Issue[]; problems: ContentProblem[] }> {
  const issues: Issue[] = [];
  const problems: ContentProblem[] = [];
  for (const file of await listFiles(root, 'content/issues')) {
    const { value, problems: found } = parseYaml(await readText(root, file), Issue, { file });
    problems.push(...found);
    if (!value) continue;
    if (file !== `content/issues/${value.date}.yaml`) {
      problems.push({
        file,
        line: 1,
        field: 'date',
        found: `"${value.date}"`,
        expected: '与文件名相同的日期',
      });
    } else issues.push(value);
  }
  return { issues, problems };
}

/** Reads the front matter of `content/topics/*.mdx`, in the editors' order. */
export async function readTopics(root: string): Promise<{ topics: Topic[]; problems: ContentProblem[] }> {
  const topics: Topic[] = [];
  const problems: ContentProblem[] = [];
  for (const file of await listFiles(root, 'content/topics')) {
    const { value, problems: found } = parsePage(await readText(root, file), TopicFrontMatter, file);
    problems.push(...found);
    if (value) topics.push({ ...value, slug: file.replace(/^.*\/|\.mdx$/gu, '') });
  }
  topics.sort((a, b) => a.order - b.order);
  return { topics, problems };
}

/** Checks `content/pages/*.mdx`: the pages themselves are rendered by @astrojs/mdx. */
async function checkPages(root: string): Promise<{ problems: ContentProblem[] }> {
  const problems: ContentProblem[] = [];
  for (const file of await listFiles(root, 'content/pages'))
    problems.push(...parsePage(await readText(root, file), PageFrontMatter, file).problems);
  return { problems };
}

/** Reads `content/names/*.yaml`. */
export async function readNames(
  root: string,
): Promise<{ names: Record<NameKind, NameEntry[]>; problems: ContentProblem[] }> {
  const names: Record<NameKind, NameEntry[]> = { person: [], place: [], organisation: [] };
  const problems: ContentProblem[] = [];
  const present = new Set(await listFiles(root, 'content/names'));
  const known = Object.values(NAME_FILES);
  for (const file of present) {
    if (known.includes(file)) continue;
    // Whoever misspells the file's name would never learn that nobody reads it.
    problems.push({
      file,
      line: 1,
      found: `文件名 ${JSON.stringify(file)}`,
      expected: `以下之一：${known.join('、')}`,
    });
  }
  for (const [kind, file] of Object.entries(NAME_FILES) as [NameKind, string][]) {
    if (!present.has(file)) continue;
    const { value, problems: found } = parseYaml(await readText(root, file), z.array(NameEntry), { file });
    problems.push(...found);
    names[kind] = value ?? [];
  }
  return { names, problems };
}

/**
 * Reads `content/articles/**`, sorted by date, page and reading order.
 *
 * @param root folder of the repository
 * @param onArticle is told before each file how many are done, of how many
 */
export async function readArticles(
  root: string,
  onArticle: (done: number, total: number) => void = () => {},
): Promise<{ articles: Article[]; problems: ContentProblem[] }> {
  const articles: Article[] = [];
  const problems: ContentProblem[] = [];
  const files = await listFiles(root, 'content/articles');
  for (const [index, file] of files.entries()) {
    onArticle(index, files.length);
    if (/\/p\d{2}\.machine\.yaml$/u.test(file)) continue;
    if (!file.endsWith('.mdx')) {
      // An article that was saved under a wrong name would be missing, and nobody would know.
      problems.push({
        file,
        line: 1,
        found: `文件名 ${JSON.stringify(file)}`,
        expected: '以 .mdx 结尾的文章',
        remedy: '改名为 <编号>.mdx；不是文章的文件不放在 content/articles/。',
      });
      continue;
    }
    const parsed = parseOnce(await readText(root, file), file);
    problems.push(...parsed.problems);
    if (parsed.article) articles.push(parsed.article);
  }
  return { articles: articles.sort(byPlace), problems };
}

/** Order of articles everywhere: date, page, reading order on the page, id. */
export function byPlace(a: Article, b: Article): number {
  return compare(a.date, b.date) || compare(a.page, b.page) || a.order - b.order || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Reads and checks everything in `content/`.
 *
 * @param root folder of the repository
 * @param onArticle is told before each article how many are done, of how many
 * @throws {ContentError} with all problems at once
 */
export async function readContent(
  root: string,
  onArticle?: (done: number, total: number) => void,
): Promise<Content> {
  const { content, problems } = await gatherContent(root, onArticle);
  if (problems.length > 0 || !content.settings) throw new ContentError(problems);
  return { ...content, settings: content.settings };
}

/**
 * Reads everything in `content/` that can be read, and says what cannot.
 *
 * @param root folder of the repository
 */
export async function gatherContent(
  root: string,
  onArticle?: (done: number, total: number) => void,
): Promise<{
  content: Omit<Content, 'settings'> & { settings: ArchiveSettings | undefined };
  problems: ContentProblem[];
}> {
  const [
    { settings, ...a },
    { issues, ...b },
    { topics, ...c },
    { names, ...d },
    { articles, ...e },
    { scans, ...f },
    g,
  ] = await Promise.all([
    readSettings(root),
    readIssues(root),
    readTopics(root),
    readNames(root),
    readArticles(root, onArticle),
    listScans(root),
    checkPages(root),
  ]);
  const unread = await cleanUnread(root, scans, await listFiles(root, 'content/articles'), topics);
  const content = {
    issues: addUnreadPages(issues, unread.pages),
    articles: [...articles, ...unread.pages.flatMap((page) => page.articles)].sort(byPlace),
    topics,
    scans,
  };
  const problems = [a, b, c, d, e, f, g, unread].flatMap((part) => part.problems);
  problems.push(...checkReferences(content));
  return { content: { settings, ...content, names }, problems };
}

/**
 * The scans that nobody has taken in yet, as the machine reads them.
 *
 * @param root folder of the repository
 */
export async function readUnread(root: string): Promise<{ pages: UnreadPage[]; problems: ContentProblem[] }> {
  const [{ scans, ...a }, { topics, ...b }, files] = await Promise.all([
    listScans(root),
    readTopics(root),
    listFiles(root, 'content/articles'),
  ]);
  const { pages, problems } = await cleanUnread(root, scans, files, topics);
  return { pages, problems: [...a.problems, ...b.problems, ...problems] };
}

async function readText(root: string, file: string): Promise<string> {
  // Files are small and many: to wait for each costs several times what reading it does.
  return readFileSync(join(root, file), 'utf8');
}
