import type { BuildContext, BuildStep } from './build-step.ts';
import { checkPublished } from './check-published.ts';
import { drawSharePictures } from './draw-share-pictures.ts';
import { takeContent } from './hand-on-content.ts';
import { indexSearch } from './index-search.ts';
import { listPublished, readPublishedPages } from './published-pages.ts';
import { timeStep } from './time-step.ts';
import { writeData } from './write-data.ts';
import { writeHeaders } from './write-headers.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeSitemap } from './write-sitemap.ts';

/** The steps after rendering, in order; each constraint with its reason. */
const STEPS: readonly [label: string, step: BuildStep][] = [
  ['主机的安全设置', writeHeaders],
  ['改了的地址', writeRedirects], // after the settings of the host: it adds to them
  // Right after the last page is written: where memory is short, the system soon has to fetch each from the disk again.
  ['逐页读网页', async (context) => void (await readPublishedPages(context))],
  ['分享图', drawSharePictures], // after the pages: they name the pictures, nothing else needs them
  ['检索索引', indexSearch],
  ['开放数据', writeData],
  ['网站地图', writeSitemap], // after all pages: it lists what is there
  ['检查要发布的网站', checkPublished], // last: it reads everything that the others wrote
];

/**
 * The last part of a build: everything that is made beside the pages, and the checks of all of it.
 *
 * @returns paths of all files of the finished folder, a line each
 */
export async function finishSite(options: Omit<BuildContext, 'content'>): Promise<string> {
  const { content } = await takeContent(options.cache);
  const context: BuildContext = { ...options, content };
  for (const [label, step] of STEPS) await timeStep(options.say, label, () => step(context));
  return [...listPublished(context)].join('\n');
}
