import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
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
import { readCharacterMap } from '../../../src/search/fold.ts';
import { packNumbers } from '../../../src/search/packed-numbers.ts';
import { partsOf, type SearchedArticle, streamOf } from '../../../src/search/searched-text.ts';
import { watchProgress } from '../../watch-progress.ts';
import { previousOf } from '../move-folders.ts';
import { openIndexCache } from './index-once.ts';
import { makeCharacterMap } from './make-character-map.ts';
import { digestOf, openPackedFiles, type PackedFiles } from './pack.ts';
import { cutLanes, cutRuns, type Measured } from './plan-index.ts';

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
  /** Articles in an index: more need more memory while it is made, and a changed article makes all of it anew. */
  shard: 5_000,
  /** Places in a record of Pagefind: each pair of characters in each record costs memory. */
  volume: 2_500_000,
  /** Chunks of an index whose words are loaded together: Pagefind compares a term with all of them. */
  lane: 64,
  /** Text bundles in all: views that read everything need so many requests, and some five more for each index. */
  bundles: 22,
  /** Places in a bundle; more where there would be too many of them. */
  bundle: 300_000,
  /** Places by which a bundle grows: while the archive grows little, they are cut where they were. */
  bundleStep: 100_000,
};

/** An article, measured and folded once: what is indexed of it, and how many characters of the paper that is. */
interface FoldedArticle extends Measured {
  headLength: number;
  characters: number;
  stream: string;
}

/**
 * Writes everything that the search reads: Pagefind's indexes, the tables beside them, texts, facets. Indexes are
 * made in a process of their own, and meanwhile the rest is written in this one.
 *
 * @param source the archive
 * @param dist folder that is published
 * @param options `cache`: folder where indexes are kept for the next build, none are kept when left out; `say`: says
 *   one line of progress
 */
export async function writeSearch(
  source: SearchSource,
  dist: string,
  { cache, say = () => {} }: { cache?: string; say?: (line: string) => void } = {},
): Promise<Manifest> {
  const { articles } = source;
  const data = join(dist, DATA_FOLDER);
  await rm(data, { recursive: true, force: true });
  await rm(join(dist, PAGEFIND_FOLDER), { recursive: true, force: true });
  await mkdir(data, { recursive: true });

  // Four quarters of the work: articles are folded, their texts written, given to Pagefind, and indexed.
  const progress = watchProgress(say, '篇', articles.length);
  let quarters = 0;
  const advance = (count: number): void => {
    quarters += count;
    progress.reach(Math.floor(quarters / 4));
  };
  const characterMap = makeCharacterMap(occurringCharacters(articles));
  const map = readCharacterMap(characterMap);
  const folded = articles.map((article): FoldedArticle => {
    const parts = partsOf(article, map);
    const characters = parts.parts.reduce((sum, { folded: { text } }) => sum + text.length, 0);
    advance(1);
    const { length, headLength } = parts;
    return { date: article.date, length, headLength, characters, stream: streamOf(parts) };
  });

  const previous = cache === undefined ? undefined : join(previousOf(cache), DATA_FOLDER);
  const packed = await openPackedFiles(data, cache, previous);
  const indexing = writeShards(articles, folded, { dist, packed, cache, advance });
  // Whatever goes wrong there is told below; here it must not end the program.
  indexing.catch(() => {});
  await writeArticleTexts(source, folded, { packed, advance });
  const total = folded.reduce((sum, { length }) => sum + length, 0);
  const limit = Math.max(
    SIZES.bundle,
    SIZES.bundleStep * Math.ceil(total / SIZES.bundles / SIZES.bundleStep),
  );
  const bundles: Manifest['bundles'] = [];
  for (const { first, end } of cutRuns(folded, limit, ({ length }) => length, false)) {
    const bundle: TextBundle = { articles: articles.slice(first, end).map(datedText) };
    bundles.push([first, packed.writeNamed('bundle', bundle)]);
  }
  const facets: Manifest['facets'] = [];
  for (const { first, end } of cutRuns(folded, Number.POSITIVE_INFINITY, () => 0, true)) {
    facets.push([first, packed.writeNamed('facets', tabulate(articles.slice(first, end)))]);
  }
  const shards = await indexing;
  const manifest: Omit<Manifest, 'version'> = {
    articles: articles.length,
    shards,
    characterMap: packed.writeNamed('characters', characterMap),
    bundles,
    facets,
    suggestions: packed.writeNamed('suggestions', source.suggestions),
    characters: countByMonth(folded),
  };
  const version = digestOf(
    JSON.stringify([manifest, source.pages, articles.map((article) => article.reporters)]),
  );
  const whole: Manifest = { version, ...manifest };
  await packed.finish();
  await writeFile(join(data, 'manifest.json'), JSON.stringify(whole));
  return whole;
}

