import type { Article } from '../../../src/model.ts';
import { asShown, forReaders } from './as-shown.ts';
import type { PageFacts, PublishedFault } from './published-page.ts';

const ISSUE = /^(\d{4}-\d{2}-\d{2})\/index\.html$/u;
const NEWSPAPER_PAGE = /^(\d{4}-\d{2}-\d{2}\/p\d{2})\/index\.html$/u;
const TOPIC = /^topics\/([^/]+)\/(?:(\d{4})\/)?index\.html$/u;

/** Whose articles a page lists, as its reader is told. */
interface Listing {
  label: string;
  has: (article: Article) => boolean;
  /** Whether it has to list an article that belongs there. */
  wants: (article: Article) => boolean;
}

/**
 * Issues, newspaper pages and topics list all of their articles and no others, and every page lists an article under the
 * headline that it has.
 *
 * @param pages all pages, by path of their file
 * @param articles that are published
 */
export function checkListed(
  pages: ReadonlyMap<string, PageFacts>,
  articles: readonly Article[],
): PublishedFault[] {
  const faults: PublishedFault[] = [];
  const byName = new Map(articles.map((article) => [article.name, article]));
  const byDate = Map.groupBy(articles, ({ date }) => date);
  for (const date of byDate.keys())
    if (!pages.has(`${date}/index.html`))
      faults.push({ file: `${date}/index.html`, fault: '没有这一期的网页' });
  for (const [file, { listed }] of pages) {
    if (listed === undefined) continue;
    const listing = listingOf(file, pages);
    const names = new Set<string>();
    for (const line of listed) {
      const name = line.slice(0, line.indexOf(' '));
      const article = byName.get(name);
      names.add(name);
      // Whatever is not published has no page, and the link to it is a fault.
      if (!article) continue;
      const [found, headline] = [line.slice(name.length + 1), forReaders(asShown(article.headline))];
      if (found !== headline)
        faults.push({ file, fault: `${name} 的标题是“${headline}”，目录里是“${found}”` });
      if (listing && !listing.has(article))
        faults.push({ file, fault: `${listing.label}里有不该有的 ${name}` });
    }
    const own = byDate.get(file.slice(0, '2023-04-14'.length)) ?? articles;
    for (const article of listing ? own : [])
      if (listing!.wants(article) && !names.has(article.name))
        faults.push({ file, fault: `${listing!.label}里没有 ${article.name}` });
  }
  return faults;
}

/** Nothing where a page lists what it chooses. */
function listingOf(file: string, pages: ReadonlyMap<string, PageFacts>): Listing | undefined {
  const issue = ISSUE.exec(file)?.[1];
  const place = NEWSPAPER_PAGE.exec(file)?.[1];
  const [, topic, year] = TOPIC.exec(file) ?? [];
  if (issue !== undefined) return all('这一期的目录', ({ date }) => date === issue);
  if (place !== undefined) return all('这一版的目录', ({ date, page }) => `${date}/p${page}` === place);
  if (topic === undefined) return undefined;
  const label = '这个专题';
  const isOf = ({ topics }: Article) => (topics as readonly string[]).includes(topic);
  if (year !== undefined) return all(label, (article) => isOf(article) && article.date.startsWith(year));
  // A large topic lists a year whole on a page of its own, and here the first of them.
  const isElsewhere = ({ date }: Article) => pages.has(`topics/${topic}/${date.slice(0, 4)}/index.html`);
  return { label, has: isOf, wants: (article) => isOf(article) && !isElsewhere(article) };
}

const all = (label: string, has: Listing['has']): Listing => ({ label, has, wants: has });
