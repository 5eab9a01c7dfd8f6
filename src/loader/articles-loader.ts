import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Article } from '../model.ts';
import { checkReferences } from './check-references.ts';
import { addUnreadPages, cleanUnread } from './clean-unread.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { handedContent } from './handed-content.ts';
import { listFiles } from './list-files.ts';
import { listScans } from './list-scans.ts';
import { loadedArticles } from './loaded-articles.ts';
import { parsedArticles, parseOnce } from './parse-once.ts';
import { byPlace, readIssues, readTopics } from './read-content.ts';

/** The file, and what was made of it: a better parser shows as much as an editor's change. */
const textOf = (article: Article, source: string): string => `${JSON.stringify(article)}\n${source}`;

/**
 * The articles of `content/articles/`, each parsed and rendered once and kept by the digest of its text, and
 * those of scans that nobody has taken in yet. All files with problems are listed at once.
 */
export function articlesLoader(): Loader {
  return {
    name: 'articles',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      await loadAll(root, context);
      context.watcher?.on('all', async (event, path) => {
        const file = relative(root, path).replaceAll('\\', '/');
        if (!/^content\/(?:articles\/.*\.mdx|scans\/.*)$/u.test(file)) {
          if (file.startsWith('content/')) forgetLater();
          return;
        }
        // An editor who corrects a word waits for one article, not for all of them.
        const load = event === 'change' && file.endsWith('.mdx') ? loadOne : loadAll;
        await load(root, context, file).catch((error: unknown) => context.logger.error(String(error)));
      });
    },
  };
}

/** Astro hands on what other loaders have read half a second after they are done. */
const HANDED_ON = [800, 3000];

/** Whatever pages have computed of the content is computed anew once a change of another kind has come through. */
function forgetLater(): void {
  for (const wait of HANDED_ON) {
    setTimeout(() => {
      loadedArticles().version += 1;
    }, wait).unref();
  }
}

/** Takes a changed article in; what it says of other files is checked again by the next build. */
async function loadOne(root: string, { store, generateDigest }: LoaderContext, file: string): Promise<void> {
  const text = await readFile(join(root, file), 'utf8');
  const { article, problems } = parseOnce(text, file);
  if (!article) throw new ContentError(problems);
  const digest = generateDigest(textOf(article, text));
  const loaded = loadedArticles();
  loaded.articles.set(article.name, { article, digest });
  loaded.version += 1;
  store.set({ id: article.name, data: {}, digest });
}

/**
 * Astro's store is told of articles only where somebody watches: there it sees by them what has changed. A build would
 * write ten thousands of names down, and bundle and read them, for nobody.
 */
async function loadAll(root: string, context: LoaderContext): Promise<void> {
  const { store, watcher } = context;
  const articles = (watcher ? undefined : takeHanded()) ?? (await readAll(root, context));
  const loaded = loadedArticles();
  loaded.articles = new Map(articles.map((each) => [each.article.name, each]));
  loaded.version += 1;
  const gone = new Set(store.keys());
  for (const { article, digest } of watcher ? articles.sort((a, b) => byPlace(a.article, b.article)) : []) {
    gone.delete(article.name);
    store.set({ id: article.name, data: {}, digest });
  }
  for (const name of gone) store.delete(name);
}

/** An article, and a digest of what it was made from. */
interface Loaded {
  article: Article;
  digest: string;
}

/** What this build has read and checked before. */
function takeHanded(): Loaded[] | undefined {
  const handed = handedContent();
  return handed?.content.articles.map((article) => ({ article, digest: handed.digests.get(article.name)! }));
}

async function readAll(root: string, { generateDigest, watcher }: LoaderContext): Promise<Loaded[]> {
  const problems: ContentProblem[] = [];
  const articles: Loaded[] = [];
  const articleFiles = await listFiles(root, 'content/articles');
  const files = articleFiles.filter((file) => file.endsWith('.mdx'));
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    const { article, problems: found } = parseOnce(text, file);
    problems.push(...found);
    if (!article) continue;
    // A build knows another way what articles are made with: by a digest of all that makes them.
    const digest = watcher ? generateDigest(textOf(article, text)) : parsedArticles().get(file)!.digest;
    articles.push({ article, digest });
  }

  const [issues, topics, scans] = await Promise.all([readIssues(root), readTopics(root), listScans(root)]);
  const unread = await cleanUnread(root, scans.scans, articleFiles, topics.topics);
  for (const article of unread.pages.flatMap((page) => page.articles))
    articles.push({ article, digest: generateDigest(article as unknown as Record<string, unknown>) });
  problems.push(...issues.problems, ...topics.problems, ...scans.problems, ...unread.problems);
  problems.push(
    ...checkReferences({
      issues: addUnreadPages(issues.issues, unread.pages),
      topics: topics.topics,
      scans: scans.scans,
      articles: articles.map(({ article }) => article),
    }),
  );
  if (problems.length > 0) throw new ContentError(problems);
  return articles;
}
