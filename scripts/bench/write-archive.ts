import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { readArticles, readTopics } from '../../src/loader/read-content.ts';
import type { Article, ArticleFrontMatter, BlockKind } from '../../src/model.ts';
import { writeArticle } from '../pipeline/4-mdx/write-article.ts';
import { makeRandom } from './make-random.ts';

const PAGES_AN_ISSUE = 4;
const ARTICLES_A_PAGE = 5;
/** Average length of an article of the five pages, in characters. */
const LENGTH = 835;
/** Characters of a line of type. */
const MEASURE = 26;
const WEEK = 7 * 24 * 3600 * 1000;

/** What made-up articles are cut from: clauses, headlines and people of the archive's own articles. */
interface Stock {
  clauses: string[];
  headlines: string[];
  people: string[];
  topics: string[];
}

/**
 * Writes a `content/` folder of made-up articles with their scans: four pages an issue, five articles a page, an
 * issue a week. Text is cut from the archive's own articles clause by clause, so that characters, words and
 * punctuation come as often as they do; every scan balances with its articles.
 *
 * @param root folder of the repository
 * @param target folder to write `content/` into
 * @param count how many articles
 * @returns names of the articles, `<date>/<id>`
 */
export async function writeArchive(root: string, target: string, count: number, seed = 1): Promise<string[]> {
  const random = makeRandom(seed);
  const stock = await readStock(root);
  const names: string[] = [];
  await copySettings(root, target);
  const issues = Math.ceil(count / (PAGES_AN_ISSUE * ARTICLES_A_PAGE));
  for (let issue = 0; issue < issues; issue += 1) {
    const date = new Date(Date.UTC(2006, 0, 6) + issue * WEEK).toISOString().slice(0, 10);
    const pages = [];
    for (let page = 1; page <= PAGES_AN_ISSUE && names.length < count; page += 1) {
      const number = String(page).padStart(2, '0');
      const made = makePage({
        date,
        page: number,
        articles: Math.min(ARTICLES_A_PAGE, count - names.length),
        stock,
        random,
      });
      await write(join(target, 'content/scans', date, `p${number}.txt`), made.scan);
      for (const { id, text } of made.articles) {
        await write(join(target, 'content/articles', date, `${id}.mdx`), text);
        names.push(`${date}/${id}`);
      }
      pages.push({
        page: number,
        pageSource: 'printed',
        section: '综合',
        furniture: [{ text: made.folio, source: [[1, 0, made.folio.length]] }],
      });
    }
    await write(
      join(target, 'content/issues', `${date}.yaml`),
      stringify(
        { date, dateSource: 'printed', pages },
        { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
      ),
    );
  }
  return names;
}

interface Making {
  date: string;
  page: string;
  articles: number;
  stock: Stock;
  random: () => number;
}

function makePage({ date, page, articles: count, stock, random }: Making) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const [year, month, day] = date.split('-').map(Number);
  const folio = `${page} ${year}年${month}月${day}日 综合`;
  const lines = [folio, ''];
  const articles: { id: string; text: string }[] = [];
  for (let order = 1; order <= count; order += 1) {
    const headline = `${pick(stock.headlines)}${pick(['', '（续）', '综述', '纪实'])}`;
    const first = lines.push(headline);
    lines.push('');
    const bodyLine = lines.length + 1;
    const person = pick(stock.people);
    const blocks: { kind: BlockKind; text: string }[] = [];
    const length = LENGTH * (0.4 + 1.2 * random());
    for (let written = 0; written < length; ) {
      let text = blocks.length === 0 ? `本报讯（记者 ${person}）` : '';
      const clauses = 4 + Math.floor(random() * 10);
      for (let clause = 0; clause < clauses; clause += 1)
        text += `${pick(stock.clauses)}${clause === clauses - 1 || random() < 0.3 ? '。' : '，'}`;
      blocks.push({ kind: 'paragraph', text });
      for (let at = 0; at < text.length; at += MEASURE) lines.push(text.slice(at, at + MEASURE).trim());
      written += text.length;
    }
    const last = lines.length;
    lines.push('');
    const id = `p${page}-${String(bodyLine).padStart(3, '0')}`;
    const front: ArticleFrontMatter = {
      id,
      date,
      page,
      order,
      status: random() < 0.3 ? 'proofread' : 'machine',
      headline,
      headlineSource: 'printed',
      bylines: [{ role: '记者', name: person }],
      topics: random() < 0.25 ? [pick(stock.topics)] : [],
      lines: [[first, last]],
      doubts: [],
      exceptions: [],
    };
    articles.push({ id, text: writeArticle(front, blocks) });
  }
  return { scan: `${lines.join('\n')}\n`, folio, articles };
}

async function readStock(root: string): Promise<Stock> {
  const [{ articles }, { topics }] = await Promise.all([readArticles(root), readTopics(root)]);
  const texts = articles.flatMap(({ blocks }: Article) => blocks.filter(({ kind }) => kind === 'paragraph'));
  // A clause of Chinese characters alone: nothing in it that spaces or line ends could change.
  const clauses = texts
    .flatMap(({ text }) => text.split(/[^\p{Script=Han}、·0-9]+/u))
    .filter(({ length }) => length >= 4);
  return {
    clauses: [...new Set(clauses)],
    headlines: articles.map(({ headline }) => headline.replace(/\s/gu, '')),
    people: [...new Set(articles.flatMap(({ bylines }) => bylines.map(({ name }) => name)))].filter((name) =>
      /^\p{Script=Han}{2,4}$/u.test(name),
    ),
    topics: topics.map(({ slug }) => slug),
  };
}

/** Settings, topics, names and pages as they are, without what they say of single articles. */
async function copySettings(root: string, target: string): Promise<void> {
  await cp(join(root, 'content/archive.yaml'), join(target, 'content/archive.yaml'));
  await cp(join(root, 'content/pages'), join(target, 'content/pages'), { recursive: true });
  for (const { slug } of (await readTopics(root)).topics) {
    const file = `content/topics/${slug}.mdx`;
    const [, front = '', body = ''] =
      /^---\n([\s\S]*?\n)---\n([\s\S]*)$/u.exec(await readFile(join(root, file), 'utf8')) ?? [];
    const document = parseDocument(front);
    document.delete('reasons');
    await write(join(target, file), `---\n${document.toString()}---\n${body}`);
  }
  for (const kind of ['people', 'places', 'organisations']) {
    const file = `content/names/${kind}.yaml`;
    const text = await readFile(join(root, file), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const entries = (parse(text) ?? []) as Record<string, unknown>[];
    const kept = entries.map(({ offices: _, notIn: __, ...entry }) => entry);
    await write(
      join(target, file),
      stringify(kept, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
    );
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}
