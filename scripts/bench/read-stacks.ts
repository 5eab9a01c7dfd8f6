import { readdirSync, readFileSync } from 'node:fs';
import { type InventedArticle, readInvented } from './read-invented.ts';

const FIXTURES = new URL('../../tests/fixtures/', import.meta.url);

/** A headline stack. A slash stands where a setter would break a line ({@link rowsOf}). */
export interface KnownStack {
  /** Where it stands: invented articles, real pages, or files of stacks, those of the kinds of newspapers and of whole issues of district papers apart. */
  readonly set: 'articles' | 'gold' | 'stacks' | 'papers' | 'districts';
  /** The file, `gold` for the real pages; with its folder in `papers` and `districts`. */
  readonly source: string;
  readonly kicker: string | undefined;
  readonly headline: string;
  readonly deck: string | undefined;
  /** How the article goes on, as far as it is known. */
  readonly text: string;
}

/** The rows in which a setter would set a line. In `1/8决赛` the slash is printed. */
export const rowsOf = (line: string): string[] => line.split(/(?<!\d)\//u);

function ofArticles(
  set: KnownStack['set'],
  source: string,
  articles: readonly InventedArticle[],
): KnownStack[] {
  return articles.flatMap(({ kicker, headline, deck, blocks }) => {
    const text = blocks.map((block) => block.text).join('');
    // Where the real pages have none, null stands.
    return headline
      ? [{ set, source, kicker: kicker ?? undefined, headline, deck: deck ?? undefined, text }]
      : [];
  });
}

function ofFile(source: string): KnownStack[] {
  const written = readFileSync(new URL(`stacks/${source}`, FIXTURES), 'utf8');
  const folder = /^(?:papers|districts)(?=\/)/u.exec(source)?.[0] as 'papers' | 'districts' | undefined;
  const set = folder ?? 'stacks';
  return written.split('\n').flatMap((line) => {
    const [kicker, headline, deck, text = ''] = line.split('|');
    return headline
      ? [{ set, source, kicker: kicker || undefined, headline, deck: deck || undefined, text }]
      : [];
  });
}

/** All headline stacks to learn from: of the invented articles, of the real pages, of tests/fixtures/stacks. */
export function readStacks(): KnownStack[] {
  const gold = readdirSync(new URL('gold', FIXTURES)).sort();
  const files = readdirSync(new URL('stacks', FIXTURES), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return [
    ...readInvented().flatMap(({ source, articles }) => ofArticles('articles', source, articles)),
    ...gold.flatMap((file) =>
      ofArticles(
        'gold',
        'gold',
        JSON.parse(readFileSync(new URL(`gold/${file}`, FIXTURES), 'utf8')).articles,
      ),
    ),
    ...files.flatMap(ofFile),
  ];
}
