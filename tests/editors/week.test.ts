import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeRandom } from '../../scripts/bench/make-random.ts';
import { mergeArticles } from '../../scripts/desk/merge-articles.ts';
import { moveHeadline } from '../../scripts/desk/move-headline.ts';
import { atDesk } from '../../scripts/desk/open-desk.ts';
import { splitArticle } from '../../scripts/desk/split-article.ts';
import { type IngestRequest, runIngest } from '../../scripts/ingest/run-ingest.ts';
import { cleanScan } from '../../scripts/pipeline/index.ts';
import { finishJournal } from '../../scripts/write-tree.ts';
import { parseArticle } from '../../src/loader/parse-article.ts';
import { readContent } from '../../src/loader/read-content.ts';
import type { CleanedScan } from '../../src/model.ts';
import { fixture, makeArchive, openArchive, REPOSITORY, type TestArchive } from './make-archive.ts';

const TODAY = '2026-11-21';
const SCAN = fixture('scans/003.txt');
const isArticle = (file: string) => /^content\/articles\/.*\.mdx$/u.test(file);

/** A cleaner that has learned: in every block one word for another. */
const learned =
  (from: string, to: string): NonNullable<IngestRequest['clean']> =>
  (bytes, options) => {
    const cleaned: CleanedScan = cleanScan(bytes, options);
    return {
      ...cleaned,
      articles: cleaned.articles.map((article) => ({
        ...article,
        blocks: article.blocks.map((block) => ({ ...block, text: block.text.replaceAll(from, to) })),
      })),
    };
  };

function ingest(
  archive: TestArchive,
  request: Partial<IngestRequest> = {},
  text: string | Uint8Array = SCAN,
) {
  archive.write('.cache/page.txt', text);
  return runIngest(archive.root, {
    files: ['.cache/page.txt'],
    from: [archive.root],
    today: TODAY,
    ...request,
  });
}

