import { UNKNOWN_PAGE } from '../model.ts';

/** Base path of the site with a slash at both ends: `/` or `/fengtai/`. */
export const BASE =
  `/${(import.meta.env?.BASE_URL ?? process.env.BASE_PATH ?? '/').replace(/^\/+|\/+$/gu, '')}/`.replace(
    '//',
    '/',
  );

/** Address of a path of the archive under the base path: `urlFor('topics/military/')`. */
export const urlFor = (path: string) =>
  path.startsWith('/') ? `${BASE}${path.replace(/^\/+/u, '')}` : BASE + path;

/** `/<date>/` */
export const issueUrl = (date: string) => urlFor(`${date}/`);

/** `/<date>/pNN/` */
export const pageUrl = (date: string, page: string) => urlFor(`${date}/p${page}/`);

/** `/<date>/<id>/`, from an article's name `<date>/<id>`. */
export const articleUrl = (name: string) => urlFor(`${name}/`);

/** `/topics/<slug>/` */
export const topicUrl = (slug: string) => urlFor(`topics/${slug}/`);

/** 第02版, or 版次不详 where nobody knows. */
export const pageLabel = (page: string) => (page === UNKNOWN_PAGE ? '版次不详' : `第${page}版`);

const SITE = import.meta.env?.SITE ?? process.env.SITE_URL ?? 'http://localhost:4321';

const { origin: ORIGIN } = new URL(SITE);
/** A path in which nothing is to be encoded or resolved: those of articles, issues and scans. */
const PLAIN_PATH = /^(?:\/[\w-]+)+(?:\/|\.\w+)?$/u;

/**
 * Full address of something under the base path.
 *
 * @param path address as the `…Url` functions give it, from the root of the host
 */
export const absoluteUrl = (path: string) =>
  PLAIN_PATH.test(path) ? ORIGIN + path : new URL(path, SITE).href;

/** `/<date>/<id>/provenance/` */
export const provenanceUrl = (name: string) => urlFor(`${name}/provenance/`);

/** `/<date>/pNN/scan/` */
export const scanUrl = (date: string, page: string) => urlFor(`${date}/p${page}/scan/`);
