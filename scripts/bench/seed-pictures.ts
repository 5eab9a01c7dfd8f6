import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { readContent } from '../../src/loader/read-content.ts';
import { digestOfDrawing, nameOfPicture } from '../build/draw-share-pictures.ts';
import { listPictures } from '../build/share-pictures/list-pictures.ts';

/**
 * Fills the cache of share pictures, so that a build draws none. One picture stands for all: drawing 20,000
 * takes half an hour of processor, and what a cached one costs is its copy.
 *
 * @param project folder with `content/`
 * @param cache folder of what makes the next build quicker
 */
export async function seedPictures(project: string, cache: string): Promise<void> {
  const folder = join(cache, 'share-pictures');
  await mkdir(folder, { recursive: true });
  const version = await digestOfDrawing();
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 12 };
  const png = await sharp({ create: { width: 1200, height: 630, channels: 3, background: '#fff', noise } })
    .png({ palette: true, colours: 8, compressionLevel: 6 })
    .toBuffer();
  // About as many bytes as a picture of a headline has.
  const typical = png.subarray(0, 24_000);
  for (const picture of listPictures(await readContent(project)))
    await writeFile(join(folder, nameOfPicture(version, picture)), typical);
}
