import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchInput, SearchSource } from '../../scripts/build/search/write-search.ts';
import { FACETS } from '../../src/search/files.ts';
import { CHOICES, type Choice, EMPTY_REQUEST, type SearchRequest } from '../../src/search/request.ts';
import { type OpenSearch, openSearch } from './open-search.ts';

// An archive of three years whose every word is known, and the same questions put to plain text.
const WORDS = ['京津冀', '倍增', '丰台', '街道', '协同', '军民', '书市', '地铁'];
const REPORTERS = ['王蕾蕾', '鲍丰鑫', '郭晓妍'];
const SECTIONS = ['综合', '文化'];

function makeSource(): SearchSource {
  const articles = Array.from({ length: 90 }, (_, at): SearchInput => {
    const date = new Date(Date.UTC(2023, Math.floor(at / 3), 7)).toISOString().slice(0, 10);
    const word = (shift: number) => WORDS[(at * 5 + shift * 3 + Math.floor(at / 7)) % WORDS.length]!;
    const section = SECTIONS[at % SECTIONS.length]!;
    const page = at % 11 === 0 ? '00' : `0${1 + (at % 3)}`;
    return {
      id: `p${page}-${String(100 + at)}`,
      date,
      page,
      headline: `${word(0)}${word(1)}有新篇`,
      ...(at % 4 === 0 ? { kicker: `${word(2)}引题` } : {}),
      ...(at % 5 === 0 ? { deck: `——${word(3)}副题` } : {}),
      reporters: at % 6 === 0 ? [] : [REPORTERS[at % REPORTERS.length]!],
      blocks: [`${word(4)}，${word(5)}。`.repeat(1 + (at % 3)), `说到${word(6)}和${word(7)}。`],
      facets: {
        topic: at % 2 === 0 ? ['京津冀协同发展'] : [],
        page: [page === '00' ? '版次不详' : `第${page}版`],
        section: [section],
        reporter: at % 6 === 0 ? [] : [REPORTERS[at % REPORTERS.length]!],
        person: at % 7 === 0 ? ['王少峰', '初军威'] : [],
        status: [at % 3 === 0 ? '未校对' : '已校对'],
      },
    };
  });
  articles.sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1));
  const pages = [...new Set(articles.map(({ date, page }) => `${date} ${page}`))].map((key) => {
    const [date, page] = key.split(' ') as [string, string];
    return { date, dateSource: 'printed' as const, page, pageSource: 'printed' as const };
  });
  return { articles, pages, suggestions: { headlines: [], topics: [], names: [] } };
}

const source = makeSource();
const nameOf = ({ date, id }: SearchInput) => `${date}/${id}`;
const headOf = ({ headline, kicker, deck }: SearchInput) =>
  [headline, kicker, deck].filter(Boolean) as string[];
const textsOf = (article: SearchInput) => [...headOf(article), ...article.blocks];
const hitsIn = (texts: readonly string[], word: string) =>
  texts.reduce((sum, text) => sum + text.split(word).length - 1, 0);

/** One term as a reader types it, and whether an article holds it. */
const term = fc.oneof(
  fc.constantFrom(...WORDS).map((word) => ({
    typed: word,
    holds: (article: SearchInput) => hitsIn(textsOf(article), word) > 0,
    hits: (article: SearchInput) => hitsIn(textsOf(article), word),
  })),
  fc.constantFrom(...WORDS).map((word) => ({
    typed: `标题:${word}`,
    holds: (article: SearchInput) => hitsIn(headOf(article), word) > 0,
    hits: (article: SearchInput) => hitsIn(headOf(article), word),
  })),
  fc.constantFrom('王', '鲍丰鑫', '没有这个人').map((name) => ({
    typed: `作者:${name}`,
    holds: (article: SearchInput) => article.reporters.some((own) => own.includes(name)),
    hits: () => 0,
  })),
  fc
    .constantFrom<[string, (article: SearchInput) => boolean]>(
      ['2', ({ page }) => page === '02'],
      ['第03版', ({ page }) => page === '03'],
      ['不详', ({ page }) => page === '00'],
      ['文化', ({ facets }) => facets.section!.includes('文化')],
    )
    .map(([page, holds]) => ({ typed: `版:${page}`, holds, hits: () => 0 })),
);
const clause = fc.record({
  terms: fc.array(term, { minLength: 1, maxLength: 2 }),
  excluded: fc.boolean(),
});
const query = fc.array(clause, { maxLength: 3 }).map((clauses) => ({
  typed: clauses
    .map(({ terms, excluded }) =>
      terms.map(({ typed }, at) => (at === 0 && excluded ? '-' : '') + typed).join(' | '),
    )
    .join(' '),
  holds: (article: SearchInput) =>
    clauses.every(({ terms, excluded }) => terms.some(({ holds }) => holds(article)) !== excluded),
  hits: (article: SearchInput) =>
    clauses
      .filter(({ excluded }) => !excluded)
      .reduce((sum, { terms }) => sum + terms.reduce((own, { hits }) => own + hits(article), 0), 0),
}));

