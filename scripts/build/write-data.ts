import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Citable, toCitable } from '../../src/archive/citations/citable.ts';
import { toCsl } from '../../src/archive/citations/format-data.ts';
import { indexNames } from '../../src/archive/names/index-names.ts';
import { listNames, matcherOf } from '../../src/archive/names/name-entries.ts';
import { DataArticle, DataCitation, DataName } from '../../src/model.ts';
import { watchProgress } from '../watch-progress.ts';
import type { BuildStep } from './build-step.ts';
import { ARTICLE_COLUMNS } from './data/article-columns.ts';
import { listRecords } from './data/list-records.ts';
import { type LargeFile, openLarge } from './data/open-large.ts';
import { writePlainText } from './data/write-plain-text.ts';
import { writeRow, writeTableHead } from './data/write-table.ts';
import { digestCode } from './digest-code.ts';
import { type KeptFiles, openKeptFiles } from './keep-files.ts';
import { previousOf } from './move-folders.ts';

/** A file of the open data, as `datapackage.json` describes it. */
interface Resource {
  name: string;
  path: string;
  title: string;
  format: string;
  mediatype: string;
  encoding: 'utf-8';
  bytes: number;
  hash: string;
  schema?: string | object;
  jsonSchema?: string;
}

const RIGHTS =
  '文字的著作权属于丰台报、作者，转载的属于原报。整理所加的部分（标注、出处、索引）可自由使用，请注明出处。';

/**
 * Writes `data/`: every article as JSONL and CSV and one by one, the scans, the citations, the names, a JSON
 * Schema for each kind of record, and `datapackage.json` and `checksums.txt` that describe them.
 */
