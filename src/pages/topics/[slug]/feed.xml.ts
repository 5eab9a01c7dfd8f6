import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { writeRss } from '../../../archive/feeds.ts';
import { getSiteFeed } from '../../../archive/site-feeds.ts';

export const getStaticPaths = (async () =>
  (await getCollection('topics')).map(({ id }) => ({ params: { slug: id } }))) satisfies GetStaticPaths;

/** RSS 2.0 of one topic. */
export const GET: APIRoute = async ({ params, site, url }) => {
  const { channel, items } = await getSiteFeed(site!, params.slug);
  const xml = await writeRss({ ...channel, self: new URL(url.pathname, site).href }, items);
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
};
