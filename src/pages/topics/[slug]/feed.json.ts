import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { writeJsonFeed } from '../../../archive/feeds.ts';
import { getSiteFeed } from '../../../archive/site-feeds.ts';

export const getStaticPaths = (async () =>
  (await getCollection('topics')).map(({ id }) => ({ params: { slug: id } }))) satisfies GetStaticPaths;

/** JSON Feed of one topic. */
export const GET: APIRoute = async ({ params, site, url }) => {
  const { channel, items } = await getSiteFeed(site!, params.slug);
  const json = writeJsonFeed({ ...channel, self: new URL(url.pathname, site).href }, items);
  return new Response(json, { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
};
