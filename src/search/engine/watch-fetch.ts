import { PAGEFIND_SIGNATURE } from '../files.ts';
import { LoadError, unpack } from './load-packed.ts';

/** Files that every instance of Pagefind asks for: kept, so that a second instance asks nobody. */
const SHARED = /\/(?:pagefind-entry\.json|[^/]+\.pf_meta|wasm\.[^/]+\.pagefind)$/u;
const PACKED = /\.(?:pf_index|pf_meta|pagefind)$/u;

/** How the requests of Pagefind went. */
export interface WatchedFetch {
  /** Every request that failed so far. */
  readonly failures: readonly LoadError[];
  /** Resolved when nothing is under way that was asked for before a failure, and all have heard of it. */
  readonly settled: Promise<void>;
  /** Bytes of index that arrived, packed: Pagefind keeps all of it. */
  readonly indexBytes: number;
}

/**
 * Watches Pagefind's own requests, because Pagefind says nothing when a part of its index does not arrive: a
 * search would find too little in silence. Neither does it notice a page of a hotel's network where a part of
 * the index should be, so that what arrives is unpacked here, checked, and handed on.
 *
 * @param prefix path of Pagefind's files
 */
export function watchFetch(prefix: string): WatchedFetch {
  const original = globalThis.fetch.bind(globalThis);
  const shared = new Map<string, Promise<ArrayBuffer>>();
  const failures: LoadError[] = [];
  let settled = Promise.resolve();
  const pending = new Set<Promise<unknown>>();
  let indexBytes = 0;

  async function load(url: string, init: RequestInit | undefined): Promise<ArrayBuffer> {
    const response = await original(url, init);
    if (!response.ok) throw new LoadError(url, String(response.status));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { pathname } = new URL(url, location.href);
    // Throws where it is something else.
    if (pathname.endsWith('.json')) JSON.parse(new TextDecoder().decode(bytes));
    if (!PACKED.test(pathname)) return bytes.buffer;
    const plain = await unpack(bytes);
    const signature = new TextDecoder().decode(plain.subarray(0, PAGEFIND_SIGNATURE.length));
    if (signature !== PAGEFIND_SIGNATURE) throw new LoadError(url, `不是索引：${signature}`);
    if (pathname.endsWith('.pf_index')) indexBytes += bytes.length;
    return plain.buffer as ArrayBuffer;
  }

  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const { pathname } = new URL(url, location.href);
    if (!pathname.startsWith(prefix)) return original(input, init);
    // Every shard brings the same engine with it.
    const key = pathname.endsWith('.pagefind') ? pathname.slice(pathname.lastIndexOf('/')) : pathname;
    const asked = shared.get(key) ?? load(url, init);
    if (SHARED.test(pathname)) {
      shared.set(key, asked);
      asked.catch(() => shared.delete(key));
    }
    pending.add(asked);
    const done = () => pending.delete(asked);
    asked.then(done, done);
    try {
      return new Response(await asked);
    } catch (error) {
      failures.push(error instanceof LoadError ? error : new LoadError(url, String(error)));
      settled = Promise.allSettled(pending).then(() => new Promise((resolve) => setTimeout(resolve)));
      throw error;
    }
  };
  return {
    failures,
    get settled() {
      return settled;
    },
    get indexBytes() {
      return indexBytes;
    },
  };
}
