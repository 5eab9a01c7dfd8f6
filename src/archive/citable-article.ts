import type { Article } from '../model.ts';
import { type Citable, toCitable } from './citations/citable.ts';
import { getIssueMap } from './issues.ts';
import { getSettings } from './settings.ts';
import { absoluteUrl, articleUrl } from './urls.ts';

/** What is cited of an article of the archive. */
export async function getCitable(article: Article): Promise<Citable> {
  const [settings, issues] = await Promise.all([getSettings(), getIssueMap()]);
  return toCitable(article, {
    issue: issues.get(article.date),
    newspaper: settings.newspaper,
    archive: settings.name,
    url: absoluteUrl(articleUrl(article.name)),
  });
}
