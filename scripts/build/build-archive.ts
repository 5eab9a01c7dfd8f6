import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../../src/loader/read-content.ts';
import { finishJournal } from '../ingest/write-tree.ts';
import { type Progress, watchProgress } from '../watch-progress.ts';
import type { BuildStep } from './build-step.ts';
import { checkAccounts } from './check-accounts.ts';
import { checkPublished } from './check-published.ts';
import { drawSharePictures } from './draw-share-pictures.ts';
import { holdLock } from './hold-lock.ts';
import { indexSearch } from './index-search.ts';
import { recallParsed } from './keep-parsed.ts';
import { publishFolder } from './publish-folder.ts';
import { readAddress } from './read-address.ts';
import { renderApart } from './render-apart.ts';
import { writeData } from './write-data.ts';
import { writeHeaders } from './write-headers.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeSitemap } from './write-sitemap.ts';

/** The steps after rendering, in order; each constraint with its reason. */
const STEPS: readonly [label: string, step: BuildStep][] = [
  ['主机的安全设置', writeHeaders],
  ['改了的地址', writeRedirects], // after the settings of the host: it adds to them
  ['分享图', drawSharePictures], // after the pages: they name the pictures, nothing else needs them
  ['检索索引', indexSearch],
  ['开放数据', writeData],
  ['网站地图', writeSitemap], // after all pages: it lists what is there
  ['检查要发布的网站', checkPublished], // last: it reads everything that the others wrote
];

/** What to build, and where. Paths are absolute. */
export interface BuildOptions {
  root: string;
  /** Folder that is published; `dist` when left out. */
  out?: string;
  /** Folder for what makes the next build quicker; `.cache` when left out. */
  cache?: string;
  env?: Record<string, string | undefined>;
  say: (line: string) => void;
}

/**
 * Builds the archive: reads and checks the content, renders the pages, runs the steps, and puts the finished
 * folder in place at the very end. Until then the old one stands untouched.
 *
 * @throws {ContentError} with all that an editor has to mend
 * @throws {Refusal} when another build is running or the addresses are none
 */
export async function buildArchive({
  root,
  out = join(root, 'dist'),
  cache = join(root, '.cache'),
  env = process.env,
  say,
}: BuildOptions): Promise<void> {
  const { site, base } = readAddress(env);
  const release = await holdLock(cache);
  const dist = join(cache, 'building');
  try {
    const timed = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
      const start = performance.now();
      const before = process.cpuUsage();
      say(`${label} …`);
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      const [elapsed, used] = [(performance.now() - start) / 1000, (user + system) / 1e6];
      say(`${label}：${elapsed.toFixed(1)} 秒（处理器 ${used.toFixed(1)} 秒）`);
      return result;
    };
    // A run of ingest that was interrupted is completed first: nobody builds half of a change.
    finishJournal(root);
    const keepParsed = await recallParsed(cache);
    const content = await timed('读取并核对 content/', () => readContent(root, tellProgress(say, '篇')));
    await keepParsed(new Set(content.articles.map(({ file }) => file)));
    say(`  ${content.issues.length} 期，${content.articles.length} 篇`);
    const aligned = await timed('逐字对照扫描文本', () =>
      checkAccounts(root, content, cache, tellProgress(say, '版')),
    );
    say(`  ${aligned} 版`);
    await rm(dist, { recursive: true, force: true });
    await mkdir(dist, { recursive: true });
    const digests = await timed('生成网页', () => renderApart({ root, out: dist, cache, site, base, say }));
    const context = { root, dist, cache, base, site, content, digests, say };
    for (const [label, step] of STEPS) await timed(label, () => step(context));
    const { written, kept, removed } = await timed('换上新的网站', () => publishFolder(dist, out));
    say(`完成：${out}（新写 ${written} 个文件，未变 ${kept} 个，删去 ${removed} 个）`);
  } finally {
    await rm(dist, { recursive: true, force: true }).catch(() => {});
    await release();
  }
}

/** Progress of work that is told from the outside how much of it there is. */
function tellProgress(say: (line: string) => void, unit: string): (done: number, total: number) => void {
  let progress: Progress | undefined;
  return (done, total) => {
    progress ??= watchProgress(say, unit, total);
    progress.reach(done);
  };
}