/** A second editor's clone. */
function clone(archive: TestArchive, ...options: string[]): TestArchive {
  const root = mkdtempSync(join(tmpdir(), 'clone-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  archive.git('clone', '-q', ...options, `file://${archive.root}`, root);
  return openArchive(root);
}

/** Every edit is there once; every file is whole; no text stands twice. */
async function expectAll(archive: TestArchive, edits: readonly string[]): Promise<void> {
  finishJournal(archive.root);
  const files = Object.entries(archive.tree()).filter(([file]) => isArticle(file));
  for (const [file, text] of files) expect(parseArticle(text, file).problems).toEqual([]);
  const all = files.map(([, text]) => text).join('\n');
  for (const edit of edits) expect(all.split(edit).length - 1, edit).toBe(1);
  const { articles } = await readContent(archive.root);
  const paragraphs = articles
    .flatMap(({ blocks }) => blocks.map(({ text }) => text))
    .filter((text) => text.length > 30);
  expect(new Set(paragraphs).size).toBe(paragraphs.length);
}

test('an editors’ week: no edit lost, no file half-written, nothing twice', {
  timeout: 120_000,
}, async () => {
  // Monday: a page comes in.
  const archive = makeArchive();
  await ingest(archive);
  archive.commit('14 April');
  const { articles } = await readContent(archive.root);
  const at = (index: number) => articles[index]!;
  const edits: string[] = [];
  const correct = (where: TestArchive, file: string, from: string, to: string) => {
    const text = where.read(file);
    expect(text.split(from).length, `${from} in ${file}`).toBe(2);
    where.write(file, text.replace(from, to));
    edits.push(to);
  };

  // Tuesday: two editors, each in a clone; git puts their work together.
  const [a, b] = [clone(archive), clone(archive)];
  const first = articles.find(({ blocks }) =>
    blocks.some(({ text }) => text.includes('传达近期国家和北京市')),
  )!;
  correct(a, first.file, '传达近期国家和北京市', '传达最近国家和北京市');
  a.commit('a word');
  const long = articles.find(
    (article) => article !== first && article.blocks.filter(({ kind }) => kind === 'paragraph').length >= 3,
  )!;
  const cut = long.blocks.filter(({ kind }) => kind === 'paragraph')[1]!.text.slice(0, 12);
  await atDesk(b.root, (desk) => splitArticle(desk, long.name, { before: cut }, '编者分出的一篇'));
  edits.push('headline: "编者分出的一篇"');
  correct(b, first.file, '区领导蒋达峰、周新春参加会议。', '区领导蒋达峰与周新春参加会议。');
  b.commit('cut in two');
  archive.git('pull', '-q', '--no-rebase', a.root, 'main');
  archive.git('pull', '-q', '--no-rebase', '--no-edit', b.root, 'main');
  await expectAll(archive, edits);

  // Wednesday: two made one, a headline moved, a false article deleted.
  const now = (await readContent(archive.root)).articles;
  const rest = now.filter(
    ({ name, headline }) => name !== first.name && name !== long.name && headline !== '编者分出的一篇',
  );
  await atDesk(archive.root, (desk) => mergeArticles(desk, [rest[0]!.name, rest[1]!.name], TODAY));
  const printed = rest.slice(2).find(({ headlineSource }) => headlineSource === 'printed');
  if (printed) {
    await atDesk(archive.root, (desk) => moveHeadline(desk, printed.name, rest[0]!.name));
    edits.push(`headline: ${JSON.stringify(printed.headline)}`);
  }
  const doomed = rest.at(-1)!;
  rmSync(join(archive.root, doomed.file));
  archive.commit('one of two, one less');
  const names = () => Object.keys(archive.tree()).filter(isArticle);
  const shape = names();

  // Thursday: the cleaner has learned.
  const clean = learned('支援合作', '支援协作');
  await ingest(archive, { clean });
  await expectAll(archive, edits);
  expect(names()).toEqual(shape);
  expect(archive.read(first.file)).toContain('传达最近国家和北京市');
  expect(archive.read(first.file)).toContain('支援协作工作联席会议，传达');
  archive.commit('better cleaner');
  expect((await ingest(archive, { clean })).changes.size).toBe(0);

  // Friday: a better scan, with two lines more at its head, so that every number moves.
  const better = `\n\n${new TextDecoder().decode(SCAN)}`;
  await ingest(archive, { clean, replace: true }, better);
  await expectAll(archive, edits);
  expect(names()).toHaveLength(shape.length);
  archive.commit('better scan');

  // Saturday: a shallow clone has no history; what the machine wrote before lies beside the articles.
  const shallow = clone(archive, '--depth', '1');
  const touched = Object.entries(shallow.tree()).filter(
    ([file, text]) => isArticle(file) && edits.some((edit) => text.includes(edit)),
  );
  const again = await ingest(shallow, { clean: learned('支援合作', '支援帮扶') }, better);
  await expectAll(shallow, edits);
  const kinds = again.pages[0]!.outcomes.map(({ kind }) => kind);
  expect(kinds).toContain('merged');
  expect(kinds).not.toContain('baseMissing');
  const corrected = Object.entries(shallow.tree()).find(([, text]) => text.includes('传达最近国家和北京市'))!;
  expect(corrected[1]).toContain('支援帮扶工作联席会议，传达');
  for (const [file, text] of touched)
    if (existsSync(join(shallow.root, file)))
      expect(shallow.read(file)).toContain(edits.find((edit) => text.includes(edit)));
  expect(articles.length).toBeGreaterThan(4);
  expect(at(0)).toBeDefined();
});

test('killed at twenty random moments, a run leaves the tree as it was or, at the next command, complete', {
  timeout: 180_000,
}, async () => {
  const reference = makeArchive();
  await ingest(reference);
  const complete = reference.tree();
  const archive = makeArchive();
  archive.write('.cache/page.txt', SCAN);
  const before = archive.tree();
  const random = makeRandom(20);
  const run = (killAfter: number | undefined) =>
    new Promise<number>((resolve) => {
      const start = performance.now();
      const child = spawn(process.execPath, [join(REPOSITORY, 'scripts/ingest.ts'), '.cache/page.txt'], {
        cwd: archive.root,
        stdio: 'ignore',
      });
      // Half of the runs are killed while they write: that is when the lock of the desk is held.
      const poll = setInterval(() => {
        if (killAfter === undefined || !existsSync(join(archive.root, '.cache/desk/build.lock'))) return;
        clearInterval(poll);
        setTimeout(() => child.kill('SIGKILL'), killAfter);
      }, 2);
      child.on('exit', () => {
        clearInterval(poll);
        resolve(performance.now() - start);
      });
    });
  const outcomes = new Set<string>();
  for (let turn = 0; turn < 20; turn++) {
    await run(random() * (turn % 2 === 0 ? 600 : 60));
    finishJournal(archive.root);
    const after = archive.tree();
    const whole = Object.keys(after).length > Object.keys(before).length;
    outcomes.add(whole ? 'complete' : 'as it was');
    expect(after).toEqual(whole ? complete : before);
    if (whole) archive.git('clean', '-q', '-fd', 'content');
  }
  await run(undefined);
  expect(archive.tree()).toEqual(complete);
});
