import { formatDate } from '../../../src/archive/dates.ts';
import { pageLabel } from '../../../src/archive/urls.ts';
import type { Content } from '../../../src/loader/read-content.ts';
import type { PictureText } from './compose-picture.ts';

/** A picture and its path in the published folder. */
export interface Picture {
  path: string;
  text: PictureText;
}

/** The pictures of the archive: one for each published article, each topic, and the site. */
export function listPictures({ settings, articles, issues, topics }: Content): Picture[] {
  const { newspaper, name, description } = settings;
  const dates = new Map(issues.map((issue) => [issue.date, issue]));
  const published = articles.filter(({ status }) => status !== 'withdrawn');
  return [
    {
      path: 'og/site.png',
      text: { newspaper, headline: name, deck: description, place: spanOf(published), marks: [] },
    },
    ...topics.map(({ slug, title, description }) => {
      const shelf = published.filter((article) => article.topics.includes(slug));
      const place = `专题 · ${shelf.length} 篇${shelf.length > 0 ? ` · ${spanOf(shelf)}` : ''}`;
      return {
        path: `og/topics/${slug}.png`,
        text: { newspaper, headline: title, deck: description, place, marks: [] },
      };
    }),
    ...published.map(({ name, date, page, kicker, headline, headlineSource, deck }) => {
      const issue = dates.get(date);
      const pageSource = issue?.pages.find((item) => item.page === page)?.pageSource;
      return {
        path: `og/${name}.png`,
        text: {
          newspaper,
          ...(kicker && { kicker }),
          headline,
          ...(deck && { deck }),
          place: `${formatDate(date)} ${pageLabel(page)}`,
          marks: [
            ...(issue?.dateSource === 'printed' ? [] : ['日期推定']),
            ...(pageSource === 'inferred' ? ['版次推定'] : []),
            ...(headlineSource === 'derived' ? ['标题代拟'] : []),
          ],
        },
      };
    }),
  ];
}

/** 2023—2026 */
function spanOf(articles: readonly { date: string }[]): string {
  const years = articles.map(({ date }) => date.slice(0, 4)).sort();
  const [first, last] = [years[0], years.at(-1)];
  if (!first) return '';
  return first === last ? `${first}年` : `${first}—${last}`;
}
