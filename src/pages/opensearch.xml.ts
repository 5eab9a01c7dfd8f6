import type { APIRoute } from 'astro';
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
    `<ShortName>${escapeXml([...name].slice(0, 16).join(''))}</ShortName>`,
    `<Description>${escapeXml(`《${newspaper}》全文，逐字检索`)}</Description>`,
    '<Language>zh-CN</Language>',
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Url type="text/html" template="${escapeXml(address('search/'))}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(address('opensearch.xml'))}"/>`,
    '</OpenSearchDescription>',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
