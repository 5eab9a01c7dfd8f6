import type { APIRoute } from 'astro';
import { writeJsonFeed } from '../archive/feeds.ts';
import { getSiteFeed } from '../archive/site-feeds.ts';

/** JSON Feed of what the archive took in last. */
export const GET: APIRoute = async ({ site, url }) => {
  const { channel, items } = await getSiteFeed(site!);
  const json = writeJsonFeed({ ...channel, self: new URL(url.pathname, site).href }, items);
  return new Response(json, { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
};
