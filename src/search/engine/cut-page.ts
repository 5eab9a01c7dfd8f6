/** Which of many things stand on a page: those from `start` up to `end`. */
export interface PageCut {
  pages: number;
  page: number;
  start: number;
  end: number;
}

/**
 * Cuts a list into pages; there is one at the least.
 *
 * @param count how many things there are
 * @param wanted page that is asked for, counted from 1; the last where so many are not there
 * @param perPage how many a page holds
 */
export function cutPage(count: number, wanted: number, perPage: number): PageCut {
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(wanted, pages);
  return { pages, page, start: (page - 1) * perPage, end: page * perPage };
}
