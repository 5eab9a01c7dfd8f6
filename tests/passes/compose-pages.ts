import { makeRandom } from '../../scripts/bench/make-random.ts';
import type { InventedArticle } from '../../scripts/bench/read-invented.ts';
import { wrapParagraph } from '../../scripts/bench/wrap-paragraph.ts';
import { cannotBegin } from '../../scripts/pipeline/characters.ts';

/** A composed page: its text, and of each of its articles the running text and the headline, '' where none is printed. */
export interface ComposedPage {
  readonly text: string;
  readonly bodies: readonly string[];
  readonly headlines: readonly string[];
}

/** Fewest and most articles of a page, days of dates, widths of columns in characters. */
const ARTICLES = { least: 8, most: 15 } as const;
const DAYS = 1200;
const COLUMNS = [15, 17, 19, 21, 24, 27] as const;
const WIDTHS = [14, 16, 18, 20, 23, 26, 30] as const;
const TITLES = [10, 14, 18, 24, 30] as const;

/** A headline in one line or, where it is too wide, in two. */
function wrapTitle(title: string, width: number): string[] {
  if (title.length <= width) return [title];
  const space = title.indexOf(' ');
  if (space > 0) return [title.slice(0, space), title.slice(space + 1)];
  let half = Math.ceil(title.length / 2);
  while (half < title.length && cannotBegin(title[half] as string)) half++;
  return [title.slice(0, half), title.slice(half)];
}

function fillDates(text: string, day: Date): string {
  return text.replace(/\{([-+]?\w+)\}/gu, (whole, mark: string) => {
    const years: Record<string, number> = { Y: 0, PY: -1, NY: 1 };
    if (mark in years) return String(day.getUTCFullYear() + (years[mark] as number));
    if (!/^[-+]?\d+$/u.test(mark)) return whole;
    const date = new Date(day.getTime() + Number(mark) * 86_400_000);
    return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  });
}

/**
 * Composes pages of invented articles as text comes out of the paper's PDF: columns of one width or another, headlines
 * above their text, below it or all together at the end of the page.
 * @param count number of pages; each article comes up as often as any other
 */
export function composePages(
  articles: readonly InventedArticle[],
  count: number,
  seed: number,
): ComposedPage[] {
  const random = makeRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let waiting: InventedArticle[] = [];
  const next = (): InventedArticle => {
    if (waiting.length === 0) waiting = [...articles];
    return waiting.splice(Math.floor(random() * waiting.length), 1)[0] as InventedArticle;
  };
  return Array.from({ length: count }, () => {
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * DAYS)));
    const order = pick(['above', 'end', 'mixed', 'mixed', 'mixed']);
    const column = pick(COLUMNS);
    const spaced = pick([0, 0, 0.5, 0.5, 1]);
    const page: string[] = [];
    const end: string[] = [];
    const number = ARTICLES.least + Math.floor(random() * (ARTICLES.most - ARTICLES.least + 1));
    const chosen = new Set(Array.from({ length: number }, next));
    const bodies = [...chosen].map((article) => {
      const width = random() < 0.75 ? column : pick(WIDTHS);
      const body: string[] = [''];
      const texts = article.blocks.map(({ text }) => fillDates(text, day));
      const signed = article.byline && random() < 0.5 ? `（${article.byline}）` : '';
      if (article.blocks.at(-1)?.kind === 'paragraph') texts.push((texts.pop() ?? '') + signed);
      article.blocks.forEach(({ kind }, n) => {
        const lines =
          kind === 'subhead' ? wrapTitle(texts[n] as string, width) : wrapParagraph(texts[n] as string, width);
        if (random() < spaced) body.push('');
        for (const line of lines) {
          if (random() < 0.04) body.push(''); // a column ends
          body.push(line);
        }
      });
      const kickerBelow = order === 'mixed' && random() < 0.4;
      const kicker = article.kicker ? [fillDates(article.kicker, day)] : [];
      const title = article.headline ? wrapTitle(fillDates(article.headline, day), pick(TITLES)) : [];
      const stack = [
        article.section ? [article.section] : [],
        kickerBelow ? [] : kicker,
        title,
        article.deck ? [fillDates(article.deck, day)] : [],
        kickerBelow ? kicker : [],
      ].flatMap((lines) => (lines.length > 0 ? ['', ...lines] : []));
      const place = order === 'mixed' ? pick(['above', 'above', 'below', 'end', 'end']) : order;
      if (place === 'above') page.push(...stack, ...body);
      else if (place === 'below') page.push(...body, ...stack);
      else {
        page.push(...body);
        end.push(...stack);
      }
      return texts.join('');
    });
    const headlines = [...chosen].map(({ headline = '' }) => fillDates(headline, day));
    return { text: [...page, ...end, ''].join('\n'), bodies, headlines };
  });
}
