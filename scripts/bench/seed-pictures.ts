import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { readContent } from '../../src/loader/read-content.ts';
import { digestOfDrawing, nameOfPicture } from '../build/draw-share-pictures.ts';
import { HEIGHT, WIDTH } from '../build/share-pictures/compose-picture.ts';
import { listPictures } from '../build/share-pictures/list-pictures.ts';

/** Rows of noise in a picture. */
const NOISY = 40;

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
  // Noise at the top, so much of it that the picture has about as many bytes (24,000) as one of a headline.
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 12 };
  const typical = await sharp({
    create: { width: WIDTH, height: NOISY, channels: 3, background: '#fff', noise },
  })
    .extend({ bottom: HEIGHT - NOISY, background: '#fff' })
    .png({ palette: true, colours: 8, compressionLevel: 6 })
    .toBuffer();
  for (const picture of listPictures(await readContent(project)))
    await writeFile(join(folder, nameOfPicture(version, picture)), typical);
}