const valuesOf = (article: SearchInput, choice: Choice): readonly string[] =>
  choice === 'year'
    ? [article.date.slice(0, 4)]
    : choice === 'month'
      ? [article.date.slice(0, 7)]
      : (article.facets[choice] ?? []);
const known = (choice: Choice) => [
  ...new Set(source.articles.flatMap((article) => valuesOf(article, choice))),
];
const chosen = fc
  .uniqueArray(
    fc.constantFrom(...CHOICES.filter((choice) => known(choice).length > 0)).chain((choice) =>
      fc.record({
        choice: fc.constant(choice),
        values: fc.uniqueArray(fc.constantFrom(...known(choice), '没有的'), { minLength: 1, maxLength: 2 }),
      }),
    ),
    { selector: ({ choice }) => choice, maxLength: 2 },
  )
  .map((list) => Object.fromEntries(list.map(({ choice, values }) => [choice, values])));
const day = fc.option(fc.constantFrom('2023-01-01', '2023-06-07', '2024-02-29', '2025-05-08', '2030-01-01'), {
  nil: undefined,
});
const asked = fc.record({ query, chosen, from: day, to: day });

function requestOf({ query, chosen, from, to }: typeof asked extends fc.Arbitrary<infer T> ? T : never) {
  const request: SearchRequest = {
    ...EMPTY_REQUEST,
    q: query.typed,
    chosen,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const within = (except?: Choice) =>
    source.articles.filter(
      (article) =>
        query.holds(article) &&
        (from === undefined || article.date >= from) &&
        (to === undefined || article.date <= to) &&
        CHOICES.every(
          (choice) =>
            choice === except ||
            !request.chosen[choice] ||
            valuesOf(article, choice).some((value) => request.chosen[choice]!.includes(value)),
        ),
    );
  return { request, within };
}

let open: OpenSearch;
beforeAll(async () => {
  open = await openSearch(source, { shard: 40, volume: 400, lane: 1 });
});
afterAll(() => open.close());

const RUNS = { numRuns: 150, seed: 7 };

describe('any query with any facets and dates', () => {
  test('finds the articles that plain search finds, with their hits', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (question) => {
        const { request, within } = requestOf(question);
        const found = await open.search.listFound(request);
        expect(found.map(String).toSorted()).toEqual(
          within()
            .map((article) => String([nameOf(article), question.query.hits(article)]))
            .toSorted(),
        );
      }),
      RUNS,
    );
  });

  test('each facet counts what its other choices would give', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (question) => {
        const { request, within } = requestOf(question);
        const counts = await open.search.countFacets(request);
        for (const choice of CHOICES) {
          const expected = new Map<string, number>();
          for (const article of within(choice))
            for (const value of valuesOf(article, choice))
              expected.set(value, (expected.get(value) ?? 0) + 1);
          for (const value of request.chosen[choice] ?? []) if (!expected.has(value)) expected.set(value, 0);
          expect(
            Object.fromEntries(counts[choice].map(({ value, count }) => [value, count])),
            choice,
          ).toEqual(Object.fromEntries(expected));
        }
      }),
      RUNS,
    );
  });

  test('the trend adds up to the hits, period by period, with the empty ones between', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom('year', 'month'), async (question, unit) => {
        fc.pre(question.query.typed.trim() !== '');
        const { request, within } = requestOf(question);
        const { periods, phrases } = await open.search.countTrend({ ...request, unit, phrases: ['丰台'] });
        expect(phrases).toEqual([request.q, '丰台']);
        const length = unit === 'year' ? 4 : 7;
        const hitsBy = new Map<string, number>();
        for (const article of within()) {
          const period = article.date.slice(0, length);
          hitsBy.set(period, (hitsBy.get(period) ?? 0) + question.query.hits(article));
        }
        for (const { period, hits } of periods) expect(hits[0]).toBe(hitsBy.get(period) ?? 0);
        const names = periods.map(({ period }) => period);
        expect(names).toEqual(names.toSorted());
        for (const [period, hits] of hitsBy) if (hits > 0) expect(names).toContain(period);
      }),
      RUNS,
    );
  });
});