/** Where texts and tables are written. */
interface TextPlaces {
  packed: PackedFiles;
  /** Is told of quarters of articles that are done. */
  advance: (quarters: number) => void;
}

/** Where indexes are written and kept. */
interface ShardPlaces extends TextPlaces {
  dist: string;
  cache?: string | undefined;
}

/** One index after the other, the oldest first: a new issue changes the newest alone. */
async function writeShards(
  articles: readonly SearchInput[],
  folded: readonly FoldedArticle[],
  { dist, packed, cache, advance }: ShardPlaces,
): Promise<Shard[]> {
  const shards: Shard[] = [];
  const previous = cache === undefined ? undefined : join(previousOf(cache), PAGEFIND_FOLDER);
  const indexes = await openIndexCache(join(dist, PAGEFIND_FOLDER), cache, { ...(previous && { previous }) });
  for (const { first, end } of cutRuns(folded, SIZES.shard, () => 1, false)) {
    const name = String(shards.length);
    const own = articles.slice(first, end);
    const lengths = folded.slice(first, end);
    const volumes = cutRuns(lengths, SIZES.volume, ({ length }) => length, false);
    const sizes = volumes.map((volume) => volume.end - volume.first);
    function* texts() {
      for (const volume of volumes) {
        const streams = lengths.slice(volume.first, volume.end).map(({ stream }) => stream);
        yield streams.join('');
      }
    }
    let left = 2 * own.length;
    const { records, chunks } = await indexes.index(texts, name, (volume) => {
      left -= sizes[volume]!;
      advance(sizes[volume]!);
    });
    advance(left);
    const places: Places = {
      records,
      volumes: sizes,
      issues: countByDate(own),
      ids: own.map((article) => article.id).join(' '),
      lengths: packNumbers(lengths.map(({ length }) => length)),
      heads: packNumbers(lengths.map(({ headLength }) => headLength)),
    };
    shards.unshift({
      folder: `${PAGEFIND_FOLDER}${name}/`,
      places: packed.writeNamed('places', places),
      chunks: packed.writeNamed('chunks', chunks),
      lanes: cutLanes(chunks, SIZES.lane),
      first,
      articles: own.length,
      from: own[0]!.date,
      to: own.at(-1)!.date,
    });
  }
  await indexes.finish();
  return shards;
}

/** An issue's articles at a time: in between, the process that makes the indexes is given what it asks for. */
async function writeArticleTexts(
  { articles, pages }: SearchSource,
  measured: readonly Measured[],
  { packed, advance }: TextPlaces,
): Promise<void> {
  const facts = new Map(pages.map((page) => [`${page.date}/${page.page}`, page]));
  for (const { first, end } of cutRuns(measured, 1, () => 1, false)) {
    for (const article of articles.slice(first, end)) {
      const text: ArticleText = {
        ...facts.get(`${article.date}/${article.page}`)!,
        article: searchedText(article),
      };
      packed.write(articleTextFile(`${article.date}/${article.id}`), text);
    }
    advance(end - first);
    await setImmediate();
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
  // Four million characters of a few thousand: a table says of most of them that they are known.
  const known = new Uint8Array(0x10000);
  for (const { headline, kicker, deck, blocks } of articles) {
    for (const text of [headline, kicker ?? '', deck ?? '', ...blocks]) {
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (known[code]) continue;
        const character = String.fromCodePoint(text.codePointAt(at)!);
        occurring.add(character);
        if (character.length === 1) known[code] = 1;
        else at += 1;
      }
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

function countByMonth(folded: readonly FoldedArticle[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { date, characters } of folded) {
    const month = date.slice(0, 7);
    counts[month] = (counts[month] ?? 0) + characters;
  }
  return counts;
}
