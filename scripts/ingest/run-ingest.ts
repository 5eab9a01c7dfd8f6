import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { ContentError } from '../../src/loader/content-problem.ts';
import { listScans } from '../../src/loader/list-scans.ts';
import { readTopics } from '../../src/loader/read-content.ts';
import type { CleanedScan } from '../../src/model.ts';
import { Refusal } from '../describe-failure.ts';
import { holdLock } from '../hold-lock.ts';
import { readFolio } from '../pipeline/index.ts';
import { watchProgress } from '../watch-progress.ts';
import { finishJournal, type StepHook, writeTree } from '../write-tree.ts';
import { blobIdOf } from './blob-id.ts';
import { type Clean, cleanScans, type ScanCleaned } from './clean-scans.ts';
import { findPlace, isDay, PlaceUnknown } from './find-place.ts';
import { moveNames } from './move-names.ts';
import { type PagePlan, planPage } from './plan-page.ts';
import type { Redirect } from './redirects-file.ts';

/** What an editor asks for. */
export interface IngestRequest {
  /** Files and folders as given, looked up in the folders `from`. */
  files: readonly string[];
  from: readonly string[];
  date?: string;
  page?: string;
  /** How date and page are known where the page does not print them. */
  evidence?: string;
  replace?: boolean;
  dryRun?: boolean;
  /** Asks a person; absent where nobody is there to answer. */
  ask?: (question: string) => Promise<string>;
  /** Today, `YYYY-MM-DD`: stands beside addresses that move. */
  today: string;
  /** The cleaner; tests give another one. */
  clean?: Clean;
  /** Says one line of progress. */
  say?: (line: string) => void;
  onStep?: StepHook;
}

/** What a run did, or would do. */
export interface IngestResult {
  pages: PagePlan[];
  redirects: Redirect[];
  warnings: string[];
  /** New content by path, `null` where a file goes. */
  changes: Map<string, string | Uint8Array | null>;
  /** Paths among the changes that were not there before. */
  created: Set<string>;
  /** What is said of each file that was not taken in, and what it needs. */
  refused: string[];
  /** Files of an earlier run that had been interrupted, now complete. */
  completed: string[];
}

const SCAN_FILE = /\.(?:txt|pdf|xml)$/iu;

/**
 * Takes page text into the archive: scan, issue, articles, record. Each page whole or not at all; a file that
 * cannot be taken in does not keep the others out.
 *
 * @param root folder of the repository
 * @param request what to take in and how
 * @returns what was done, and what each file needs that was refused
 * @throws {Refusal | ContentError} with what an editor has to do, where no file can be taken in
 */
export async function runIngest(root: string, request: IngestRequest): Promise<IngestResult> {
  const release = await holdLock(join(root, '.cache/desk'));
  try {
    const completed = finishJournal(root);
    const result = await planAll(root, request);
    if (!request.dryRun) writeTree(root, result.changes, request.onStep);
    return { ...result, completed };
  } finally {
    await release();
  }
}

async function planAll(root: string, request: IngestRequest): Promise<Omit<IngestResult, 'completed'>> {
  const { topics, problems } = await readTopics(root);
  if (problems.length > 0) throw new ContentError(problems);
  const files = await expandFiles(request);
  const scansById = await idsOfScans(root);
  const warnings: string[] = [];
  const pages: PagePlan[] = [];
  const changes = new Map<string, string | Uint8Array | null>();
  const refused: { message: string; error: unknown }[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof ContentError)) throw error;
      refused.push({ message: error.message, error });
      return undefined;
    }
  };

  // Each file is cleaned twice: for what it prints of date and page, and then as a page of that date.
  const progress = watchProgress(request.say ?? (() => {}), '份', 2 * files.length);
  let steps = 0;
  const found: FoundScan[] = [];
  const delivered = files.map((path) => ({ path, known: { scan: shownName(root, path) } }));
  for await (const result of cleanScans(delivered, topics, request.clean)) {
    const { path, known } = delivered[steps]!;
    const scan = await attempt(async () => findScan(path, known.scan, cleanedOf(result), request));
    if (scan) found.push(scan);
    progress.reach(++steps);
  }
  const places = [...Map.groupBy(found, (each) => each.scan)].map(([scan, same]) => {
    const { path, date, page } = same[0]!;
    return { path, known: { scan, date, page }, same };
  });
  let place = 0;
  const wanted = places.map(({ path, known }) => ({ path, known }));
  for await (const result of cleanScans(wanted, topics, request.clean)) {
    const { same } = places[place++]!;
    const [first, second] = same as [FoundScan, FoundScan?];
    await attempt(async () => {
      // Which of them it is, only the editor knows.
      if (second)
        throw new Refusal(
          `${same.map(({ shown }) => shown).join(' 和 ')} 都是 ${first.date} 第 ${first.page} 版。请分次收入，或用 --page 改正其一。`,
        );
      const { shown, bytes, date, page, told, scan } = first;
      const twin = scansById.get(blobIdOf(bytes))?.find((known) => known !== scan);
      if (twin !== undefined)
        throw new Refusal(
          `${shown}：这一版已经收入，就是 ${twin}，内容一字不差。若那里的日期或版次错了，用 npm run move 改正。`,
        );
      const cleaned = cleanedOf(result);
      const plan = await planPage(
        root,
        {
          ...{ date, page, told, scan, bytes, cleaned },
          ...(request.evidence && { evidence: request.evidence }),
        },
        changes.get(`content/issues/${date}.yaml`) as string | undefined,
      );
      if (plan.scanState === 'replaced' && !request.replace) {
        throw new Refusal(
          `${shown}：${scan} 已经有了，内容不同。若这是更好的扫描文本，加 --replace 换掉它（旧的留在 git 里，编者改过的文字不会丢）；若是另一版，用 --date、--page 指明。`,
        );
      }
      warnings.push(...first.warnings.map((line) => `${shown}：${line}`));
      pages.push(plan);
      for (const [path, text] of plan.changes) changes.set(path, text);
    });
    progress.reach(files.length + place);
  }
  if (pages.length === 0) {
    if (refused.length === 1) throw refused[0]!.error;
    throw new Refusal(refused.map(({ message }) => message).join('\n'));
  }

  const redirects = pages
    .flatMap((plan) => plan.renamed)
    .map(({ from, to }) => ({ from, to, date: request.today, reason: '重新整理，文章的起始行变了' }));
  await moveNames(root, redirects, changes);
  const created = new Set([...changes.keys()].filter((file) => !existsSync(join(root, file))));
  return { pages, redirects, warnings, changes, created, refused: refused.map(({ message }) => message) };
}

