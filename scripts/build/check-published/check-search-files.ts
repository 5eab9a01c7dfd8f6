import { hash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../../src/model.ts';
import {
  type ArticleText,
  articleTextFile,
  DATA_FOLDER,
  PAGEFIND_SIGNATURE,
  type Places,
} from '../../../src/search/files.ts';
import { chooseEvenly } from './choose-sample.ts';
import type { PublishedFault } from './published-page.ts';
import { readBytes } from './read-bytes.ts';

/** A table of the search, whose name holds the digest of what is packed in it. */
const TABLE = /^search\/data\/([a-z]+)\.([\da-f]{10})\.bin$/u;
const PACKED = /^pagefind\/.*\.(?:pf_index|pf_meta|pagefind)$/u;
const META = /^(pagefind\/[^/]+\/)[^/]+\.pf_meta$/u;
/** To unpack the texts of all articles, a file for each, would add a tenth to all checks; so many are read. */
const TEXTS_READ = 400;
/** How the meta file of an index names its pieces, and the records that stand for articles. */
const PIECE = /zxx_[\da-f]{7}/gu;

/**
 * Files of the search that are broken off or changed, pieces of an index that are not there, texts that are not those of
 * their articles (some of them are read). That what the manifest names is there has been seen.
 *
 * @param dist folder that is about to be published
 * @param files what is in it
 * @param articles that are published
 */
export function checkSearchFiles(
  dist: string,
  files: ReadonlySet<string>,
  articles: readonly Article[],
): PublishedFault[] {
  const faults: PublishedFault[] = [];
  const report = (file: string, fault: string) => faults.push({ file, fault });
  const unpack = (file: string): Buffer | undefined => {
    try {
      return gunzipSync(readBytes(join(dist, file)));
    } catch {
      report(file, '打不开，压缩的内容不完整');
      return undefined;
    }
  };
  const records = new Set<string>();
  const pieces = new Map<string, string>();
  for (const file of files) {
    const [, table, digest] = TABLE.exec(file) ?? [];
    if (table === undefined && !PACKED.test(file)) continue;
    const unpacked = unpack(file);
    if (!unpacked) continue;
    if (table === undefined) {
      if (!unpacked.subarray(0, PAGEFIND_SIGNATURE.length).equals(Buffer.from(PAGEFIND_SIGNATURE)))
        report(file, '不是 Pagefind 的文件');
      const folder = META.exec(file)?.[1];
      if (folder !== undefined)
        for (const [piece] of unpacked.toString('latin1').matchAll(PIECE))
          pieces.set(`${folder}index/${piece}.pf_index`, piece);
    } else if (hash('sha256', unpacked, 'hex').slice(0, 10) !== digest)
      report(file, '内容与文件名里的校验值不符');
    else if (table === 'places')
      for (const record of Object.keys((JSON.parse(unpacked.toString()) as Places).records))
        records.add(record);
  }
  for (const [file, piece] of pieces)
    if (!records.has(piece) && !files.has(file)) report(file, '没有检索要读的文件');

  for (const article of chooseEvenly(articles, TEXTS_READ)) {
    const file = `${DATA_FOLDER}${articleTextFile(article.name)}`;
    if (!files.has(file)) continue;
    const unpacked = unpack(file);
    if (unpacked && !isTextOf(article, unpacked.toString())) report(file, '不是这篇文章的文字');
  }
  return faults;
}

/** Whether the search shows of an article what it says; one that is all headline has no blocks there. */
function isTextOf({ date, id, headline, blocks }: Article, text: string): boolean {
  const { date: day, article: shown } = JSON.parse(text) as ArticleText;
  return (
    day === date &&
    shown.id === id &&
    shown.headline === headline &&
    (shown.blocks.length === 0 || shown.blocks.join('\n') === blocks.map((block) => block.text).join('\n'))
  );
}
