import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../../src/loader/list-files.ts';

// node scripts/bench/jobs.ts <job> <folder>: one job in a process of its own, so that it can be measured. Each loads what it
// needs: the modules of all of them are 600, and half a second.
const [job, folder = ''] = process.argv.slice(2);

const say = (line: string) => process.stderr.write(`${line}\n`);

async function markdown() {
  const { default: remarkParse } = await import('remark-parse');
  const { unified } = await import('unified');
  return unified().use(remarkParse).freeze();
}

const readContent = async () => (await import('../../src/loader/read-content.ts')).readContent(folder);

/** Read, parse as Markdown, write as HTML: below this nothing can go that reads and writes every article. */
async function floor(): Promise<void> {
  const { toHtml } = await import('hast-util-to-html');
  const { toHast } = await import('mdast-util-to-hast');
  const processor = await markdown();
  for (const file of await listFiles(folder, 'content/articles')) {
    const text = await readFile(join(folder, file), 'utf8');
    const html = toHtml(toHast(processor.parse(text.slice(text.indexOf('\n---\n') + 5))));
    const target = join(folder, 'floor', file.replace('.mdx', '.html'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, html);
  }
}

/** Reads and parses as anybody would who has no reader of the archive's own: front matter as YAML, the body as Markdown. */
async function parse(): Promise<void> {
  const { parseDocument } = await import('yaml');
  const processor = await markdown();
  for (const file of await listFiles(folder, 'content/articles')) {
    const text = await readFile(join(folder, file), 'utf8');
    const end = text.indexOf('\n---\n');
    parseDocument(text.slice(4, end));
    processor.parse(text.slice(end + 5));
  }
}

async function clean(): Promise<void> {
  const { cleanScan } = await import('../pipeline/index.ts');
  for (const scan of await listFiles(folder, 'content/scans'))
    cleanScan(await readFile(join(folder, scan)), { scan });
}

async function search(): Promise<void> {
  const { collectSearched } = await import('../build/index-search.ts');
  const { writeSearch } = await import('../build/search/write-search.ts');
  await writeSearch(collectSearched(await readContent()), join(folder, 'search'));
}

/** The pages that tell where a text comes from. */
const EVIDENCE = /\/(?:provenance|scan)\/?$/u;

/** Renders the pages, and nothing else: its loaders read and check the content, as those of `glob()` do. */
async function render(leaveOut?: RegExp): Promise<void> {
  const { renderPages } = await import('../build/render-pages.ts');
  const cache = join(folder, '.cache');
  await renderPages({
    root: folder,
    out: join(cache, 'building'),
    cache,
    site: 'http://localhost:4321',
    base: '/',
    ...(leaveOut && { leaveOut }),
    say,
  });
}

async function provenance(): Promise<void> {
  const { findUnbalanced } = await import('../build/find-unbalanced.ts');
  const { listScannedPages } = await import('../../src/provenance/list-pages.ts');
  await findUnbalanced(folder, listScannedPages(await readContent()), say);
}

const JOBS: Readonly<Record<string, () => Promise<unknown>>> = {
  floor,
  parse,
  clean,
  search,
  render: () => render(EVIDENCE),
  'render-whole': () => render(),
  pictures: async () => (await import('./seed-pictures.ts')).seedPictures(folder, join(folder, '.cache')),
  read: readContent,
  provenance,
};

await JOBS[job ?? '']!();
