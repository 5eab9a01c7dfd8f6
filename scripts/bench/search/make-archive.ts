import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SearchInput, SearchSource } from '../../build/search/write-search.ts';
import { makeRandom } from '../make-random.ts';

/** Characters of an average article of the five pages. */
const LENGTH = 835;
const ARTICLES_AN_ISSUE = 20;
const ISSUES_A_YEAR = 50;
const TOPICS = ['jing-jin-ji', 'doubling', 'military'];
const STATUS = ['machine', 'proofread', 'validated'];

/**
 * An archive of made-up articles with a real vocabulary: words of jieba's dictionary, drawn by their frequency.
 * Each article has some words of its own that come again and again, as the subject of a report does.
 *
 * @param count how many articles; twenty an issue, fifty issues a year, back from 2025
 */
export function makeArchive(count: number, seed = 2026): SearchSource {
  const random = makeRandom(seed);
  const draw = makeDraw(random);
  const names = Array.from({ length: 120 }, () => draw(2) + draw(1));
  const articles: SearchInput[] = [];
  const issues = Math.ceil(count / ARTICLES_AN_ISSUE);
  for (let issue = 0; issue < issues; issue++) {
    const date = dateOf(issue - issues);
    for (let number = 0; number < ARTICLES_AN_ISSUE && articles.length < count; number++) {
      const page = String(1 + Math.floor((number / ARTICLES_AN_ISSUE) * 4)).padStart(2, '0');
      articles.push(makeArticle({ random, draw, names, date, page, number }));
    }
  }
  const pages = [...new Set(articles.map(({ date, page }) => `${date}/${page}`))].map((key) => {
    const [date, page] = key.split('/') as [string, string];
    return { date, dateSource: 'printed' as const, page, pageSource: 'printed' as const };
  });
  return { articles, pages, suggestions: { headlines: [], topics: [], names: [] } };
}

interface Making {
  random: () => number;
  draw: (length?: number) => string;
  names: string[];
  date: string;
  page: string;
  number: number;
}

function makeArticle({ random, draw, names, date, page, number }: Making): SearchInput {
  const own = Array.from({ length: 6 }, () => draw());
  const word = () => (random() < 0.07 ? own[Math.floor(random() ** 2 * own.length)]! : draw());
  const blocks: string[] = [];
  const aim = LENGTH * (0.3 + random() * 1.4);
  for (let length = 0; length < aim; ) {
    let block = '';
    const sentences = 1 + Math.floor(random() * 5);
    for (let sentence = 0; sentence < sentences; sentence++) {
      const words = 6 + Math.floor(random() * 18);
      for (let at = 0; at < words; at++) {
        const one = word();
        block += random() < 0.02 ? `“${one}”` : one;
        if (at > 0 && at < words - 2 && random() < 0.14) block += random() < 0.8 ? '，' : '、';
      }
      block += '。';
    }
    blocks.push(block);
    length += block.length;
  }
  const reporter = names[Math.floor(random() * names.length)]!;
  return {
    id: `p${page}-${String(number * 40 + 1).padStart(3, '0')}`,
    date,
    page,
    headline: `${own[0]}${own[1]}${draw()}${own[2]}`,
    reporters: [reporter],
    blocks,
    facets: {
      topic: random() < 0.1 ? [TOPICS[Math.floor(random() * 3)]!] : [],
      page: [`第${page}版`],
      reporter: [reporter],
      person: random() < 0.5 ? [names[Math.floor(random() * names.length)]!] : [],
      status: [STATUS[Math.floor(random() * 3)]!],
    },
  };
}

/** Issues are a week apart; the last is of December 2025. */
function dateOf(fromEnd: number): string {
  const year = 2026 + Math.floor(fromEnd / ISSUES_A_YEAR);
  const issue = ((fromEnd % ISSUES_A_YEAR) + ISSUES_A_YEAR) % ISSUES_A_YEAR;
  return new Date(Date.UTC(year, 0, 3 + issue * 7)).toISOString().slice(0, 10);
}

/** How many words of the dictionary are used, the most frequent first. */
const VOCABULARY = 20_000;
/** After each word one of so many others follows, mostly: language repeats itself. */
const FOLLOWERS = 8;

/** Draws words by frequency, each one mostly from those that follow the word before. */
function makeDraw(random: () => number): (length?: number) => string {
  const { words, sums } = readDictionary();
  const total = sums.at(-1)!;
  const drawAny = () => {
    const wanted = random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const followers = new Map<number, number[]>();
  let last = 0;
  const drawNext = () => {
    const known = followers.get(last) ?? Array.from({ length: FOLLOWERS }, drawAny);
    followers.set(last, known);
    last = random() < 0.005 ? drawAny() : known[Math.floor(random() ** 2 * FOLLOWERS)]!;
    return words[last]!;
  };
  return (length) => {
    for (;;) {
      const word = length === undefined ? drawNext() : words[drawAny()]!;
      if (length === undefined || word.length === length) return word;
    }
  };
}

function readDictionary(): { words: string[]; sums: number[] } {
  const file = createRequire(import.meta.url).resolve('jieba-js/dict/dict.txt.big');
  const gb2312 = new TextDecoder('gb18030');
  const known = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) known.add(gb2312.decode(Uint8Array.of(row, cell)));
  }
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(' '))
    .filter(([word, frequency]) => word && frequency && [...word].every((character) => known.has(character)))
    .map(([word, frequency]) => [word!, Number(frequency)] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, VOCABULARY);
  let sum = 0;
  return {
    words: entries.map(([word]) => word),
    sums: entries.map(([, frequency]) => {
      sum += frequency;
      return sum;
    }),
  };
}
