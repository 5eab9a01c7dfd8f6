import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { watchProgress } from '../watch-progress.ts';
import type { BuildStep } from './build-step.ts';
import { linkOrCopy, markOf } from './keep-files.ts';
import { moveFolders, previousOf } from './move-folders.ts';
import { composePicture, type Typefaces } from './share-pictures/compose-picture.ts';
import { listPictures, type Picture } from './share-pictures/list-pictures.ts';
import { GETA, loadTypeface } from './share-pictures/load-typeface.ts';

/** Pictures drawn at the same time; each takes one processor. */
const AT_ONCE = 2;
/** How many pictures the cache keeps beyond those of this build. */
const SPARE = 500;

/** What a picture looks like is said here; where its lines break, as on the page, in `src/archive`. */
const CODE = [
  'share-pictures/compose-picture.ts',
  'share-pictures/fit-lines.ts',
  'share-pictures/load-typeface.ts',
  '../../src/archive/break-words.ts',
  '../../src/archive/find-breaks.ts',
].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Draws the pictures that other sites show when a page is shared (Open Graph, 1200 × 630). What was drawn
 * once is kept in the cache by a digest of its text and of all that draws it; the same text always gives the
 * same bytes.
 */
export const drawSharePictures: BuildStep = async ({ dist, cache, content, say }) => {
  const folder = join(cache, 'share-pictures');
  await mkdir(folder, { recursive: true });
  const version = await digestOfDrawing();
  const waiting = listPictures(content);
  const lacking = new Map<string, string>();
  let faces: Promise<Typefaces> | undefined;
  let drawn = 0;

  // Two articles of a page may have the same headline: one picture, drawn once.
  const drawing = new Map<string, Promise<void>>();
  const keep = async (file: string, { path, text }: Picture): Promise<void> => {
    const kept = join(folder, file);
    if (!existsSync(kept)) {
      faces ??= loadTypefaces();
      const { regular, bold } = await faces;
      for (const character of bold.lacks(Object.values(text).flat().join(''))) lacking.set(character, path);
      const png = await drawPng(composePicture(text, { regular, bold }));
      // Written beside its place and then moved: a build that is cut off leaves no half picture in the cache.
      await writeFile(`${kept}.part`, png);
      await rename(`${kept}.part`, kept);
      drawn += 1;
    }
  };
  const places = new Map<string, string>();
  const draw = async (picture: Picture): Promise<void> => {
    const file = nameOfPicture(version, picture);
    let kept = drawing.get(file);
    if (!kept) {
      kept = keep(file, picture);
      drawing.set(file, kept);
    }
    places.set(picture.path, file);
    await kept;
  };

  const total = waiting.length;
  const progress = watchProgress(say, '张', total);
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await draw(next);
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const marks = new Map(
    [...places].map(([path, file]): [string, string] => [path, markOf(statSync(join(folder, file)))]),
  );
  const moved = moveFolders(previousOf(cache), dist, marks);
  for (const [path, file] of places) {
    if (moved.has(path)) continue;
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    linkOrCopy(join(folder, file), join(dist, path));
  }
  await forgetOldest(folder, drawing);
  say(`  ${total} 张，其中新画 ${drawn} 张`);
  for (const [character, path] of lacking)
    say(`  分享图缺字“${character}”（${path}），画作 ${GETA}；网页上的文字不受影响。`);
};

async function loadTypefaces(): Promise<Typefaces> {
  const [regular, bold] = await Promise.all([loadTypeface('regular'), loadTypeface('bold')]);
  return { regular, bold };
}

/** A picture of few colours is stored with a palette: a quarter of the bytes. */
function drawPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 32, dither: 0, effort: 1, compressionLevel: 6 })
    .toBuffer();
}

/**
 * The file of a picture in the cache.
 *
 * @param version what {@link digestOfDrawing} gives
 */
export const nameOfPicture = (version: string, { text }: Picture): string =>
  `${createHash('sha256').update(version).update(JSON.stringify(text)).digest('hex')}.png`;

/** Changes whenever what draws the pictures changes. */
export async function digestOfDrawing(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(sharp.versions)).update(drawPng.toString());
  // Words are told apart by the dictionary that comes with Node.
  hash.update(String(process.versions.icu));
  for (const file of CODE) hash.update(await readFile(file));
  return hash.digest('hex');
}

/** Keeps the cache from growing for ever: the pictures that were not used for longest go. */
async function forgetOldest(folder: string, used: ReadonlyMap<string, unknown>): Promise<void> {
  const others = (await readdir(folder)).filter((file) => !used.has(file));
  if (others.length <= SPARE) return;
  const aged = await Promise.all(
    // A link changes this date of a file and no other: it tells when the picture was used last.
    others.map(async (file) => ({ file, at: (await stat(join(folder, file))).ctimeMs })),
  );
  aged.sort((a, b) => b.at - a.at);
  for (const { file } of aged.slice(SPARE)) await rm(join(folder, file), { force: true });
}
