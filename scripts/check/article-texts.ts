import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/model.ts';

/** A text of an article with the place where an editor finds it. */
export interface ArticleText {
  field: 'kicker' | 'headline' | 'deck' | 'block';
  text: string;
  /** Index of the block, from 0. */
  block?: number;
}

/** Headings and blocks of an article in reading order. */
export function textsOf(article: Article): ArticleText[] {
  const heads = (['kicker', 'headline', 'deck'] as const).flatMap((field) => {
    const text = article[field];
    return text === undefined ? [] : [{ field, text }];
  });
  return [...heads, ...article.blocks.map(({ text }, block) => ({ field: 'block' as const, text, block }))];
}

/** Gives the line of a field or block in its file. Files are read only for what was found. */
export class LineFinder {
  readonly #root: string;
  readonly #files = new Map<string, string[]>();

  constructor(root: string) {
    this.#root = root;
  }

  /** 1-based line of a field of the front matter, or 1. */
  field(file: string, field: string): number {
    let lines = this.#files.get(file);
    if (!lines) {
      try {
        lines = readFileSync(join(this.#root, file), 'utf8').split('\n');
      } catch {
        // An article of a scan that nobody has taken in yet has no file.
        lines = [];
      }
      this.#files.set(file, lines);
    }
    return (
      Math.max(
        0,
        lines.findIndex((line) => line.startsWith(`${field}:`)),
      ) + 1
    );
  }

  /** 1-based line of a text of an article. */
  text(article: Article, { field, block }: Pick<ArticleText, 'field' | 'block'>): number {
    if (field === 'block' && block !== undefined) return article.blocks[block]?.line ?? 1;
    return this.field(article.file, field);
  }
}

/** The words around a place, for an editor to find it. */
export function excerpt(text: string, from: number, to = from + 1, around = 6): string {
  return `${from > around ? '…' : ''}${text.slice(Math.max(0, from - around), to + around)}${to + around < text.length ? '…' : ''}`;
}
