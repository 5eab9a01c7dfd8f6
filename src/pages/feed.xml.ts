import type { APIRoute } from 'astro';
import { writeRss } from '../archive/feeds.ts';
import { getSiteFeed } from '../archive/site-feeds.ts';

/** RSS 2.0 of what the archive took in last. */
export const GET: APIRoute = async ({ site, url }) => {
  const { channel, items } = await getSiteFeed(site!);
  const xml = await writeRss({ ...channel, self: new URL(url.pathname, site).href }, items);
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
};
