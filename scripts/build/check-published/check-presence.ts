import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FEED_LENGTH } from '../../../src/archive/feeds.ts';
import type { Content } from '../../../src/loader/read-content.ts';
import { articleTextFile, DATA_FOLDER, type Manifest, type Places } from '../../../src/search/files.ts';
import type { ReadFeed } from './check-feeds.ts';
import type { PageFacts, PublishedFault } from './published-page.ts';
import { readLines } from './read-lines.ts';

const ADDRESS = /<loc>([^<]*)<\/loc>/gu;
const ARTICLE_ADDRESS = /\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}(?=\/)/gu;

/**
 * Where an article is missing, or a withdrawn one still stands: the site map, the data, the
 * search index, the feeds.
 *
 * @param published the folder, what is in it, and what was read of it
 */
export async function checkPresence({
  dist,
  files,
  pages,
  feeds,
  site,
  base,
  content,
}: {
  dist: string;
  files: ReadonlySet<string>;
  pages: ReadonlyMap<string, PageFacts>;
  feeds: readonly ReadFeed[];
  site: string;
  base: string;
  content: Content;
}): Promise<PublishedFault[]> {
  const faults: PublishedFault[] = [];
  const published = content.articles.filter(({ status }) => status !== 'withdrawn');
  const withdrawn = content.articles.filter(({ status }) => status === 'withdrawn');

  const parts = [...files].filter((file) => /^sitemap(?:-\d+)?\.xml$/u.test(file)).sort();
  const texts = await Promise.all(parts.map((file) => readFile(join(dist, file), 'utf8')));
  const mapped = new Set(texts.join('\n').match(ARTICLE_ADDRESS));
  const compare = (label: string, listed: ReadonlySet<string>, file: string) => {
    for (const { name } of published)
      if (!listed.has(name)) faults.push({ file, fault: `${label}里没有 ${site}${base}${name}/` });
    for (const { name } of withdrawn)
      if (listed.has(name)) faults.push({ file, fault: `${label}里还有已撤下的 ${name}` });
  };
  if (parts.length === 0) faults.push({ file: '网站地图', fault: '没有 sitemap.xml' });
  else {
    compare('网站地图', mapped, parts.join('、'));
    faults.push(...checkMapped(texts.join('\n'), { pages, files, home: `${site}${base}` }));
  }

  for (const [file, list] of RECORDS)
    if (!files.has(file)) faults.push({ file, fault: '没有这个文件' });
    else compare('开放数据', list(join(dist, file)), file);

  const manifest = `${DATA_FOLDER}manifest.json`;
  if (!files.has(manifest)) faults.push({ file: manifest, fault: '没有检索的索引' });
  else {
    const { articles: searched, reads, fault } = await listSearched(dist, manifest);
    if (fault !== undefined) faults.push({ file: manifest, fault });
    for (const file of reads) if (!files.has(file)) faults.push({ file, fault: '没有检索要读的文件' });
    for (const { name } of published)
      if (!files.has(`${DATA_FOLDER}${articleTextFile(name)}`))
        faults.push({ file: manifest, fault: `检索里没有 ${name} 的文字` });
    compare('检索的索引', new Set(searched), manifest);
    if (searched.length !== published.length)
      faults.push({ file: manifest, fault: `应有 ${published.length} 篇，读到 ${searched.length} 篇` });
  }

  faults.push(...checkFeedItems(feeds, { published, site, base }));
  return faults;
}

/** Pages that ask to be found and stand in no site map; what a site map lists that is no such page. */
function checkMapped(
  map: string,
  { pages, files, home }: { pages: ReadonlyMap<string, PageFacts>; files: ReadonlySet<string>; home: string },
): PublishedFault[] {
  const faults: PublishedFault[] = [];
  const listed = new Set([...map.matchAll(ADDRESS)].map(([, address]) => address!.replaceAll('&amp;', '&')));
  const wanted = new Set<string>();
  for (const [file, { unlisted }] of pages) {
    if (unlisted || !/(?:^|\/)index\.html$/u.test(file)) continue;
    const path = file.slice(0, -'index.html'.length);
    wanted.add(`${home}${path}`);
    // That an article is missing has been said.
    if (!listed.has(`${home}${path}`) && path.replace(ARTICLE_ADDRESS, '') !== '/')
      faults.push({ file: 'sitemap.xml', fault: `网站地图里没有 ${home}${path}` });
  }
  for (const address of listed)
    if (!wanted.has(address) && !(/-\d+\.xml$/u.test(address) && files.has(address.slice(home.length))))
      faults.push({ file: 'sitemap.xml', fault: `网站地图里有不该有的 ${address}` });
  return faults;
}

