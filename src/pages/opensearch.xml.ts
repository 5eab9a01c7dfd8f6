import type { APIRoute } from 'astro';
import { escapeMarkup } from '../archive/escape-markup.ts';
import { getSettings } from '../archive/settings.ts';
import { urlFor } from '../archive/urls.ts';

/** OpenSearch 1.1: lets a browser search the archive from its own address bar. */
export const GET: APIRoute = async ({ site }) => {
  const { name, newspaper } = await getSettings();
  const address = (path: string) => new URL(urlFor(path), site).href;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    // At most 16 characters.
    `<ShortName>${escapeMarkup([...name].slice(0, 16).join(''))}</ShortName>`,
    `<Description>${escapeMarkup(`《${newspaper}》全文，逐字检索`)}</Description>`,
    '<Language>zh-CN</Language>',
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Url type="text/html" template="${escapeMarkup(address('search/'))}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeMarkup(address('opensearch.xml'))}"/>`,
    '</OpenSearchDescription>',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
