import { ADDRESSES } from './asks-for.ts';
import type { PublishedPage } from './published-page.ts';

/** Attributes of an element, by their names. */
export type Attributes = Readonly<Record<string, string>>;

/** What a `<link>` points to for machines, and takes nothing from. */
const POINTING = new Set('alternate author canonical help license next prev search'.split(' '));
/** What a page tells machines in its head that is an address. */
const TOLD = new Set('og:image og:url twitter:image citation_public_url'.split(' '));
/** What it says there of what it holds. */
const DESCRIPTIONS = new Set(['description', 'og:description', 'twitter:description']);
const DATES = new Set('citation_date citation_publication_date citation_online_date'.split(' '));
/** What it says there that its headline says. */
const TITLES = new Set(['og:title', 'citation_title']);
/** Whom it asks to leave it out: all search engines, or one. */
const ROBOTS = /^(?:robots|[a-z]+(?:bot|spider))$/iu;

/** Keeps an anchor of a page, and that it comes again. */
export function noteId(page: PublishedPage, id: string): void {
  const before = page.ids.size;
  page.ids.add(id);
  if (page.ids.size === before) page.doubleIds.push(id);
}

/** Keeps of an element's attributes what the checks need: anchors, addresses, what no page of ours has. */
export function noteAttributes(page: PublishedPage, name: string, attributes: Attributes): void {
  const { id } = attributes;
  if (id !== undefined) noteId(page, id);
  for (const key in attributes) {
    if (ADDRESSES.has(key)) noteAddress(page, name, key, attributes);
    else if (isOdd(page, name, key, attributes[key]!))
      page.odd.push(`<${name} ${key}="${attributes[key]!}">`);
    else if (key === 'style' || key.startsWith('on')) page.inline.push(`<${name} ${key}>`);
  }
  for (const candidate of attributes.srcset?.split(',') ?? []) {
    const address = candidate.trim().split(/\s+/u)[0]!;
    page.links.add(address);
    page.loads.add(address);
  }
}

/** Whether an attribute keeps a text from its reader, turns it round, or says that it is no Chinese. */
function isOdd(page: PublishedPage, name: string, key: string, value: string): boolean {
  switch (key) {
    case 'inert':
    case 'srcdoc':
      return true;
    case 'dir':
      return value.toLowerCase() !== 'ltr';
    case 'lang':
      return (page.article !== undefined || name === 'article') && value !== 'zh-CN';
    default:
      return false;
  }
}

function noteAddress(page: PublishedPage, name: string, key: string, attributes: Attributes): void {
  const address = attributes[key]!;
  if (name === 'link' && attributes.rel === 'canonical') page.canonical ??= address;
  if (name === 'link' && attributes.rel === 'stylesheet') page.styled = true;
  page.links.add(address);
  if (key !== 'href' || (name === 'link' && !POINTING.has(attributes.rel ?? ''))) page.loads.add(address);
}

/** Keeps what a page says of itself in its head. */
export function noteMeta(page: PublishedPage, attributes: Attributes): void {
  const content = attributes.content ?? '';
  const told = attributes.property ?? attributes.name ?? '';
  if (ROBOTS.test(told) && /noindex|none/iu.test(content)) page.hidden = true;
  if (TITLES.has(told)) page.titles.push(content);
  if (DESCRIPTIONS.has(told)) page.descriptions.push(content);
  if (DATES.has(told)) page.dates.push(content);
  if (told === 'og:url') page.sharedAs = content;
  if (told === 'viewport') page.viewport = content;
  if (attributes.charset !== undefined) page.charset = attributes.charset;
  const equivalent = attributes['http-equiv']?.toLowerCase();
  if (equivalent === 'refresh') {
    page.redirect = true;
    const url = /url=(.*)$/iu.exec(content)?.[1]?.replace(/^['"]|['"]$/gu, '');
    if (url) {
      page.links.add(url);
      page.loads.add(url);
    }
  }
  if (TOLD.has(told)) page.told.add(content);
  if (equivalent === 'content-security-policy') page.policy = content;
}
