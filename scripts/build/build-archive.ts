import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { holdLock } from '../hold-lock.ts';
import { forgetModules } from '../kept-modules.ts';
import { finishInterrupted } from '../take-turn.ts';
import { SPARING, workApart } from '../work-apart.ts';
import type { finishSite } from './finish-site.ts';
import { forgetContent } from './hand-on-content.ts';
import { bringBack, publishFolder } from './publish-folder.ts';
import { readAddress } from './read-address.ts';
import type { readAndAlign } from './read-and-align.ts';
import type { renderPages } from './render-pages.ts';
import { timeStep } from './time-step.ts';

const addressOf = (name: string): string => new URL(name, import.meta.url).href;

const MEMORY = [SPARING, '--max-semi-space-size=8'];
/**
 * Rendering makes much that is garbage at once; with more room for it, from the beginning, the processor spends a tenth
 * less on it. What it keeps, some 350 MB of 20,000 articles, is not gone through before it has grown to 800 MB: that was
 * another tenth.
 */
export const MEMORY_OF_RENDERING = [
  SPARING,
  '--min-semi-space-size=32',
  '--max-semi-space-size=64',
  '--initial-old-space-size=800',
];

/**
 * What is made beside the pages knows of all of them at once: with room for it from the beginning the whole build takes a
 * twenty-fifth less of the processor at 20,000 articles (116.0 and 120.4 seconds, 123.7 and 123.5 with no more than MEMORY).
 */
const MEMORY_OF_FINISHING = [
  SPARING,
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  '--initial-old-space-size=700',
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
 * Builds the archive: reads and checks the content, renders the pages, makes what stands beside them, and puts the
 * finished folder in place at the very end. Until then the old one stands untouched. Each part is a process of its
 * own: what one leaves behind in memory the next does not carry.
 *
 * @throws {Refusal} with all that an editor has to mend; when another build is running or the addresses are none
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
    await bringBack(dist, out);
    // A run of ingest that was interrupted is completed first: nobody builds half of a change.
    await finishInterrupted(root);
    await forgetModules();
    await workApart<typeof readAndAlign>({
      module: addressOf('./read-and-align.ts'),
      name: 'readAndAlign',
      options: { root, cache, home: `${site}${base}` },
      label: '读取 content/',
      say,
      flags: MEMORY,
    });
    await rm(dist, { recursive: true, force: true });
    await mkdir(dist, { recursive: true });
    const digests = await timeStep(say, '生成网页', () =>
      workApart<typeof renderPages>({
        module: addressOf('./render-pages.ts'),
        name: 'renderPages',
        options: { root, out: dist, cache, site, base, left: true },
        label: '生成网页',
        say,
        flags: MEMORY_OF_RENDERING,
      }),
    );
    const files = await workApart<typeof finishSite>({
      module: addressOf('./finish-site.ts'),
      name: 'finishSite',
      options: { root, dist, cache, base, site, digests },
      label: '生成检索、数据和检查',
      say,
      flags: MEMORY_OF_FINISHING,
    });
    const { written, kept, removed } = await timeStep(say, '换上新的网站', () =>
      publishFolder(dist, out, say, cache, files.split('\n')),
    );
    say(`完成：${out}（新写 ${written} 个文件，未变 ${kept} 个，删去 ${removed} 个）`);
  } finally {
    await rm(dist, { recursive: true, force: true }).catch(() => {});
    await forgetContent(cache).catch(() => {});
    await release();
  }
}
