import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { PAGEFIND_SIGNATURE } from '../../../src/search/files.ts';
import { foreseeFragment } from './foresee-fragment.ts';
import { bridges, pairs, tokenize } from './tokenize.ts';

/** Chosen by measurement (`npm run bench -- search`): smaller chunks cost more in their list than they save. */
const CHUNK_SIZE = '5000';

/**
 * How Pagefind's allocator (jemalloc, on Linux) takes memory: in one place for all threads, and what was given back stays
 * at hand. It lives for one index: at 3,000 articles it took 4.5 s and 480 MB, otherwise 5.0 and 585.
 */
const ALLOCATION = 'narenas:1,dirty_decay_ms:-1,muzzy_decay_ms:-1';

/**
 * A language without words of its own (ISO 639: no linguistic content). Pagefind would cut Chinese into words
 * at build and, in another way, in the browser; tokens of ours must stay whole.
 */
const LANGUAGE = 'zxx';

/** So many bytes at the beginning of a fragment hold the address of its record. */
const ADDRESS_WITHIN = 64;

/** What Pagefind puts beside the index for interfaces of its own. */
const UNUSED = /^pagefind-(?:component-ui|modular-ui|highlight|ui|worker)\.|^fragment$/u;

/** What is known of an index once it is written. */
export interface IndexedShard {
  /** Pagefind's id of each record: number of the volume, `p` for pairs or `b` for bridges. */
  records: Record<string, string>;
  /** First word of each chunk, sorted: a single character needs all chunks that hold it. */
  chunks: string[];
}

/**
 * Indexes volumes with Pagefind. A record is a volume and not an article: Pagefind gives the places of a token
 * in its record, and the table of places says which article stands there. Records as long as these keep the
 * list of records, which every first query pays for, short, and Pagefind's memory low.
 *
 * Best done in a process of its own, which gives all its memory back when it ends.
 *
 * @param pieces the volumes: folded text of consecutive articles, with separators
 * @param folder where the index is written
 * @param foresee names the fragment of a record; where it is wrong, Pagefind packs a text for nothing
 * @throws what Pagefind reports
 */
export async function indexShard({
  pieces,
  folder,
  foresee = foreseeFragment,
}: {
  pieces: AsyncIterable<string>;
  folder: string;
  foresee?: typeof foreseeFragment;
}): Promise<IndexedShard> {
  const end = watchService();
  let foreseen: ReadonlyMap<string, string>;
  try {
    foreseen = await writeIndex(pieces, folder, foresee);
  } finally {
    await end();
  }

  const records = await readRecords(folder, foreseen);
  const chunks = await readChunks(folder);
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name)) await rm(join(folder, name), { recursive: true });
  }
  return { records, chunks };
}

/**
 * Gives Pagefind the volumes, and has it write its index of them.
 *
 * @returns ids of the records whose fragment has a file by the name that was foreseen
 */
async function writeIndex(
  pieces: AsyncIterable<string>,
  folder: string,
  foresee: typeof foreseeFragment,
): Promise<Map<string, string>> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
  process.env._RJEM_MALLOC_CONF = ALLOCATION;
  const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(`Pagefind 没有建立索引：${errors.join('；')}`);
  const fragments: [name: string, url: string][] = [];
  const add = async (url: string, content: string) => {
    const { errors, file } = await index.addCustomRecord({
      url,
      language: LANGUAGE,
      content,
      meta: {},
    });
    if (errors.length > 0) throw new Error(`Pagefind 没有收下 ${url}：${errors.join('；')}`);
    fragments.push([foresee({ url, content, words: file.uniqueWords }, LANGUAGE), url]);
  };
  let number = 0;
  for await (const text of pieces) {
    await add(`${number}p`, tokenize(text, pairs));
    await add(`${number}b`, tokenize(text, bridges));
    number++;
  }
  releaseMemory();
  const foreseen = await standInForFragments(folder, fragments);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(`Pagefind 没有写出索引：${written.errors.join('；')}`);
  await index.deleteIndex();
  return foreseen;
}