describe('orders', () => {
  const list = async (request: Partial<SearchRequest>) =>
    (await open.search.listFound({ ...EMPTY_REQUEST, q: '倍增', ...request })).map(([name]) => name);
  const dates = (names: readonly string[]) => names.map((name) => name.slice(0, 10));

  test.each([
    ['newest', {}, -1],
    ['oldest', {}, 1],
    ['newest', { grouped: true }, -1],
  ] as const)(
    '%s %o: issues by date, the articles of an issue as they stand in it',
    async (order, more, sign) => {
      const names = await list({ order, ...more });
      const order_ = dates(names);
      expect(order_).toEqual(order_.toSorted((a, b) => (a < b ? -sign : a > b ? sign : 0)));
      const printed = source.articles.map(nameOf);
      for (const date of new Set(order_)) {
        const own = names.filter((name) => name.startsWith(date));
        expect(own).toEqual(printed.filter((name) => own.includes(name)));
      }
    },
  );
});

describe('a phrase that stands nowhere', () => {
  test('leads to the articles that hold most of it, the rarer parts first, within the dates', async () => {
    const near = await open.search.findNear({ ...EMPTY_REQUEST, q: '京津冀书市地铁', from: '2024-01-01' });
    expect(near.length).toBeGreaterThan(0);
    for (const { name, parts } of near) {
      const article = source.articles.find((own) => nameOf(own) === name)!;
      expect(article.date >= '2024-01-01').toBe(true);
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) expect(textsOf(article).join('\n')).toContain(part);
    }
  });

  test('leads to none that holds an excluded word, or that the rest of the search leaves out', async () => {
    const ask = async (more: Partial<SearchRequest>) =>
      (await open.search.findNear({ ...EMPTY_REQUEST, ...more })).map(
        ({ name }) => source.articles.find((own) => nameOf(own) === name)!,
      );
    const typed = '京津冀书市地铁';
    const near = await ask({ q: typed });
    const holds = (article: (typeof near)[number], word: string) =>
      textsOf(article).join('\n').includes(word);
    // Each word of an article that comes near, excluded: it comes near no longer.
    for (const word of ['京津冀', '书市', '地铁'].filter((one) =>
      near.some((article) => holds(article, one)),
    ))
      for (const article of await ask({ q: `${typed} -${word}` })) expect(holds(article, word)).toBe(false);
    // What is found without the exclusion holds all of it, and comes near to nothing.
    expect(await ask({ q: '京津冀 -京津冀' })).toEqual([]);
    const known = near.find((article) => article.page !== '00')!;
    const { page, date } = known;
    const ofPage = await ask({ q: typed, chosen: { page: [`第${page}版`] } });
    expect(ofPage.map(nameOf)).toContain(nameOf(known));
    for (const article of ofPage) expect(article.page).toBe(page);
    for (const article of await ask({ q: typed, chosen: { year: [date.slice(0, 4)] } }))
      expect(article.date.slice(0, 4)).toBe(date.slice(0, 4));
    for (const article of await ask({ q: `${typed} 版:${page}` })) expect(article.page).toBe(page);
    expect(await ask({ q: `${typed} 作者:没有这个人` })).toEqual([]);
    // Asked for in a headline, what stands in the text alone is not held.
    const headed = await ask({ q: `标题:${typed}` });
    expect(headed.length).toBeGreaterThan(0);
    for (const article of headed) expect(headOf(article).join('\n')).toMatch(/京津冀|书市|地铁/u);
  });

  test('of which an article holds one pair of many, leads nowhere', async () => {
    const near = async (q: string) => (await open.search.findNear({ ...EMPTY_REQUEST, q })).length;
    expect(await near('龘龖书市靐齉龗麤')).toBe(0);
    expect(await near('龘书市')).toBeGreaterThan(0);
  });

  test('of one character, or of nothing, there is nothing near', async () => {
    expect(await open.search.findNear({ ...EMPTY_REQUEST, q: '鑫' })).toEqual([]);
    expect(await open.search.findNear({ ...EMPTY_REQUEST, q: '' })).toEqual([]);
  });
});

test('every facet of the archive is one that can be chosen', () => {
  for (const facet of FACETS) expect(CHOICES).toContain(facet);
});
