import type { Citable } from './citations/citable.ts';

/** A `<meta>` of the page's head. */
export interface MetaField {
  name: string;
  content: string;
}

/**
 * Metadata that Zotero and Google Scholar read. `z.itemType` makes it a newspaper article; there is no
 * `citation_journal_title`, which would make it a journal article. An inferred date is given as it is cited.
 */
export function citationMeta(citable: Citable): MetaField[] {
  const fields: [string, string | undefined][] = [
    ['z.itemType', 'newspaperArticle'],
    ['citation_title', citable.title],
    ...citable.authors.map((author): [string, string] => ['citation_author', author]),
    ['citation_date', citable.date.replaceAll('-', '/')],
    ['citation_firstpage', citable.pages[0]],
    ['citation_lastpage', citable.pages.length > 0 ? citable.pages.at(-1) : undefined],
    ['citation_language', 'zh-CN'],
    ['citation_public_url', citable.url],
    ['prism.publicationName', citable.newspaper],
    ['article:section', citable.section],
  ];
  return fields.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

/** The title of a COinS span (OpenURL in Dublin Core), for tools that read nothing else. */
export function coinsTitle(citable: Citable): string {
  const fields: [string, string | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'newspaperArticle'],
    ['rft.title', citable.title],
    ['rft.source', citable.newspaper],
    ['rft.date', citable.date],
    ...citable.authors.map((author): [string, string] => ['rft.creator', author]),
    ['rft.identifier', citable.url],
    ['rft.language', 'zh-CN'],
  ];
  return fields
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}