/**
 * Watches for Pagefind's own process, of which it does not tell. Left to itself it outlives this one for a while: its
 * memory would be taken while the next index is begun, and nobody would count the time that it took.
 *
 * @returns ends it, and waits until it has ended
 */
function watchService(): () => Promise<void> {
  const started: ChildProcess[] = [];
  const note = (message: unknown) => started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  return async () => {
    unsubscribe('child_process', note);
    const ended = started
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .map((service) => once(service, 'exit'));
    await pagefind.close();
    await Promise.all(ended);
  };
}

/** The texts have gone to Pagefind, which needs most memory while it writes. */
function releaseMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const unpack = async (file: string) => gunzipSync(await readFile(file)).subarray(PAGEFIND_SIGNATURE.length);

/**
 * Puts an empty file where Pagefind would write each record's text: nobody reads it, and to pack it was a quarter of what
 * Pagefind did. Two records whose fragments begin alike are left to it.
 *
 * @param fragments name of each record's fragment, and its id
 * @returns ids of the records whose fragment has a file
 */
async function standInForFragments(
  folder: string,
  fragments: readonly [name: string, url: string][],
): Promise<Map<string, string>> {
  const foreseen = new Map(fragments);
  const met = new Set<string>();
  for (const [name] of fragments) {
    if (met.has(name)) foreseen.delete(name);
    met.add(name);
  }
  await mkdir(join(folder, 'fragment'), { recursive: true });
  for (const name of foreseen.keys()) await writeFile(fragmentFile(folder, name), '');
  return foreseen;
}

const fragmentFile = (folder: string, name: string): string =>
  join(folder, 'fragment', `${name}.pf_fragment`);

/** Ids of the records by the names of their fragments. What Pagefind wrote tells of itself: another name was foreseen for it. */
async function readRecords(
  folder: string,
  foreseen: ReadonlyMap<string, string>,
): Promise<Record<string, string>> {
  const names = (await readdir(join(folder, 'fragment'))).map((name) => name.replace('.pf_fragment', ''));
  const told = new Map<string, string>();
  for (const name of names) {
    if (foreseen.has(name)) continue;
    const start = (await unpack(fragmentFile(folder, name))).subarray(0, ADDRESS_WITHIN).toString();
    const url = /^\{"url":"\/?(\d+[pb])"/u.exec(start)?.[1];
    if (!url) throw new Error(`Pagefind 的 fragment ${name} 不是预期的格式：${start}`);
    told.set(name, url);
  }
  const others = new Set(told.values());
  const records = [...told, ...[...foreseen].filter(([, url]) => !others.has(url))];
  return Object.fromEntries(records.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The list of chunks stands in Pagefind's metadata as CBOR: `[from, to, hash]`, three texts; `from` is as much
 * of a chunk's first word as tells it from the chunk before.
 */
async function readChunks(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const meta = await unpack(join(folder, names.find((name) => name.endsWith('.pf_meta'))!));
  const found: string[] = [];
  for (let at = meta.indexOf(ARRAY_OF_3); at !== -1; at = meta.indexOf(ARRAY_OF_3, at + 1)) {
    const from = readShortText(meta, at + 1);
    const to = from && readShortText(meta, from.end);
    const hash = to && readShortText(meta, to.end);
    if (hash?.text.startsWith(`${LANGUAGE}_`)) found.push(from!.text);
  }
  const files = (await readdir(join(folder, 'index'))).length;
  if (found.length !== files) {
    throw new Error(`Pagefind 的索引有 ${files} 块，目录里读到 ${found.length} 块：版本不同，格式变了`);
  }
  return found;
}

const ARRAY_OF_3 = 0x83;
const SHORT_TEXT = 0x60;

/** A CBOR text of 1 to 23 bytes. */
function readShortText(bytes: Buffer, at: number): { text: string; end: number } | undefined {
  const length = (bytes[at] ?? 0) - SHORT_TEXT;
  if (length < 1 || length > 23) return undefined;
  return { text: bytes.toString('latin1', at + 1, at + 1 + length), end: at + 1 + length };
}
