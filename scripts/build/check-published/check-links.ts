import type { PageFacts, PublishedFault, PublishedPage } from './published-page.ts';

/** Origin and base path of the site. */
interface Site {
  site: string;
  base: string;
}

const NUMBER_SIGN = 35;
const SLASH = 47;

/** Schemes of addresses that lead out of the archive. */
const ELSEWHERE = /^(?:https?|mailto|tel):/iu;

/**
 * The links of a page to other places of the archive, and what is wrong with its addresses: programs, none at
 * all, outside the base path, anchors that the page itself does not have, what it takes from another host.
 *
 * @param page the page
 * @param where origin and base path of the site
 * @param told addresses that the page tells machines, beside those of its head
 * @returns links as {@link PageFacts} holds them
 */
export function listLinks(
  page: PublishedPage,
  where: Site,
  told: ReadonlySet<string>,
): { faults: string[]; links: string[] } {
  const { site, base } = where;
  const faults: string[] = [];
  const links = new Map<string, string>();
  const path = page.file.replace(/(?:^|(?<=\/))index\.html$/u, '');
  // The page of what is not found is shown at any address: only addresses from the root lead somewhere.
  const here = `${site}${base}${path}`;
  for (const link of page.links) {
    if (link.charCodeAt(0) === NUMBER_SIGN) {
      const fragment = decode(link.slice(1));
      if (fragment === undefined) faults.push(`不成地址：${link}`);
      else if (!isThere(fragment, page.ids)) faults.push(`链接 ${link}：那一页没有 ${link}`);
      continue;
    }
    const { fault, to, fragment, key, line } = isFromRoot(link)
      ? readFromRoot(link, where)
      : readLink(link, here, where);
    if (fault) faults.push(fault);
    if (to === undefined || (to === path && isThere(fragment, page.ids))) continue;
    links.set(key, line);
  }
  for (const link of page.loads) {
    if (isFromRoot(link)) continue;
    const url = URL.parse(link, here);
    if (url && url.origin !== site && url.protocol !== 'data:') faults.push(`从别处取来或送往别处：${link}`);
  }
  const { canonical = here } = page;
  if (canonical !== here && !page.redirect && toldPlace(canonical, where).to !== path)
    faults.push(`自己的地址写作 ${canonical}`);
  // After what a reader can follow: that begins alike on pages of a kind.
  for (const address of page.told.union(told)) {
    if (address === canonical) continue;
    const { fault, to, fragment, key } = toldPlace(address, where);
    if (fault) faults.push(fault);
    if (to === undefined || (to === path && isThere(fragment, page.ids))) continue;
    if (!links.has(key)) links.set(key, `${key}\t${address}`);
  }
  return { faults, links: [...links.values()] };
}

/**
 * Where a link leads, from the base path of the site, and what is kept of it ({@link PageFacts}); what is wrong with it.
 * Nothing where it leads elsewhere.
 */
type Led =
  | { fault?: string; to?: undefined; fragment?: undefined; key?: undefined; line?: undefined }
  | { fault?: undefined; to: string; fragment: string; key: string; line: string };

/** What leads to the same place from every page. */
const isFromRoot = (link: string): boolean => link.charCodeAt(0) === SLASH && link.charCodeAt(1) !== SLASH;

/** Where an address leads that is told with its host. */
function toldPlace(address: string, where: Site): Led {
  const own = address.startsWith(`${where.site}/`);
  return own ? readFromRoot(address.slice(where.site.length), where) : readLink(address, where.site, where);
}

/** What percent signs stand for; nothing where they break off. */
function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readLink(link: string, here: string, { site, base }: Site): Led {
  const url = URL.parse(link, here);
  if (!url) return { fault: `不成地址：${link}` };
  if (!/^https?:$/u.test(url.protocol))
    return ELSEWHERE.test(link) || /^data:image\/(?:png|webp|jpeg|gif)[;,]/u.test(link)
      ? {}
      : { fault: `不许的地址：${link}` };
  if (url.origin !== site) return {};
  if (!url.pathname.startsWith(base)) return { fault: `链接 ${link} 不在 ${base} 之下` };
  const to = decode(url.pathname.slice(base.length));
  const fragment = decode(url.hash.slice(1));
  if (to === undefined || fragment === undefined) return { fault: `不成地址：${link}` };
  const key = `${to}#${fragment}`;
  return { to, fragment, key, line: `${key}\t${link}` };
}

/** Masthead, colophon and neighbours lead to a few places from ten thousands of pages: each is read once for a site. */
const led = new WeakMap<Site, Map<string, Led>>();
const MOST_LED = 20_000;

/** Without steps that climb, signs that stand for others, and queries. */
const PLAIN = /^(?:\/[\w-]+)*(?:\/|\.[a-z]+)(?:#[\w-]*)?$/u;

function readFromRoot(link: string, where: Site): Led {
  // Most are written as they are: a program that knows all addresses takes twenty times as long to say so.
  if (PLAIN.test(link) && link.startsWith(where.base)) return readPlain(link, where.base);
  let all = led.get(where);
  if (!all || all.size === MOST_LED) {
    all = new Map();
    led.set(where, all);
  }
  let known = all.get(link);
  if (!known) {
    // What is kept must not hold the page that it was cut out of.
    const own = Buffer.from(link, 'utf8').toString('utf8');
    known = readLink(own, where.site, where);
    all.set(own, known);
  }
  return known;
}

function readPlain(link: string, base: string): Led {
  const at = link.indexOf('#');
  const to = link.slice(base.length, at === -1 ? undefined : at);
  const fragment = at === -1 ? '' : link.slice(at + 1);
  const key = `${to}#${fragment}`;
  return { to, fragment, key, line: `${key}\t${link}` };
}

const isThere = (fragment: string, ids: ReadonlySet<string>): boolean =>
  fragment === '' || fragment.startsWith(':~:') || ids.has(fragment);

/**
 * Links from page to page that lead nowhere.
 *
 * @param pages all pages, by path of their file
 * @param files all files of the folder, by path
 */
export function checkLinks(
  pages: ReadonlyMap<string, PageFacts>,
  files: ReadonlySet<string>,
): { faults: PublishedFault[]; count: number } {
  const faults: PublishedFault[] = [];
  const known = new Map<string, string | undefined>();
  const lookUp = (key: string): string | undefined => {
    const at = key.indexOf('#');
    const [path, fragment] = [key.slice(0, at), key.slice(at + 1)];
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(file)) return '没有这个文件';
    if (fragment === '' || fragment.startsWith(':~:')) return undefined;
    // Looked for in the list as it is: each place is asked for once, and sets of all anchors would fill the memory.
    const ids = `\n${pages.get(file)?.ids ?? ''}\n`;
    return ids.includes(`\n${fragment}\n`) ? undefined : `那一页没有 #${fragment}`;
  };
  let previous = '';
  for (const [file, { links }] of pages) {
    // Pages of a kind begin with the same links, those of the masthead: what was right before is not asked again.
    const same = links.slice(0, countSame(links, previous));
    const own = links.slice(same.lastIndexOf('\n') + 1);
    const faultsBefore = faults.length;
    for (const line of own === '' ? [] : own.split('\n')) {
      const at = line.indexOf('\t');
      const key = line.slice(0, at);
      if (!known.has(key)) known.set(key, lookUp(key));
      const fault = known.get(key);
      if (fault) faults.push({ file, fault: `链接 ${line.slice(at + 1)}：${fault}` });
    }
    previous = faults.length === faultsBefore ? links : '';
  }
  return { faults, count: known.size };
}

/** How many characters two texts begin with alike. */
function countSame(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}
