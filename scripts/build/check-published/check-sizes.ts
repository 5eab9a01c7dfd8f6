import type { Article } from '../../../src/model.ts';
import type { PageFacts, PublishedFault } from './published-page.ts';

const KB = 1024;

/**
 * What a reader on a slow line may be asked to fetch, in bytes before compression. The figures leave room for
 * half as much again over what is published today: whoever needs more changes them on purpose.
 */
const BUDGETS: readonly [label: string, files: RegExp, most: number][] = [
  ['样式表合计', /^_astro\/.*\.css$/u, 120 * KB],
  ['程序合计', /^_astro\/.*\.js$/u, 180 * KB],
];
const LARGEST: readonly [label: string, files: RegExp, most: number][] = [
  ['网页', /\.html$/u, 1_000_000],
  ['样式表', /^_astro\/.*\.css$/u, 64 * KB],
  ['程序', /^_astro\/.*\.js$/u, 64 * KB],
  ['分享图', /^og\//u, 200 * KB],
  ['图', /\.(?:png|jpe?g|webp|avif|gif)$/u, 400 * KB],
];
/** An article's page: this, and so many bytes for each byte of its text. */
const ARTICLE = { own: 64 * KB, perByte: 6 };

/**
 * Files of the published folder that are larger than a reader may be asked to fetch.
 *
 * @param sizes bytes by path
 */
export function checkSizes(
  sizes: ReadonlyMap<string, number>,
  pages: ReadonlyMap<string, PageFacts>,
  articles: readonly Article[],
): PublishedFault[] {
  const faults: PublishedFault[] = [];
  for (const [label, pattern, most] of BUDGETS) {
    let sum = 0;
    for (const [file, bytes] of sizes) if (pattern.test(file)) sum += bytes;
    if (sum > most) faults.push({ file: label, fault: `有 ${sum} 字节，上限 ${most}` });
  }
  for (const [file, bytes] of sizes) {
    const [label, , most] = LARGEST.find(([, pattern]) => pattern.test(file)) ?? [];
    if (most !== undefined && bytes > most)
      faults.push({ file, fault: `${label}有 ${bytes} 字节，上限 ${most}` });
  }
  const byName = new Map(articles.map((article) => [article.name, article]));
  for (const [file, { bytes, article: shown }] of pages) {
    const article = shown && byName.get(shown.name);
    if (!article || file !== `${shown.name}/index.html`) continue;
    const text = article.blocks.reduce((sum, block) => sum + Buffer.byteLength(block.text), 0);
    const most = ARTICLE.own + ARTICLE.perByte * text;
    if (bytes > most) faults.push({ file, fault: `文章页有 ${bytes} 字节，正文只有 ${text}，上限 ${most}` });
  }
  return faults;
}
