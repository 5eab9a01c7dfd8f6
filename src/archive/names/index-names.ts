import { codeAt } from '../../code-at.ts';
import type { Article } from '../../model.ts';
import type { NameMatch } from './match-names.ts';
import type { Name } from './name-entries.ts';

/** A name's first mention in an article, and how often it is named there. */
export interface Mention {
  article: Article;
  /** Number of the block from 0; absent where it is named in the byline or the headline only. */
  block?: number;
  from: number;
  to: number;
  count: number;
}

/** A name's page that listed more articles would be slow to load: older ones stand on the pages of their years. */
export const MOST_LISTED = 100;

/** What is known of a name over the whole archive. */
export interface NameRecord {
  name: Name;
  /** By date, newest first. */
  mentions: Mention[];
}

/**
 * Finds all names in all articles.
 *
 * @param names the confirmed names
 * @param articles published articles, oldest first
 * @param match the matcher of the names
 */
export function indexNames(
  names: readonly Name[],
  articles: readonly Article[],
  match: (text: string) => NameMatch<Name>[],
): Map<Name, NameRecord> {
  const records = new Map(names.map((name): [Name, NameRecord] => [name, { name, mentions: [] }]));
  shared[KEY] ??= new WeakMap();
  const known: Mentions = shared[KEY].get(match) ?? new WeakMap();
  shared[KEY].set(match, known);
  for (let i = articles.length - 1; i >= 0; i--) {
    const article = articles[i]!;
    let here = known.get(article);
    if (!here) {
      here = findMentions(article, match);
      known.set(article, here);
    }
    for (const [name, mention] of here) records.get(name)?.mentions.push(mention);
  }
  return records;
}

type Mentions = WeakMap<Article, ReadonlyMap<Name, Mention>>;

// An editor's own server looks through the one article that was changed, not through all of them. It evaluates
// modules anew after a change of the content: what outlives it is kept outside.
const KEY = Symbol.for('fengtai-archive.mentions');
const shared = globalThis as { [KEY]?: WeakMap<object, Mentions> };

function findMentions(
  article: Article,
  match: (text: string) => NameMatch<Name>[],
): ReadonlyMap<Name, Mention> {
  const here = new Map<Name, Mention>();
  const add = (name: Name, mention: Omit<Mention, 'article' | 'count'>) => {
    const known = here.get(name);
    if (known) {
      known.count++;
      if (known.block === undefined && mention.block !== undefined) Object.assign(known, mention);
    } else here.set(name, { article, count: 1, ...mention });
  };
  for (const text of [article.kicker, article.headline, article.deck])
    if (text) for (const { name, from, to } of match(text)) add(name, { from, to });
  article.blocks.forEach(({ text }, block) => {
    for (const { name, from, to } of match(text)) add(name, { block, from, to });
  });
  return here;
}

/** A name that is named together with another, and in how many articles. */
export interface Companion {
  name: Name;
  articles: number;
}

/** For each name the names that stand in the same articles, the most frequent first. */
export function listCompanions(records: ReadonlyMap<Name, NameRecord>, most: number): Map<Name, Companion[]> {
  const names = [...records.keys()];
  // By number: a name in hundreds of articles meets some dozen others in each.
  const byArticle = new Map<Article, number[]>();
  const together = names.map((name, number) =>
    records.get(name)!.mentions.map(({ article }) => {
      let list = byArticle.get(article);
      if (!list) {
        list = [];
        byArticle.set(article, list);
      }
      list.push(number);
      return list;
    }),
  );
  const companions = new Map<Name, Companion[]>();
  const counts = new Uint32Array(names.length);
  names.forEach((name, number) => {
    const met: number[] = [];
    for (const list of together[number]!) {
      for (const other of list) {
        if (counts[other] === 0) met.push(other);
        counts[other]! += 1;
      }
    }
    companions.set(
      name,
      met
        .filter((other) => other !== number)
        .map((other) => ({ name: names[other]!, articles: counts[other]! }))
        .sort((a, b) => b.articles - a.articles || (a.name.headword < b.name.headword ? -1 : 1))
        .slice(0, most),
    );
    for (const other of met) counts[other] = 0;
  });
  return companions;
}

const STOP = '。！？';
const CLOSER = '”’）》';
const MARKS = new Set([...STOP, ...CLOSER].map((mark) => mark.charCodeAt(0)));
/** Only after one of them does a sentence end: most characters are passed over without a closer look. */
const isMark = (code: number): boolean => (code < 0x4e00 || code > 0x9fff) && MARKS.has(code);

/** The sentence in which a place of a text stands, as offsets. */
export function sentenceAround(text: string, from: number, to: number): [from: number, to: number] {
  let start = from;
  while (start > 0 && !(isMark(codeAt(text, start - 1)) && isEnd(text, start))) start--;
  let end = to;
  while (end < text.length && !(isMark(codeAt(text, end - 1)) && isEnd(text, end))) end++;
  return [start, end];
}

/** Does a sentence end before this offset? */
function isEnd(text: string, at: number): boolean {
  if (at < text.length && CLOSER.includes(text[at]!)) return false;
  let before = at - 1;
  while (before > 0 && CLOSER.includes(text[before]!)) before--;
  return before >= 0 && STOP.includes(text[before]!);
}
