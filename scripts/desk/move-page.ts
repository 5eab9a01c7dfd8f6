import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { parseArticle } from '../../src/loader/parse-article.ts';
import { type Page, UNKNOWN_PAGE } from '../../src/model.ts';
import { Refusal } from '../describe-failure.ts';
import { blobIdOf } from '../ingest/blob-id.ts';
import { isDay } from '../ingest/find-place.ts';
import { putPage } from '../ingest/issue-file.ts';
import { readRecord, recordPath, writeRecord } from '../ingest/machine-record.ts';
import { machineTextPath, readMachineText } from '../ingest/machine-text.ts';
import { moveNames } from '../ingest/move-names.ts';
import { readFolio } from '../pipeline/read-folio.ts';
import { editFrontMatter } from './edit-front-matter.ts';
import { type Desk, type DeskChange, frontOf } from './open-desk.ts';

const PLACE = /^(\d{4}-\d{2}-\d{2})\/p(\d{2})$/u;

/**
 * Files a page under another day or number, when it is learned: scan, articles, record and the issue's entry.
 * Old addresses lead to the new ones.
 *
 * @param desk the desk
 * @param from `<date>/pNN` until now
 * @param to `<date>/pNN` from now on
 * @param why `evidence` how the new place is known; `today` stands beside the redirects
 * @throws {Refusal} when there is no such page, or the new place is taken
 */
export async function movePage(
  desk: Desk,
  from: string,
  to: string,
  why: { evidence: string | undefined; today: string },
): Promise<DeskChange> {
  const [before, after] = [readPlace(from), readPlace(to)];
  const scan = desk.content.scans.find(({ date, page }) => date === before.date && page === before.page);
  const issue = desk.content.issues.find(({ date }) => date === before.date);
  const entry = issue?.pages.find(({ page }) => page === before.page);
  if (!scan || !issue || !entry) throw new Refusal(`${from}：没有这一版。`);
  if (desk.content.scans.some(({ date, page }) => date === after.date && page === after.page))
    throw new Refusal(`${to}：这一版已经有扫描文本了。`);
  const folio = readFolio(entry.furniture.map(({ text }) => text));
  const known = folio.date === after.date && folio.page === after.page;
  if (!known && after.page !== UNKNOWN_PAGE && why.evidence === undefined)
    throw new Refusal(`${to}：报眉没有印这个日期和版次，请用 --evidence "……" 写明依据。`);

  const root = desk.root;
  const read = (file: string) => readFileSync(join(root, file));
  const changes = new Map<string, string | Uint8Array | null>();
  const target = `content/scans/${after.date}/p${after.page}${scan.file.slice(scan.file.lastIndexOf('.'))}`;
  changes.set(target, read(scan.file));
  changes.set(scan.file, null);

  const idNow = (id: string) => `p${after.page}-${id.slice(4)}`;
  const redirects = [];
  for (const article of desk.content.articles) {
    if (article.date !== before.date || article.page !== before.page) continue;
    const { text } = await desk.open(article.name);
    const id = idNow(article.id);
    const front = { ...frontOf(article), id, date: after.date, page: after.page };
    changes.set(article.file, null);
    changes.set(
      `content/articles/${after.date}/${id}.mdx`,
      editFrontMatter(text, front, ['id', 'date', 'page']),
    );
    redirects.push({
      from: article.name,
      to: `${after.date}/${id}`,
      date: why.today,
      reason: `${from} 查明为 ${to}`,
    });
  }
  const record = await readRecord(root, before.date, before.page);
  if (record) {
    const articles: Record<string, string> = {};
    for (const [id, blob] of Object.entries(record.articles)) {
      const place = { date: before.date, id };
      const text = await readMachineText(root, place, blob);
      const { article } = parseArticle(text ?? '', `content/articles/${before.date}/${id}.mdx`);
      changes.set(machineTextPath(before.date, id), null);
      if (text === undefined || !article) {
        articles[idNow(id)] = blob;
        continue;
      }
      // As the machine would have written it for the new place: what nobody touched stays untouched.
      const front = { ...frontOf(article), id: idNow(id), date: after.date, page: after.page };
      const now = editFrontMatter(text, front, ['id', 'date', 'page']);
      articles[idNow(id)] = blobIdOf(now);
      changes.set(machineTextPath(after.date, idNow(id)), now);
    }
    changes.set(recordPath(before.date, before.page), null);
    // What an editor declined is asked once more, should the machine still want it.
    changes.set(recordPath(after.date, after.page), writeRecord({ ...record, articles, declined: {} }));
  }
  moveEntry(desk, { before, after, entry, known, evidence: why.evidence }, changes);
  await moveNames(root, redirects, changes);
  return {
    changes,
    said: [
      `${from} 移到 ${to}：扫描文本、${redirects.length} 篇文章、机器记录和期的文件都改了，旧地址会转到新地址。`,
      `请看 content/issues/${after.date}.yaml 里日期和版次的依据是否写得对。`,
    ],
  };
}

function readPlace(place: string): { date: string; page: string } {
  const match = PLACE.exec(place);
  if (!match || !isDay(match[1]!)) throw new Refusal(`${place}：版要写成 日期/p版次，如 2023-06-16/p00。`);
  return { date: match[1]!, page: match[2]! };
}

/** Takes the page's entry out of the old issue's file and puts it into the new one's. */
function moveEntry(
  desk: Desk,
  move: {
    before: { date: string; page: string };
    after: { date: string; page: string };
    entry: Page;
    known: boolean;
    evidence: string | undefined;
  },
  changes: Map<string, string | Uint8Array | null>,
): void {
  const { before, after, entry, known, evidence } = move;
  const fileOf = (date: string) => `content/issues/${date}.yaml`;
  const readText = (date: string) => {
    try {
      return readFileSync(join(desk.root, fileOf(date)), 'utf8');
    } catch {
      return undefined;
    }
  };
  const oldText = readText(before.date);
  if (oldText !== undefined) {
    const document = parseDocument(oldText);
    const pages = document.get('pages');
    if (isSeq(pages)) {
      pages.items = pages.items.filter((item) => !(isMap(item) && item.get('page') === before.page));
      const gone = pages.items.length === 0 && before.date !== after.date;
      changes.set(
        fileOf(before.date),
        gone ? null : document.toString({ lineWidth: 0, flowCollectionPadding: false }),
      );
    }
  }
  const { evidence: _, ...rest } = entry;
  const page: Page = {
    ...rest,
    page: after.page,
    ...(after.page === UNKNOWN_PAGE
      ? { pageSource: 'unknown' as const, evidence: '版上没有版次，也还没有人推定。' }
      : known
        ? { pageSource: 'printed' as const, evidence: `报眉印有版次“${after.page}”。` }
        : { pageSource: 'inferred' as const, evidence: evidence ?? '' }),
  };
  const newText =
    before.date === after.date
      ? (changes.get(fileOf(after.date)) as string | undefined)
      : readText(after.date);
  const issue = {
    date: after.date,
    ...(known
      ? { dateSource: 'printed' as const, evidence: '报眉印有日期。' }
      : { dateSource: 'inferred' as const, evidence: evidence ?? '由编者推定。' }),
    pages: [page],
  };
  changes.set(fileOf(after.date), putPage(newText, issue, undefined).text);
}
