import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  indexNames,
  listCompanions,
  type Mention,
  sentenceAround,
} from '../../src/archive/names/index-names.ts';
import { markNames } from '../../src/archive/names/mark-names.ts';
import { makeMatcher } from '../../src/archive/names/match-names.ts';
import { mentionsByYear } from '../../src/archive/names/mentions-by-year.ts';
import { listNames, matcherOf, type Name } from '../../src/archive/names/name-entries.ts';
import { readArticles, readNames } from '../../src/loader/read-content.ts';
import type { Article, NameEntry } from '../../src/model.ts';
import { root } from '../provenance/read-real-pages.ts';

const entry = (headword: string, more: Partial<NameEntry> = {}): NameEntry => ({
  headword,
  forms: [],
  offices: [],
  notIn: [],
  ...more,
});

describe('years of a name', () => {
  const mentionOf = (date: string) => ({ article: { date } }) as Mention;

  test('each has its mentions in their order, wherever they stand', () => {
    const date = fc.constantFrom('2025-12-31', '2025-01-01', '2024-06-30', '2006-01-06');
    fc.assert(
      fc.property(fc.array(date), (dates) => {
        const mentions = dates.map(mentionOf);
        const expected = Map.groupBy(mentions, ({ article }) => article.date.slice(0, 4));
        expect([...mentionsByYear(mentions)]).toEqual([...expected]);
      }),
    );
  });
});

describe('finding names', () => {
  const find = makeMatcher([
    { text: '丽泽', name: '丽泽' },
    { text: '丽泽城市航站楼', name: '航站楼' },
    { text: '大兴', name: '大兴' },
    { text: '大兴调查研究' },
  ]);
  const found = (text: string) => find(text).map(({ from, to, name }) => [text.slice(from, to), name]);

  test('the longest name wins, and nothing is found inside it', () => {
    expect(found('丽泽城市航站楼在丽泽。')).toEqual([
      ['丽泽城市航站楼', '航站楼'],
      ['丽泽', '丽泽'],
    ]);
    expect(found('丽泽城市')).toEqual([['丽泽', '丽泽']]);
  });

  test('a phrase that only holds a name is none', () => {
    expect(found('坚持大兴调查研究，协同大兴、房山')).toEqual([['大兴', '大兴']]);
  });

  test('names of one headword in two kinds have addresses of their own', () => {
    const names = listNames({
      person: [],
      place: [entry('京东')],
      organisation: [entry('京东'), entry('EVE CINA')],
    });
    expect(names.map(({ slug }) => slug)).toEqual(['京东', '京东-2', 'EVE-CINA']);
  });
});

describe('marking names in an article', () => {
  const names = listNames({ person: [entry('王少峰')], place: [entry('丽泽')], organisation: [] });
  const match = matcherOf(names);
  const href = (name: Name) => `/names/${name.slug}/`;

  test('the first mention is a link, later ones are text', () => {
    const seen = new Set<Name>();
    expect(markNames('<b>本报讯</b>王少峰到丽泽，王少峰说', match, seen, href)).toBe(
      '<b>本报讯</b><a class="name" href="/names/王少峰/">王少峰</a>到<a class="name" href="/names/丽泽/">丽泽</a>，王少峰说',
    );
    expect(markNames('王少峰', match, seen, href)).toBe('王少峰');
  });

  test('a name inside an editor’s link is left alone', () => {
    const html = '<a href="https://example.org/王少峰">王少峰</a>';
    expect(markNames(html, match, new Set(), href)).toBe(html);
  });
});

test('the sentence of a mention, with its closing quotation mark', () => {
  const text = '第一句。“第二句里有王少峰。”第三句。';
  const at = text.indexOf('王少峰');
  const [from, to] = sentenceAround(text, at, at + 3);
  expect(text.slice(from, to)).toBe('“第二句里有王少峰。”');
});

describe('the committed names', () => {
  let names: Name[];
  let articles: Article[];
  beforeAll(async () => {
    names = listNames((await readNames(root)).names);
    articles = (await readArticles(root)).articles;
  });

  test('each stands in the text of the five pages, and every office in the article it is taken from', () => {
    const records = indexNames(names, articles, matcherOf(names));
    const staff = new Set(['徐伟', '冰昔', '杨志强']);
    const unseen = [...records.values()].filter(({ mentions }) => mentions.length === 0);
    expect(unseen.map(({ name }) => name.headword).filter((headword) => !staff.has(headword))).toEqual([]);
    for (const { headword, offices } of names) {
      for (const { article, date } of offices) {
        const from = articles.find(({ name }) => name === article);
        expect(from?.date, `${headword} ${article}`).toBe(date);
        expect(JSON.stringify(from), `${headword} ${article}`).toContain(headword);
      }
    }
  });

  test('who stands beside whom, counted in articles', () => {
    const records = indexNames(names, articles, matcherOf(names));
    const who = (headword: string) => names.find((name) => name.headword === headword)!;
    const beside = listCompanions(records, 50).get(who('王少峰'))!;
    const together = (headword: string) => beside.find(({ name }) => name.headword === headword)?.articles;
    expect(together('蒋达峰')).toBe(4);
    expect(together('初军威')).toBe(2);
    expect(records.get(who('王少峰'))!.mentions.map(({ article }) => article.date)).toEqual(
      records
        .get(who('王少峰'))!
        .mentions.map(({ article }) => article.date)
        .sort()
        .reverse(),
    );
  });
});

test('whatever the names are, the longest that begins at a place is found, and nothing inside it', () => {
  const phrase = fc.string({ unit: fc.constantFrom('丰', '台', '区', '丽'), minLength: 1, maxLength: 3 });
  const text = fc.string({ unit: fc.constantFrom('丰', '台', '区', '丽', '泽'), maxLength: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(phrase, { minLength: 1 }), text, (phrases, where) => {
      const expected: [number, string][] = [];
      for (let from = 0; from < where.length; from += 1) {
        const here = phrases.filter((each) => where.startsWith(each, from));
        const longest = here.reduce((a, b) => (b.length > a.length ? b : a), '');
        if (longest === '') continue;
        expected.push([from, longest]);
        from += longest.length - 1;
      }
      const match = makeMatcher(phrases.map((each) => ({ text: each, name: each })));
      expect(match(where).map(({ from, name }) => [from, name])).toEqual(expected);
    }),
  );
});