export const writeData: BuildStep = async ({ root, dist, cache, site, base, content, say }) => {
  const folder = join(dist, 'data');
  const urlOf = (path: string) => `${site}${base}${path}`;
  const checksums: string[] = [];
  const made = new Set<string>();
  const placeOf = (path: string): string => {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    return file;
  };
  const write = (path: string, data: string | Uint8Array): { bytes: number; hash: string } => {
    writeFileSync(placeOf(path), data);
    const sum = createHash('sha256').update(data).digest('hex');
    checksums.push(`${sum}  ${path}`);
    return { bytes: Buffer.byteLength(data), hash: `sha256:${sum}` };
  };
  // Two files an article, nearly all of them those of the last build.
  const code = await digestCode('scripts/build/data', 'scripts/build/write-data.ts', 'src/archive/citations');
  const previous = join(previousOf(cache), 'data');
  const kept = await openKeptFiles(
    join(cache, 'records'),
    join(folder, 'articles'),
    code,
    join(previous, 'articles'),
  );
  const keptScans = await openKeptFiles(join(cache, 'data-scans'), folder, 'bytes', previous);
  const writeOnce = (
    files: KeptFiles,
    within: '' | 'articles/',
    path: string,
    key: string,
    make: () => string | Buffer,
  ): void => {
    if (!files.take(path, key)) files.put(path, key, Buffer.from(make()));
    const sum = Buffer.from(files.digests.get(path)!, 'base64url').toString('hex');
    checksums.push(`${sum}  ${within}${path}`);
  };

  const issues = new Map(content.issues.map((issue) => [issue.date, issue]));
  const { newspaper, name: archive } = content.settings;
  const articlesOf = new Map(content.articles.map((article) => [article.name, article]));
  const citableOf = ({ name, date }: DataArticle): Citable =>
    toCitable(articlesOf.get(name)!, { issue: issues.get(date), newspaper, archive, url: urlOf(`${name}/`) });

  const all = openLarge(placeOf('articles.jsonl'));
  const table = openLarge(placeOf('articles.csv'));
  const citations = openLarge(placeOf('citations.csl.json'));
  const count = { articles: 0, scans: 0 };
  const progress = watchProgress(say, '篇', content.articles.length);
  table.add(writeTableHead(ARTICLE_COLUMNS));
  for await (const { articles, scan } of listRecords(root, content, urlOf(''), cache)) {
    for (const record of articles) {
      const citable = citableOf(record);
      const line = JSON.stringify(record);
      const key = createHash('sha256').update(line).update(JSON.stringify(citable)).digest('base64url');
      writeOnce(kept, 'articles/', `${record.name}.json`, key, () => `${JSON.stringify(record, null, 1)}\n`);
      writeOnce(kept, 'articles/', `${record.name}.txt`, key, () => writePlainText(record, citable));
      all.add(`${line}\n`);
      table.add(writeRow(ARTICLE_COLUMNS, record));
      const citation = JSON.stringify(toCsl(citable), null, 1).replaceAll('\n', '\n ');
      citations.add(`${count.articles === 0 ? '[' : ','}\n ${citation}`);
      count.articles += 1;
      progress.step();
    }
    if (!scan) continue;
    writeOnce(keptScans, '', scan.path, scan.digest, () => scan.text ?? readFileSync(join(root, scan.file)));
    count.scans += 1;
  }
  citations.add(count.articles === 0 ? '[]\n' : '\n]\n');
  await kept.finish();
  await keptScans.finish();

  const published = content.articles.filter(({ status }) => status !== 'withdrawn');
  const withdrawn = new Set(
    content.articles.filter(({ status }) => status === 'withdrawn').map(({ name }) => name),
  );
  const names = listNames(content.names);
  const found = indexNames(names, published, matcherOf(names));
  const nameRecords = names.map(({ kind, headword, slug, forms, note, offices }, index) => ({
    kind,
    headword,
    url: urlOf(`names/${encodeURIComponent(slug)}/`),
    forms,
    ...(note !== undefined && { note }),
    offices: offices.filter(({ article }) => articlesOf.has(article) && !withdrawn.has(article)),
    articles: found.get(names[index]!)!.mentions.map(({ article }) => article.name),
  }));

  const resources: Resource[] = [];
  type About = Omit<Resource, 'path' | 'bytes' | 'hash' | 'encoding'>;
  const describe = (path: string, written: { bytes: number; hash: string }, about: About): void => {
    resources.push({ ...about, path, encoding: 'utf-8', ...written });
  };
  const close = (path: string, file: LargeFile, about: About): void => {
    const { bytes, sum } = file.close();
    checksums.push(`${sum}  ${path}`);
    describe(path, { bytes, hash: `sha256:${sum}` }, about);
  };
  for (const [name, schema] of [
    ['article', DataArticle],
    ['citation', DataCitation],
    ['name', DataName],
  ] as const)
    write(`schema/${name}.json`, `${JSON.stringify(z.toJSONSchema(schema), null, 1)}\n`);
  close('articles.jsonl', all, {
    name: 'articles',
    title: '全部文章，一行一篇',
    format: 'jsonl',
    mediatype: 'application/jsonl',
    jsonSchema: 'schema/article.json',
  });
  close('articles.csv', table, {
    name: 'articles-table',
    title: '全部文章，一篇一行的表',
    format: 'csv',
    mediatype: 'text/csv',
    schema: { fields: ARTICLE_COLUMNS.map(({ name, type, description }) => ({ name, type, description })) },
  });
  close('citations.csl.json', citations, {
    name: 'citations',
    title: '全部引用，CSL-JSON',
    format: 'json',
    mediatype: 'application/vnd.citationstyles.csl+json',
    jsonSchema: 'schema/citation.json',
  });
  describe('names.json', write('names.json', `${JSON.stringify(nameRecords, null, 1)}\n`), {
    name: 'names',
    title: '人物、地点、机构',
    format: 'json',
    mediatype: 'application/json',
    jsonSchema: 'schema/name.json',
  });
  // Last: it lists what stands above, and the single files with it.
  describe(
    'checksums.txt',
    write(
      'checksums.txt',
      `${[...checksums].sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`,
    ),
    {
      name: 'checksums',
      title: '每个文件的 SHA-256，可用 sha256sum -c 核对；包括 articles/ 和 scans/ 里的每一个',
      format: 'txt',
      mediatype: 'text/plain',
    },
  );
  write(
    'datapackage.json',
    `${JSON.stringify(
      {
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        name: 'fengtai-archive',
        title: content.settings.name,
        description: content.settings.description,
        homepage: urlOf('data/'),
        rights: RIGHTS,
        counts: { ...count, issues: content.issues.length },
        resources,
      },
      null,
      1,
    )}\n`,
  );
  say(`  ${count.articles} 篇，${count.scans} 份扫描文本，${names.length} 个名字`);
};
