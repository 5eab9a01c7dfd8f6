import { type Article, BEGINNING_MISSING, type Block } from '../model.ts';
import { paragraphsOf } from './excerpts.ts';
import { isPicture } from './marks.ts';

/** How the articles of an issue stand on the front page. */
export interface FrontPage {
  lead: Article;
  /** As many of the lead's paragraphs as stand beside the second stories. */
  opening: Block[];
  seconds: Article[];
  briefs: Article[];
  /** Articles of the issue that found no place. */
  more: number;
}

/** Characters in a line of one of the three columns, and in a line of a second headline. */
const COLUMN = 18;
const HEADLINE = 13;
const SUMMARY_LINES = 4;
const SECONDS = 3;
const BRIEFS = 5;

/**
 * Sets an issue like a newspaper front. The lead is the first article that begins in this pages and
 * has a text to read; after it the longest articles, in reading order; the rest are briefs.
 *
 * @param articles of one issue in reading order; at least one
 */
export function setFrontPage(articles: readonly Article[]): FrontPage {
  const whole = (article: Article) =>
    !article.jumpFrom && !article.doubts.some((doubt) => doubt.code === BEGINNING_MISSING);
  const lead =
    articles.find((article) => whole(article) && paragraphsOf(article) > 2) ??
    articles.find((article) => !isPicture(article)) ??
    articles[0]!;
  const others = articles.filter((article) => article !== lead);
  const longest = others
    .filter((article) => !isPicture(article))
    .sort((a, b) => paragraphsOf(b) - paragraphsOf(a))
    .slice(0, SECONDS);
  const seconds = others.filter((article) => longest.includes(article));
  const rest = others.filter((article) => !longest.includes(article));
  const opening = openingOf(lead, seconds);
  return { lead, opening, seconds, briefs: rest.slice(0, BRIEFS), more: Math.max(0, rest.length - BRIEFS) };
}

/** Paragraphs of the lead that fill its two columns to about the height of the third; three at least. */
function openingOf(lead: Article, seconds: readonly Article[]): Block[] {
  const beside = seconds.reduce(
    (sum, { kicker, section, headline }) =>
      sum +
      (section ? 1 : 0) +
      (kicker ? 1 : 0) +
      1.25 * Math.ceil(headline.length / HEADLINE) +
      SUMMARY_LINES +
      3,
    0,
  );
  const stack =
    (lead.section ? 1 : 0) + (lead.kicker ? 1.25 : 0) + 1.75 * Math.ceil(lead.headline.length / 20) + 2;
  const room = 2 * (beside - stack);
  const opening: Block[] = [];
  let lines = 0;
  for (const block of lead.blocks) {
    if (block.kind !== 'paragraph') continue;
    const height = Math.ceil((block.text.length + 2) / COLUMN);
    if (opening.length >= 3 && lines + height > room) break;
    opening.push(block);
    lines += height;
  }
  return opening;
}