/** A delivered file, and where it belongs. */
interface FoundScan {
  /** Absolute path. */
  path: string;
  /** As it is named to the editor. */
  shown: string;
  bytes: Uint8Array;
  date: string;
  page: string;
  /** What of it the editor said. */
  told: ('date' | 'page')[];
  /** Path from the root under which it is filed. */
  scan: string;
  warnings: string[];
}

async function findScan(
  path: string,
  shown: string,
  { furniture }: CleanedScan,
  request: IngestRequest,
): Promise<FoundScan> {
  const place = await locate(shown, readFolio(furniture.map(({ text }) => text)), request);
  const scan = `content/scans/${place.date}/p${place.page}${extname(path).toLowerCase()}`;
  return { ...place, path, shown, bytes: await readFile(path), scan };
}

/** A delivered file as it is named to the editor: inside the repository from its root, else as it is. */
const shownName = (root: string, file: string): string =>
  relative(root, file).startsWith('..') ? file : relative(root, file).replaceAll('\\', '/');

function cleanedOf(result: ScanCleaned): CleanedScan {
  if ('failure' in result) throw new Refusal(result.failure);
  return result.cleaned;
}

async function locate(file: string, folio: ReturnType<typeof readFolio>, request: IngestRequest) {
  const given = { ...(request.date && { date: request.date }), ...(request.page && { page: request.page }) };
  try {
    return findPlace(file, folio, given);
  } catch (error) {
    if (!(error instanceof PlaceUnknown) || !request.ask) throw error;
    const answers: { date?: string; page?: string } = { ...given };
    for (const field of error.missing) answers[field] = await askFor(field, file, request.ask);
    return findPlace(file, folio, answers);
  }
}

async function askFor(
  field: 'date' | 'page',
  file: string,
  ask: (question: string) => Promise<string>,
): Promise<string> {
  for (let tries = 0; tries < 3; tries++) {
    const answer = (
      await ask(
        field === 'date'
          ? `${file} 是哪一天的报纸？（如 2023-04-14）`
          : `${file} 是第几版？（如 02；不详写 00）`,
      )
    ).trim();
    if (field === 'date' && isDay(answer)) return answer;
    if (field === 'page' && /^\d{1,2}$/u.test(answer)) return answer.padStart(2, '0');
  }
  throw new PlaceUnknown(file, [field]);
}

/** Files as given; of folders, every page text in them. */
async function expandFiles({ files, from }: IngestRequest): Promise<string[]> {
  const found: string[] = [];
  for (const given of files) {
    const path = from.map((folder) => resolve(folder, given)).find((candidate) => existsSync(candidate));
    if (path === undefined) throw new Refusal(`${given}：没有这个文件或文件夹。请检查路径。`);
    const info = await stat(path);
    if (!info.isDirectory()) {
      if (!SCAN_FILE.test(path)) throw new Refusal(`${given}：应为 .txt 文件（或 .pdf、.xml）。`);
      found.push(path);
      continue;
    }
    const inside = (await readdir(path, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && SCAN_FILE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (inside.length === 0) throw new Refusal(`${given}：文件夹里没有 .txt 文件。`);
    found.push(...inside);
  }
  if (found.length === 0)
    throw new Refusal(
      '没有给出文件。用法：npm run ingest -- 文件… [--date 2023-04-14] [--page 02] [--replace] [--dry-run]',
    );
  return [...new Set(found)];
}

async function idsOfScans(root: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const { file } of (await listScans(root)).scans) {
    const id = blobIdOf(await readFile(join(root, file)));
    ids.set(id, [...(ids.get(id) ?? []), file]);
  }
  return ids;
}
