import { formatDay } from './dates.ts';
import { issueUrl, pageLabel, pageUrl, urlFor } from './urls.ts';

/** A step of the way to a page; the page itself has no address. */
export interface Crumb {
  label: string;
  href?: string;
}

export const HOME: Crumb = { label: '头版', href: urlFor('') };
export const CALENDAR: Crumb = { label: '日历', href: urlFor('browse/') };
export const TOPICS: Crumb = { label: '专题', href: urlFor('topics/') };

export const NAMES: Crumb = { label: '人物、地点、机构', href: urlFor('names/') };

/** 头版 › 日历 › 2023年 */
export const crumbOfYear = (year: string): Crumb => ({ label: `${year}年`, href: urlFor(`browse/${year}/`) });

/** 头版 › 日历 › 2023年 › 4月14日 */
export const crumbsOfIssue = (date: string): Crumb[] => [
  HOME,
  CALENDAR,
  crumbOfYear(date.slice(0, 4)),
  { label: formatDay(date), href: issueUrl(date) },
];

/** 头版 › 日历 › 2023年 › 4月14日 › 第02版 */
export const crumbsOfPage = (date: string, page: string): Crumb[] => [
  ...crumbsOfIssue(date),
  { label: pageLabel(page), href: pageUrl(date, page) },
];

/** The same way, ending on the page itself. */
export function endHere(crumbs: readonly Crumb[]): Crumb[] {
  const last = crumbs.at(-1);
  return last ? [...crumbs.slice(0, -1), { label: last.label }] : [];
}
