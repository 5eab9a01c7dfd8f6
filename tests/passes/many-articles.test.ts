import { expect, test } from 'vitest';
import { type InventedArticle, readInvented } from '../../scripts/bench/read-invented.ts';
import { checkConservation } from '../../scripts/pipeline/check-conservation.ts';
import { cleanText, readFolio } from '../../scripts/pipeline/index.ts';

const DIGITS = '零一二三四五六七八九';
const TRADES = ['修鞋', '补伞', '磨刀', '配匙', '修表', '缝补', '理发', '送奶'];

test('a page of forty briefs: every headline stands over its own text', () => {
  const briefs = Array.from({ length: 40 }, (_, at) => {
    const street = `${DIGITS[Math.floor(at / 10)]}柳${DIGITS[at % 10]}巷`;
    const trade = TRADES[at % TRADES.length]!;
    return {
      headline: `${street}${trade}铺开张`,
      body: `本报讯（记者 许念）${street}的${trade}铺昨天开张，${street}居民出门就能${trade}。`,
    };
  });
  const text = briefs.map(({ headline, body }) => `${headline}\n\n${body}\n`).join('\n');
  const cleaned = cleanText(text, { scan: 'a' });
  expect(cleaned.articles.map(({ headline, blocks }) => [headline, blocks[0]!.text])).toEqual(
    briefs.map(({ headline, body }) => [headline, body]),
  );
  expect(checkConservation(text, cleaned)).toEqual([]);
});

test('a second headline that speaks of a text with a headline does not take its place, however many texts the page has', () => {
  const briefs = Array.from({ length: 40 }, (_, at) => {
    const street = `${DIGITS[Math.floor(at / 10)]}柳${DIGITS[at % 10]}巷`;
    const trade = TRADES[at % TRADES.length]!;
    return `${street}${trade}铺开张\n\n本报讯（记者 许念）${street}的${trade}铺昨天开张，${street}居民出门就能${trade}。\n`;
  });
  const text = [...briefs, '三柳八巷居民出门就能理发\n'].join('\n');
  const cleaned = cleanText(text, { scan: 'a' });
  const { headline, blocks } = cleaned.articles[38]!;
  expect(headline).toBe('三柳八巷理发铺开张');
  expect(blocks).toHaveLength(1);
  expect(checkConservation(text, cleaned)).toEqual([]);
});

/** Fourteen articles of a paper, each with a text of several paragraphs. */
const fourteenOf = (paper: string): InventedArticle[] =>
  readInvented()
    .filter(({ source }) => source === `${paper}.json`)
    .flatMap(({ articles }) => articles)
    .filter(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph').length >= 2)
    .filter(({ headline, blocks }) => headline && blocks.every(({ kind }) => kind !== 'subhead'))
    .slice(14, 28);

const bodyOf = ({ blocks }: InventedArticle) =>
  blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text);

test('pages whose headlines are all drawn after their texts: those that words point to find their own', () => {
  let right = 0;
  for (const paper of ['beiping', 'chenghe', 'liyuan']) {
    const articles = fourteenOf(paper);
    const rows = articles.flatMap((article) => [
      ...bodyOf(article).flatMap((text) => `　　${text}`.match(/.{1,18}/gu) ?? []),
      '',
    ]);
    const stacks = articles.flatMap(({ kicker, headline, deck }) => [kicker, headline, deck, '']);
    const text = [...rows, ...stacks].filter((row) => row !== undefined).join('\n');
    const cleaned = cleanText(text, { scan: 'a' });
    expect(checkConservation(text, cleaned)).toEqual([]);
    for (const article of articles) {
      const [first] = bodyOf(article);
      if (
        cleaned.articles.some(
          ({ headline, blocks }) =>
            headline === article.headline && blocks.some((block) => block.text === first),
        )
      )
        right += 1;
    }
  }
  // Of 42: the others share no word with their texts that others do not share, or stand beside a kicker that might be it.
  expect(right).toBeGreaterThanOrEqual(20);
});

test('two boxes that came out on one line are two articles with two addresses', () => {
  const text = '本报讯（通讯员 薛亮）因雨水管线改造，柳条巷今起封闭。 本报讯（记者 许念）区图书馆今起开放夜读。\n';
  const cleaned = cleanText(text, { scan: 'a', page: '03' });
  expect(cleaned.articles.map(({ id }) => id)).toEqual(['p03-001', 'p03-002']);
  expect(checkConservation(text, cleaned)).toEqual([]);
});

test('the folio in boxes of their own: date, page, section, who made the page', () => {
  const lines = ['民生', '2024年8月8日 星期四', '责编 赵敏 版式 钱伟', '第03版', '第1092期'];
  expect(readFolio(lines)).toEqual({
    date: '2024-08-08',
    weekday: '星期四',
    page: '03',
    section: '民生',
    issueNumber: '1092',
    staff: [
      { role: '责编', name: '赵敏' },
      { role: '版式', name: '钱伟' },
    ],
  });
  // Without a date beside it a short line is no name of a section.
  expect(readFolio(['民生'])).toEqual({ staff: [] });
});
