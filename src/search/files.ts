/**
 * The files of the search beside Pagefind's: who writes them is the build, who reads them the browser.
 * All but the manifest are gzipped JSON under a neutral name, because many static hosts compress nothing.
 */
import type { PackedNumbers } from './packed-numbers.ts';
import type { SearchedArticle } from './searched-text.ts';

/** Folder of these files under the base path. */
export const DATA_FOLDER = 'search/data/';
/** Folder of Pagefind's own files under the base path; one folder a shard below it. */
export const PAGEFIND_FOLDER = 'pagefind/';
/** What Pagefind writes at the beginning of each of its files before it packs them. */
export const PAGEFIND_SIGNATURE = 'pagefind_dcd';

/** A run of consecutive articles (by date, page, reading order) with an index of its own. */
export interface Shard {
  /** `pagefind/2023-2026/` under the base path. */
  folder: string;
  /** Name of its `Places` file in the data folder. */
  places: string;
  /** Name of the file with the first token of each chunk of the index: a list of words. */
  chunks: string;
  /** Where the lanes of its alphabet begin, sorted: the code of a first letter each. */
  lanes: string[];
  /** Ordinal of its first article in the archive. */
  first: number;
  articles: number;
  from: string;
  to: string;
}

/** What the search reads first. */
export interface Manifest {
  /** Changes with anything that is searched; appended to every address as `?v=`. */
  version: string;
  articles: number;
  /** Newest first: the newest answers first. */
  shards: Shard[];
  /** File with the traditional characters that occur: `豐丰臺台…`. */
  characterMap: string;
  /** Text bundles, oldest first: ordinal of the first article, and the file. */
  bundles: [first: number, file: string][];
  /** Files of facets by year: ordinal of the first article, and the file. */
  facets: [first: number, file: string][];
  /** File of the words that the search box suggests. */
  suggestions: string;
  /** Folded characters printed a month, `2023-04`. */
  characters: Record<string, number>;
}

/** Where each hit lies: how long the articles of a shard are, in the order in which they are indexed. */
export interface Places {
  /** Pagefind's id of each record, and what it holds: number of the volume, `p` for pairs or `b` for bridges. */
  records: Record<string, string>;
  /** How many articles are in each volume. */
  volumes: number[];
  /** Dates with how many articles each, oldest first. */
  issues: [date: string, articles: number][];
  /** Ids of the articles, with a space between. */
  ids: string;
  /** Places that each article takes, separators included. */
  lengths: PackedNumbers;
  /** Of these, headline, kicker and deck. */
  heads: PackedNumbers;
}

/** What is known of a newspaper page beside its articles. */
export interface PageFacts {
  date: string;
  dateSource: 'printed' | 'inferred';
  dateEvidence?: string;
  page: string;
  pageSource: 'printed' | 'inferred' | 'unknown';
  pageEvidence?: string;
  section?: string;
}

/**
 * An article with its page, as a result shows it: `text/<date>/<id>.bin`. A file for each: ten results are ten
 * articles of ten pages, and a page's other articles would be four fifths of what is read.
 */
export interface ArticleText extends PageFacts {
  article: SearchedArticle;
}

/** A bundle of consecutive articles, for views that read many. */
export interface TextBundle {
  articles: (SearchedArticle & { date: string })[];
}

/** The facets that are counted, beside year and month, which the date gives. */
export const FACETS = [
  'topic',
  'page',
  'section',
  'reporter',
  'person',
  'place',
  'organisation',
  'status',
] as const;
export type Facet = (typeof FACETS)[number];

/** Values of the facets of consecutive articles. `of[i]` lists the values of the i-th article. */
export type FacetTable = Record<Facet, { values: string[]; of: number[][] }>;

/** What the search box suggests. */
export interface Suggestions {
  headlines: [headline: string, name: string][];
  topics: [title: string, slug: string][];
  names: string[];
}

/** Path of an article's text in the data folder. @param name `<date>/<id>` */
export const articleTextFile = (name: string) => `text/${name}.bin`;