/** The files of the open data that hold all articles, and how their names are read there, line by line: all of a file is
 * too long to be held. */
const RECORDS: readonly [file: string, list: (file: string) => Set<string>][] = [
  ['data/articles.jsonl', (file) => listNamed(file, (line) => (JSON.parse(line) as { name: string }).name)],
  ['data/articles.csv', (file) => listNamed(file, (line) => /^([\d-]{10}\/p\d{2}-\d{3,}),/u.exec(line)?.[1])],
  ['data/citations.csl.json', (file) => listNamed(file, (line) => /^ *"id": "([^"]*)"/u.exec(line)?.[1])],
];

function listNamed(file: string, nameOf: (line: string) => string | undefined): Set<string> {
  const names = new Set<string>();
  for (const line of readLines(file)) {
    const name = line === '' ? undefined : nameOf(line);
    if (name !== undefined) names.add(name);
  }
  return names;
}

interface Searched {
  articles: string[];
  reads: Set<string>;
  /** Why it cannot be read. */
  fault?: string;
}

/** Names of the articles that the search knows, and paths of all files that it reads beside the texts. */
async function listSearched(dist: string, manifest: string): Promise<Searched> {
  try {
    return await readSearched(dist, JSON.parse(await readFile(join(dist, manifest), 'utf8')) as Manifest);
  } catch (error) {
    return { articles: [], reads: new Set(), fault: `读不出：${String(error)}` };
  }
}

async function readSearched(
  dist: string,
  { shards, bundles, facets, characterMap, suggestions }: Manifest,
): Promise<Searched> {
  const own = [...bundles, ...facets].map(([, file]) => file).concat(characterMap, suggestions);
  const reads = new Set([
    ...[...own, ...shards.flatMap(({ places, chunks }) => [places, chunks])].map(
      (file) => `${DATA_FOLDER}${file}`,
    ),
    ...shards.flatMap(({ folder }) => [`${folder}pagefind.js`, `${folder}wasm.unknown.pagefind`]),
  ]);
  const names = await Promise.all(
    shards.map(async ({ places }) => {
      const packed = await readFile(join(dist, DATA_FOLDER, places));
      const { issues, ids } = JSON.parse(gunzipSync(packed).toString()) as Places;
      const dates = issues.flatMap(([date, articles]) => Array<string>(articles).fill(date));
      return ids.split(' ').map((id, index) => `${dates[index]}/${id}`);
    }),
  );
  return { articles: names.flat(), reads };
}

/** A feed has as many articles as it may, each once, all of the archive and, where it is a topic's, of the topic. */
function checkFeedItems(
  feeds: readonly ReadFeed[],
  { published, site, base }: { published: Content['articles']; site: string; base: string },
): PublishedFault[] {
  const faults: PublishedFault[] = [];
  for (const { file, items, self } of feeds) {
    const topic = /^topics\/([^/]+)\//u.exec(file)?.[1];
    const meant = published.filter(({ topics }) => topic === undefined || topics.includes(topic));
    const addresses = new Set(meant.map(({ name }) => `${site}${base}${name}/`));
    const wanted = Math.min(addresses.size, FEED_LENGTH);
    if (new Set(items).size !== wanted || items.length !== wanted)
      faults.push({ file, fault: `应有 ${wanted} 篇，读到 ${items.length} 篇` });
    for (const item of items)
      if (!addresses.has(item)) faults.push({ file, fault: `有不该在这里的 ${item}` });
    if (self !== `${site}${base}${file}`) faults.push({ file, fault: `自己的地址写作 ${self}` });
  }
  for (const file of ['feed.xml', 'feed.json'])
    if (!feeds.some((feed) => feed.file === file)) faults.push({ file, fault: '没有这个订阅源' });
  return faults;
}
