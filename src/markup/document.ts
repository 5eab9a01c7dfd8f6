import type { Crumb } from '../archive/crumbs.ts';
import { breadcrumbList } from '../archive/linked-data.ts';
import { contentSecurityPolicy, FADE } from '../archive/security-policy.ts';
import { absoluteUrl, urlFor } from '../archive/urls.ts';
import { html, type Markup, raw } from './html.ts';

/** Part of the archive in which a page lies, as the navigation shows it. */
export type Place = 'front' | 'calendar' | 'topics' | 'search' | 'none';

/** What a page says of itself beside its content. */
export interface DocumentFacts {
  /** Title of the page without the archive's name. Absent on the front page. */
  title?: string;
  description: string;
  place?: Place;
  /** The way to this page; its last step is the page itself. */
  crumbs?: readonly Crumb[];
  /** Date of the newest issue, on the front page. */
  front?: string;
  withSearch?: boolean;
  type?: 'website' | 'article';
  /** Address of the page's own picture for sharing, from the root of the host. */
  picture?: string;
  /** A topic that has feeds of its own. */
  topic?: { slug: string; title: string };
  /** schema.org objects that describe the page. */
  linkedData?: readonly object[];
  /** Kept out of search engines: withdrawn, not found, offline. */
  hidden?: boolean;
}

/** What of a document differs from page to page; the rest is the same for many and rendered once. */
export interface DocumentParts {
  /** From the beginning of the head to what all pages of a kind have alike. */
  head: Markup;
  /** The end of the head: what the page is, for machines. */
  headEnd: Markup;
  /** From the beginning of the main part to the page's own content. */
  opening: Markup;
}

/** Closes what {@link DocumentParts.opening} opens. */
export const CLOSING = '</main>';

/**
 * Writes what of a document differs from page to page.
 *
 * @param facts what the page says of itself
 * @param canonical full address of the page
 * @param name of the archive
 */
export function writeDocumentParts(facts: DocumentFacts, canonical: string, name: string): DocumentParts {
  const { title, description, place = 'none', crumbs = [], type = 'website', hidden = false } = facts;
  const { picture = urlFor('og/site.png'), linkedData = [] } = facts;
  const data = [...linkedData, ...(crumbs.length > 1 ? [breadcrumbList(crumbs, canonical)] : [])];
  // A "<" could end the script element.
  const json = JSON.stringify(data.length === 1 ? data[0] : data).replaceAll('<', '\\u003c');
  // modes.js sets 长辈版, 夜间 and 字号 while the style sheet, which alone holds back the first paint, is on its way.
  return {
    head: html`
      <meta charset="utf-8">
      <meta http-equiv="content-security-policy" content=${contentSecurityPolicy({ search: place === 'search' })}>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <script async fetchpriority="high" src=${urlFor('modes.js')}></script>
      <style>${raw(FADE)}</style>
      <title>${title ? `${title} - ${name}` : name}</title>
      <meta name="description" content=${description}>
      ${hidden ? raw('<meta name="robots" content="noindex">') : html`<link rel="canonical" href=${canonical}>`}
      <meta property="og:site_name" content=${name}>
      <meta property="og:title" content=${title ?? name}>
      <meta property="og:description" content=${description}>
      <meta property="og:type" content=${type}>
      <meta property="og:locale" content="zh_CN">
      ${!hidden && html`<meta property="og:url" content=${canonical}>`}
      <meta property="og:image" content=${absoluteUrl(picture)}>
      <meta property="og:image:type" content="image/png">
      <meta property="og:image:width" content="1200">
      <meta property="og:image:height" content="630">
      <meta property="og:image:alt" content=${title ?? name}>
      <meta name="twitter:card" content="summary_large_image">`,
    headEnd: html`
      ${data.length > 0 && html`<script type="application/ld+json">${raw(json)}</script>`}
      <meta name="theme-color" content="#fcfcf9" media="(prefers-color-scheme: light)">
      <meta name="theme-color" content="#161614" media="(prefers-color-scheme: dark)">`,
    opening: html`<main id="main" class="page" tabindex="-1">${crumbs.length > 1 && writeCrumbs(crumbs)}`,
  };
}

function writeCrumbs(crumbs: readonly Crumb[]): Markup {
  return html`
    <nav class="crumbs" aria-label="所在位置">
      <ol>${crumbs.map(
        ({ label, href }) =>
          html`<li>${href ? html`<a href=${href}>${label}</a>` : html`<span aria-current="page">${label}</span>`}</li>`,
      )}</ol>
    </nav>`;
}

/** Everything on which the parts depend that are the same for many pages: masthead, navigation, feeds. */
export const framesOf = ({
  withSearch = true,
  front,
  place = 'none',
  crumbs = [],
  topic,
}: DocumentFacts) => ({
  head: `head ${topic?.slug}`,
  top: `top ${withSearch} ${front} ${place} ${crumbs.length <= 2}`,
});
