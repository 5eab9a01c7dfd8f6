import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArticleText,
  articleTextFile,
  DATA_FOLDER,
  FACETS,
  type Facet,
  type FacetTable,
  type Manifest,
  PAGEFIND_FOLDER,
  type PageFacts,
  type Places,
  type Shard,
  type Suggestions,
  type TextBundle,
} from '../../../src/search/files.ts';
import { type CharacterMap, readCharacterMap } from '../../../src/search/fold.ts';
import { packNumbers } from '../../../src/search/packed-numbers.ts';
import { partsOf, type SearchedArticle, streamOf } from '../../../src/search/searched-text.ts';
import { type IndexCache, openIndexCache } from './index-once.ts';
import { makeCharacterMap } from './make-character-map.ts';
import { digestOf, writeNamed, writePacked } from './pack.ts';
import { cutEvenly, cutLanes, cutRuns, type Measured, type Run } from './plan-index.ts';

/** An article as the search is told of it. */
export interface SearchInput extends SearchedArticle {
  date: string;
  page: string;
  facets: Partial<Record<Facet, string[]>>;
}

/** What the search is built from. Articles are sorted by date, page, reading order; none is withdrawn. */
export interface SearchSource {
  articles: readonly SearchInput[];
  pages: readonly PageFacts[];
  suggestions: Suggestions;
}

/** Sizes that were chosen by measurement (`npm run bench -- search`). */
export const SIZES = {
  /** Articles in an index: more need more memory while it is made. */
  shard: 10_000,
  /** Places in a record of Pagefind: each pair of characters in each record costs memory. */
  volume: 2_500_000,
  /** Chunks of an index whose words are loaded together: Pagefind compares a term with all of them. */
  lane: 32,
  /** Text bundles in all: views that read everything need so many requests. */
  bundles: 36,
  /** Places in a bundle, unless there would be too many of them. */
  bundle: 300_000,
};

/**
 * Writes everything that the search reads: Pagefind's indexes, the tables beside them, texts, facets.
 *
 * @param source the archive
 * @param dist folder that is published
 * @param cache folder where indexes are kept for the next build; none are kept when left out
 */
export async function writeSearch(source: SearchSource, dist: string, cache?: string): Promise<Manifest> {
  const { articles } = source;
  const data = join(dist, DATA_FOLDER);
  await rm(data, { recursive: true, force: true });
  await rm(join(dist, PAGEFIND_FOLDER), { recursive: true, force: true });
  await mkdir(data, { recursive: true });

  const characterMap = makeCharacterMap(occurringCharacters(articles));
  const map = readCharacterMap(characterMap);
  const measured = articles.map((article) => {
    const { length, headLength } = partsOf(article, map);
    return { date: article.date, length, headLength };
  });

  const shards: Shard[] = [];
  const indexes = await openIndexCache(cache);
  for (const run of cutEvenly(measured, SIZES.shard)) {
    shards.unshift(await writeShard(articles, measured, run, map, dist, data, shards.length, indexes));
  }
  await indexes.forget();
  const total = measured.reduce((sum, { length }) => sum + length, 0);
  const limit = Math.max(SIZES.bundle, Math.ceil(total / SIZES.bundles));
  const bundles: Manifest['bundles'] = [];
  for (const { first, end } of cutRuns(measured, limit, ({ length }) => length, false)) {
    const bundle: TextBundle = { articles: articles.slice(first, end).map(datedText) };
    bundles.push([first, await writeNamed(data, 'bundle', bundle)]);
  }
  const facets: Manifest['facets'] = [];
  for (const { first, end } of cutRuns(measured, Number.POSITIVE_INFINITY, () => 0, true)) {
    facets.push([first, await writeNamed(data, 'facets', tabulate(articles.slice(first, end)))]);
  }
  await writeArticleTexts(source, measured, data);

  const manifest: Omit<Manifest, 'version'> = {
    articles: articles.length,
    shards,
    characterMap: await writeNamed(data, 'characters', characterMap),
    bundles,
    facets,
    suggestions: await writeNamed(data, 'suggestions', source.suggestions),
    characters: countByMonth(measured, articles, map),
  };
  const version = digestOf(
    JSON.stringify([manifest, source.pages, articles.map((article) => article.reporters)]),
  );
  const whole: Manifest = { version, ...manifest };
  await writeFile(join(data, 'manifest.json'), JSON.stringify(whole));
  return whole;
}

