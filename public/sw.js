// Pages that were read stay readable without a network. The scope of this file is the base path of the archive.
// What is kept: the pages a reader opened and what they are drawn with. Never: search index, data, pictures.

const VERSION = 'v1';
const base = new URL(self.registration.scope).pathname;
/** Two archives may live on one host: each has caches of its own. */
const prefix = `offline ${base} `;
const PAGES = `${prefix}pages ${VERSION}`;
const PARTS = `${prefix}parts ${VERSION}`;
/** The oldest beyond these go. A page is about 8 KB, a part 5 KB. */
const MOST_PAGES = 300;
const MOST_PARTS = 60;
/** A network that has not answered by then is taken for none, where the page is kept here. */
const PATIENCE = 4000;

const offlinePage = `${base}offline/`;
// The search page is of no use without its index, which is not kept.
const NEVER = /^(?:pagefind|search|data|og)\/|\.(?:xml|json|txt|csv)$/u;
// Names with a digest in them: their bytes never change.
const LASTING = /^_astro\//u;
const PART = /^_astro\/|^[^/]+\.(?:js|css|svg|png|ico|webmanifest)$/u;

let shellIsFresh = false;

self.addEventListener('install', (event) => {
  event.waitUntil(refreshShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(prefix) && name !== PAGES && name !== PARTS) await caches.delete(name);
      }
      await self.clients.claim();
      // The page on which the reader is was loaded before this worker was there.
      for (const { url } of await self.clients.matchAll({ type: 'window' })) {
        if (isKept(pathOf(url)))
          await keepPage(url, await fetch(url, { cache: 'force-cache' })).catch(() => {});
      }
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  const path = pathOf(request.url);
  if (request.mode === 'navigate') event.respondWith(openPage(event, path));
  else if (path !== undefined && PART.test(path) && !NEVER.test(path))
    event.respondWith(openPart(event, path));
});

/** Path under the base; `undefined` outside it. */
function pathOf(url) {
  const { pathname } = new URL(url);
  return pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
}

const isKept = (path) => path !== undefined && path !== 'offline/' && !NEVER.test(path);

/** The network first: a corrected text must reach the reader. Then what is kept; then the page that says so. */
async function openPage(event, path) {
  const known = isKept(path) ? await (await caches.open(PAGES)).match(keyOf(event.request.url)) : undefined;
  const network = fetch(event.request).then((response) => {
    if (isKept(path)) event.waitUntil(keepPage(event.request.url, response.clone()).catch(() => {}));
    if (!shellIsFresh) event.waitUntil(refreshShell().catch(() => {}));
    return response;
  });
  try {
    if (!known) return await network;
    network.catch(() => {});
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE, known));
    return await Promise.race([network, patience]);
  } catch {
    return known ?? (await (await caches.open(PARTS)).match(offlinePage)) ?? Response.error();
  }
}

async function openPart(event, path) {
  const parts = await caches.open(PARTS);
  const known = await parts.match(keyOf(event.request.url));
  if (known && LASTING.test(path)) return known;
  try {
    const response = await fetch(event.request);
    if (response.ok && (known || LASTING.test(path)))
      event.waitUntil(parts.put(keyOf(event.request.url), response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

/** Keeps a page and all that it is drawn with. */
async function keepPage(url, response) {
  if (!isWholePage(response)) return;
  const html = await response.clone().text();
  // What asks not to be found (withdrawn, 404) is not kept either; a page withdrawn since is forgotten.
  const pages = await caches.open(PAGES);
  await pages.delete(keyOf(url));
  if (/<meta\b[^>]*\bnoindex\b/iu.test(html)) return;
  await keepParts(html, url);
  await pages.put(keyOf(url), response);
  await trim(pages, MOST_PAGES);
}

async function refreshShell() {
  const response = await fetch(offlinePage, { cache: 'no-cache' });
  if (!isWholePage(response)) throw new Error('offline page');
  await keepParts(await response.clone().text(), new URL(offlinePage, self.location.href).href);
  await (await caches.open(PARTS)).put(offlinePage, response);
  shellIsFresh = true;
}

async function keepParts(html, from) {
  const parts = await caches.open(PARTS);
  const found = [...html.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="([^"]+)"/gu)]
    .map(([, address]) => new URL(address.replaceAll('&amp;', '&'), from))
    .filter(({ origin, href }) => {
      const path = origin === self.location.origin ? pathOf(href) : undefined;
      return path !== undefined && PART.test(path) && !NEVER.test(path);
    });
  for (const url of found) {
    if (await parts.match(keyOf(url.href))) continue;
    const response = await fetch(url);
    if (response.ok) await parts.put(keyOf(url.href), response);
  }
  await trim(parts, MOST_PARTS);
}

const isWholePage = (response) =>
  response.status === 200 &&
  !response.redirected &&
  (response.headers.get('Content-Type') ?? '').startsWith('text/html');

/** What a reader searched or which place of a page was opened is not kept: the path alone is the key. */
function keyOf(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Keys come in the order in which they were put in. */
async function trim(cache, most) {
  const keys = (await cache.keys()).filter(({ url }) => !url.endsWith(offlinePage));
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
}
