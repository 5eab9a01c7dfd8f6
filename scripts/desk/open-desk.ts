import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../../src/loader/content-problem.ts';
import { gatherContent } from '../../src/loader/read-content.ts';
import { type Article, type ArticleFrontMatter, ArticleName } from '../../src/model.ts';
import type { AlignedPage } from '../../src/provenance/aligned-page.ts';
import { alignScannedPage, listScannedPages } from '../../src/provenance/list-pages.ts';
import { traceArticle } from '../../src/provenance/trace-article.ts';
import { Refusal } from '../describe-failure.ts';
import { takeTurn } from '../take-turn.ts';
import { writeTree } from '../write-tree.ts';

/** What a change of the desk writes, and what is said about it. */
export interface DeskChange {
  changes: Map<string, string | Uint8Array | null>;
  /** Lines for the editor. */
  said: string[];
}

/** An article with its file's text and where its parts stand in the scan. */
export interface OpenArticle {
  article: Article;
  /** Text of the file, line feeds only. */
  text: string;
  /** Where each part stands. */
  trace: ReturnType<typeof traceArticle>;
  /** All articles of the same page, in reading order. */
  neighbours: Article[];
}

/** Reads articles for a change. */
export interface Desk {
  root: string;
  open: (name: string) => Promise<OpenArticle>;
  exists: (name: string) => boolean;
  content: Awaited<ReturnType<typeof gatherContent>>['content'];
}

/**
 * Makes one change to the archive: completes what was interrupted, reads, plans, writes all of it or nothing.
 *
 * @param root folder of the repository
 * @param plan what is to change
 * @returns what is said to the editor
 * @throws {Refusal | ContentError} with what to do; nothing is written then
 */
export async function atDesk(root: string, plan: (desk: Desk) => Promise<DeskChange>): Promise<string[]> {
  return takeTurn(root, async () => {
    const { content, problems } = await gatherContent(root);
    if (problems.length > 0) throw new ContentError(problems);
    const byName = new Map(content.articles.map((article) => [article.name, article]));
    const pages = listScannedPages(content);
    const aligned = new Map<string, AlignedPage>();
    const open = async (name: string): Promise<OpenArticle> => {
      if (!ArticleName.safeParse(name).success)
        throw new Refusal(`${name}：文章要写成 日期/编号，如 2023-04-14/p02-009。`);
      const article = byName.get(name);
      if (!article) throw new Refusal(`${name}：没有这篇文章。文件在 content/articles/ 下，名字就是编号。`);
      const page = pages.find(({ scan }) => scan.date === article.date && scan.page === article.page);
      if (!page) throw new Refusal(`${name}：没有这一版的扫描文本，不能对照。`);
      const text = readText(root, article.file).replaceAll('\r\n', '\n');
      const there = aligned.get(page.scan.file) ?? (await alignScannedPage(root, page));
      aligned.set(page.scan.file, there);
      return {
        article,
        text,
        trace: traceArticle(there, article, page.scan.file),
        neighbours: content.articles.filter(
          ({ date, page: p }) => date === article.date && p === article.page,
        ),
      };
    };
    const { changes, said } = await plan({ root, content, open, exists: (name) => byName.has(name) });
    writeTree(root, changes);
    return said;
  });
}

function readText(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    throw new Refusal(`${file}：这一版还没有收入，文章是临时整理的。先运行 npm run ingest -- 扫描文本。`);
  }
}

/** The front matter alone, without what the site adds. */
export function frontOf({ name: _, file: __, blocks: ___, ...front }: Article): ArticleFrontMatter {
  return front;
}