async function writeShard(
  articles: readonly SearchInput[],
  measured: readonly (Measured & { headLength: number })[],
  { first, end }: Run,
  map: CharacterMap,
  dist: string,
  data: string,
  number: number,
  indexes: IndexCache,
): Promise<Shard> {
  const own = articles.slice(first, end);
  const lengths = measured.slice(first, end);
  const volumes = cutRuns(lengths, SIZES.volume, ({ length }) => length, false);
  const from = own[0]!.date;
  const to = own.at(-1)!.date;
  const folder = `${PAGEFIND_FOLDER}${number}/`;
  function* texts() {
    for (const volume of volumes) {
      yield own
        .slice(volume.first, volume.end)
        .map((article) => streamOf(partsOf(article, map).parts))
        .join('');
    }
  }
  const { records, chunks } = await indexes.index(texts, join(dist, folder));
  const places: Places = {
    records,
    volumes: volumes.map((volume) => volume.end - volume.first),
    issues: countByDate(own),
    ids: own.map((article) => article.id).join(' '),
    lengths: packNumbers(lengths.map(({ length }) => length)),
    heads: packNumbers(lengths.map(({ headLength }) => headLength)),
  };
  return {
    folder,
    places: await writeNamed(data, 'places', places),
    chunks: await writeNamed(data, 'chunks', chunks),
    lanes: cutLanes(chunks, SIZES.lane),
    first,
    articles: own.length,
    from,
    to,
  };
}

/** An issue's articles at a time: so many files are written side by side. */
async function writeArticleTexts(
  { articles, pages }: SearchSource,
  measured: readonly Measured[],
  data: string,
): Promise<void> {
  const facts = new Map(pages.map((page) => [`${page.date}/${page.page}`, page]));
  for (const { first, end } of cutRuns(measured, 1, () => 1, false)) {
    await Promise.all(
      articles.slice(first, end).map((article) => {
        const text: ArticleText = {
          ...facts.get(`${article.date}/${article.page}`)!,
          article: searchedText(article),
        };
        return writePacked(join(data, articleTextFile(`${article.date}/${article.id}`)), text);
      }),
    );
  }
}

function searchedText({ id, headline, kicker, deck, reporters, blocks }: SearchInput): SearchedArticle {
  return {
    id,
    headline,
    ...(kicker === undefined ? {} : { kicker }),
    ...(deck === undefined ? {} : { deck }),
    reporters,
    blocks,
  };
}

const datedText = (article: SearchInput) => ({ date: article.date, ...searchedText(article) });

function tabulate(articles: readonly SearchInput[]): FacetTable {
  const column = (facet: Facet) => {
    const values = [...new Set(articles.flatMap((article) => article.facets[facet] ?? []))].sort();
    const numbers = new Map(values.map((value, number) => [value, number]));
    return {
      values,
      of: articles.map((article) => (article.facets[facet] ?? []).map((value) => numbers.get(value)!)),
    };
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, column(facet)])) as FacetTable;
}

function occurringCharacters(articles: readonly SearchInput[]): Set<string> {
  const occurring = new Set<string>();
  for (const { headline, kicker, deck, blocks } of articles) {
    for (const text of [headline, kicker ?? '', deck ?? '', ...blocks]) {
      for (const character of text) occurring.add(character);
    }
  }
  return occurring;
}

function countByDate(articles: readonly { date: string }[]): [string, number][] {
  const counts: [string, number][] = [];
  for (const { date } of articles) {
    const last = counts.at(-1);
    if (last?.[0] === date) last[1]++;
    else counts.push([date, 1]);
  }
  return counts;
}

function countByMonth(
  measured: readonly Measured[],
  articles: readonly SearchInput[],
  map: CharacterMap,
): Record<string, number> {
  const counts: Record<string, number> = {};
  measured.forEach(({ date, length }, at) => {
    const month = date.slice(0, 7);
    // A separator stands after every part and is no character of the paper.
    counts[month] = (counts[month] ?? 0) + length - partsOf(articles[at]!, map).parts.length;
  });
  return counts;
}
