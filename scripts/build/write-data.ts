import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Citable, toCitable } from '../../src/archive/citations/citable.ts';
import { toCsl } from '../../src/archive/citations/format-data.ts';
import { indexNames } from '../../src/archive/names/index-names.ts';
import { listNames, matcherOf } from '../../src/archive/names/name-entries.ts';
import { DataArticle, DataCitation, DataName } from '../../src/model.ts';
import type { BuildStep } from './build-step.ts';
import { ARTICLE_COLUMNS } from './data/article-columns.ts';
import { listRecords } from './data/list-records.ts';
import { writePlainText } from './data/write-plain-text.ts';
import { writeTable } from './data/write-table.ts';

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
export const writeData: BuildStep = async ({ root, dist, site, base, content, say }) => {
  const folder = join(dist, 'data');
  const urlOf = (path: string) => `${site}${base}${path}`;
  const checksums: string[] = [];
  const made = new Set<string>();
  const write = async (path: string, data: string | Uint8Array): Promise<{ bytes: number; hash: string }> => {
    const file = join(folder, path);
    if (!made.has(dirname(file))) {
      await mkdir(dirname(file), { recursive: true });
      made.add(dirname(file));
    }
    await writeFile(file, data);
    const sum = createHash('sha256').update(data).digest('hex');
    checksums.push(`${sum}  ${path}`);
    return { bytes: Buffer.byteLength(data), hash: `sha256:${sum}` };
  };

  const { articles, scans } = await listRecords(root, content, urlOf);
  const citables = new Map<string, Citable>();
  const issues = new Map(content.issues.map((issue) => [issue.date, issue]));
  for (const article of content.articles)
    citables.set(
      article.name,
      toCitable(article, {
        issue: issues.get(article.date),
        newspaper: content.settings.newspaper,
        archive: content.settings.name,
        url: urlOf(`${article.name}/`),
      }),
    );

  for (const record of articles) {
    await write(`articles/${record.name}.json`, `${JSON.stringify(record, null, 1)}\n`);
    await write(`articles/${record.name}.txt`, writePlainText(record, citables.get(record.name)!));
  }
  for (const { path, file, text } of scans) await write(path, text ?? (await readFile(join(root, file))));

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
    offices: offices.filter(({ article }) => citables.has(article) && !withdrawn.has(article)),
    articles: found.get(names[index]!)!.mentions.map(({ article }) => article.name),
  }));
  const citations = articles.map(({ name }) => toCsl(citables.get(name)!));

  const resources: Resource[] = [];
  const add = async (
    path: string,
    data: string,
    about: Omit<Resource, 'path' | 'bytes' | 'hash' | 'encoding'>,
  ) => {
    resources.push({ ...about, path, encoding: 'utf-8', ...(await write(path, data)) });
  };
  for (const [name, schema] of [
    ['article', DataArticle],
    ['citation', DataCitation],
    ['name', DataName],
  ] as const)
    await write(`schema/${name}.json`, `${JSON.stringify(z.toJSONSchema(schema), null, 1)}\n`);
  await add('articles.jsonl', articles.map((record) => `${JSON.stringify(record)}\n`).join(''), {
    name: 'articles',
    title: '全部文章，一行一篇',
    format: 'jsonl',
    mediatype: 'application/jsonl',
    jsonSchema: 'schema/article.json',
  });
  await add('articles.csv', writeTable(ARTICLE_COLUMNS, articles), {
    name: 'articles-table',
    title: '全部文章，一篇一行的表',
    format: 'csv',
    mediatype: 'text/csv',
    schema: { fields: ARTICLE_COLUMNS.map(({ name, type, description }) => ({ name, type, description })) },
  });
  await add('citations.csl.json', `${JSON.stringify(citations, null, 1)}\n`, {
    name: 'citations',
    title: '全部引用，CSL-JSON',
    format: 'json',
    mediatype: 'application/vnd.citationstyles.csl+json',
    jsonSchema: 'schema/citation.json',
  });
  await add('names.json', `${JSON.stringify(nameRecords, null, 1)}\n`, {
    name: 'names',
    title: '人物、地点、机构',
    format: 'json',
    mediatype: 'application/json',
    jsonSchema: 'schema/name.json',
  });
  // Last: it lists what stands above, and the single files with it.
  await add(
    'checksums.txt',
    `${[...checksums].sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`,
    {
      name: 'checksums',
      title: '每个文件的 SHA-256，可用 sha256sum -c 核对；包括 articles/ 和 scans/ 里的每一个',
      format: 'txt',
      mediatype: 'text/plain',
    },
  );
  await write(
    'datapackage.json',
    `${JSON.stringify(
      {
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        name: 'fengtai-archive',
        title: content.settings.name,
        description: content.settings.description,
        homepage: urlOf('data/'),
        rights: RIGHTS,
        counts: { articles: articles.length, scans: scans.length, issues: content.issues.length },
        resources,
      },
      null,
      1,
    )}\n`,
  );
  say(`  ${articles.length} 篇，${scans.length} 份扫描文本，${names.length} 个名字`);
};
