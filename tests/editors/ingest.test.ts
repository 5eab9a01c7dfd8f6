import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { blobIdOf } from '../../scripts/ingest/blob-id.ts';
import { type IngestRequest, runIngest } from '../../scripts/ingest/run-ingest.ts';
import { cleanScan } from '../../scripts/pipeline/index.ts';
import { finishJournal } from '../../scripts/write-tree.ts';
import { readContent } from '../../src/loader/read-content.ts';
import type { CleanedScan } from '../../src/model.ts';
import { fixture, makeArchive, type TestArchive } from './make-archive.ts';

// Each test has an archive and a git store of its own: slow disks need time.
vi.setConfig({ testTimeout: 60_000 });

const SCAN = 'content/scans/2023-04-14/p02.txt';
const FIRST = 'content/articles/2023-04-14/p02-009.mdx';

/** A page is cleaned once for all tests; that cleaning works is for the cleaner's own tests. */
const cleanedOnce = new Map<string, CleanedScan>();
const clean: NonNullable<IngestRequest['clean']> = (bytes, options) => {
  const key = `${blobIdOf(bytes)} ${options.scan} ${options.date} ${options.page}`;
  const cleaned = cleanedOnce.get(key) ?? cleanScan(bytes, options);
  cleanedOnce.set(key, cleaned);
  return cleaned;
};
const COUNT = cleanScan(fixture('scans/003.txt'), { scan: SCAN }).articles.length;

/** Takes the page of 14 April 2023 in, whose folio line prints day and page. */
function ingest(archive: TestArchive, request: Partial<IngestRequest> = {}) {
  if (!request.files) archive.write('.cache/page.txt', fixture('scans/003.txt'));
  return runIngest(archive.root, {
    files: ['.cache/page.txt'],
    from: [archive.root],
    today: '2026-11-21',
    clean,
    ...request,
  });
}

/** A cleaner that has learned: in every block one word for another. */
const changedCleaner =
  (from: string, to: string): NonNullable<IngestRequest['clean']> =>
  (bytes, options) => {
    const cleaned = clean(bytes, options);
    return {
      ...cleaned,
      articles: cleaned.articles.map((article) => ({
        ...article,
        blocks: article.blocks.map((block) => ({ ...block, text: block.text.replaceAll(from, to) })),
      })),
    };
  };

test('day and page are read from the folio line; scan, issue and articles are written and the site takes them', async () => {
  const archive = makeArchive();
  const result = await ingest(archive);
  expect(result.pages[0]!.place).toMatchObject({ date: '2023-04-14', page: '02', scan: SCAN });
  expect(Buffer.from(archive.read(SCAN))).toEqual(fixture('scans/003.txt'));
  const content = await readContent(archive.root);
  expect(content.articles).toHaveLength(COUNT);
  expect(content.articles.every((article) => article.status === 'machine')).toBe(true);
  expect(content.issues[0]).toMatchObject({
    date: '2023-04-14',
    dateSource: 'printed',
    pages: [{ page: '02', pageSource: 'printed', section: '综合' }],
  });
});

test('a committed scan alone is a page of the site, marked as the machine’s; one that was taken in and emptied is not', async () => {
  const archive = makeArchive();
  archive.write(SCAN, fixture('scans/003.txt'));
  const unread = await readContent(archive.root);
  expect(unread.articles.map(({ status }) => status)).toEqual(Array(COUNT).fill('machine'));
  expect(unread.issues.map(({ date }) => date)).toEqual(['2023-04-14']);
  expect(archive.tree()).not.toHaveProperty([FIRST]);

  await ingest(archive, { files: [SCAN] });
  expect((await readContent(archive.root)).articles.map(({ name, blocks }) => [name, blocks])).toEqual(
    unread.articles.map(({ name, blocks }) => [name, blocks]),
  );
  for (const file of Object.keys(archive.tree()))
    if (/articles.*\.mdx$/u.test(file)) rmSync(join(archive.root, file));
  expect((await readContent(archive.root)).articles).toEqual([]);
});

test('--dry-run writes nothing', async () => {
  const archive = makeArchive();
  const before = archive.tree();
  const result = await ingest(archive, { dryRun: true });
  expect(result.changes.size).toBe(2 * COUNT + 3);
  expect(archive.tree()).toEqual(before);
});

test('the same page again changes nothing; another text for it needs --replace; the same text as another page is refused', async () => {
  const archive = makeArchive();
  await ingest(archive);
  archive.commit('page');
  const before = archive.tree();
  expect((await ingest(archive)).changes.size).toBe(0);
  await expect(ingest(archive, { date: '2023-04-21' })).rejects.toThrow('已经收入');

  const better = new TextDecoder().decode(fixture('scans/003.txt')).replace('区领导蒋达峰', '区领导蒋達峰');
  archive.write('better.txt', better);
  await expect(ingest(archive, { files: ['better.txt'] })).rejects.toThrow('--replace');
  expect(archive.tree()).toEqual(before);
  await ingest(archive, { files: ['better.txt'], replace: true });
  expect(archive.read(SCAN)).toBe(better);
  expect(archive.read(FIRST)).toContain('蒋達峰');
});

test('a changed cleaner updates what nobody touched and merges with what an editor wrote', async () => {
  const archive = makeArchive();
  await ingest(archive);
  archive.commit('page');
  const untouched = 'content/articles/2023-04-14/p02-107.mdx';
  archive.write(
    FIRST,
    archive
      .read(FIRST)
      .replace('status: machine', 'status: proofread')
      .replace('近日，丰台区召开', '日前，丰台区召开'),
  );
  archive.commit('corrected');

  const result = await ingest(archive, { clean: changedCleaner('会议', '大会') });
  expect(result.pages[0]!.outcomes.find(({ file }) => file === FIRST)!.kind).toBe('merged');
  expect(archive.read(FIRST)).toContain('日前，丰台区召开');
  expect(archive.read(FIRST)).toContain('status: proofread');
  expect(archive.read(FIRST)).toContain('大会强调，要提高政治站位');
  expect(archive.read(untouched)).toContain('大会');
  expect((await ingest(archive, { clean: changedCleaner('会议', '大会') })).changes.size).toBe(0);
});

test('both changed the same words: the editor’s stay, both are reported, once', async () => {
  const archive = makeArchive();
  await ingest(archive);
  archive.commit('page');
  const edited = archive.read(FIRST).replace('会议指出，东西部', '会上指出，东西部');
  archive.write(FIRST, edited);
  const clean = changedCleaner('会议指出', '大会指出');
  const outcome = (await ingest(archive, { clean })).pages[0]!.outcomes.find(({ file }) => file === FIRST)!;
  expect(outcome).toMatchObject({ kind: 'conflict', known: false });
  expect(outcome.conflicts![0]!.edited).toContain('会上指出');
  expect(outcome.conflicts![0]!.proposed).toContain('大会指出');
  expect(archive.read(FIRST)).toBe(edited);
  const again = await ingest(archive, { clean });
  expect(again.changes.size).toBe(0);
  expect(again.pages[0]!.outcomes.find(({ file }) => file === FIRST)).toMatchObject({ known: true });
});

test('what an editor deleted, split or merged by editing files is not undone', async () => {
  const archive = makeArchive();
  await ingest(archive);
  archive.commit('page');
  const files = Object.keys(archive.tree()).filter((path) => /articles.*\.mdx$/u.test(path));
  rmSync(join(archive.root, files[1]!));
  // A report cut in two by hand: the second half under its own name.
  const [head, ...blocks] = archive.read(files[2]!).split('\n\n');
  const half = Math.ceil(blocks.length / 2);
  const second = files[2]!.replace(/\d+\.mdx$/u, '290.mdx');
  archive.write(files[2]!, `${head}\n\n${blocks.slice(0, half).join('\n\n')}\n`);
  archive.write(
    second,
    `${head!.replace(/^id: .*$/mu, 'id: "p02-290"').replace(/^lines: .*$/mu, 'lines: [[290, 335]]')}\n\n${blocks.slice(half).join('\n\n')}`,
  );
  // Two reports made one.
  const tail = archive.read(files[4]!).split('\n\n').slice(1).join('\n\n');
  archive.write(files[3]!, `${archive.read(files[3]!)}\n${tail}`);
  rmSync(join(archive.root, files[4]!));
  archive.commit('cut otherwise');
  const before = archive.tree();
  expect((await ingest(archive)).changes.size).toBe(0);
  await ingest(archive, { clean: changedCleaner('书市', '书集') });
  const after = archive.tree();
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(after[files[2]!]).toBe(before[files[2]!]);
  expect(after[second]).toBe(before[second]);
});

test('stopped at any step, the tree is as it was or, after the next command, complete', async () => {
  const reference = makeArchive();
  const steps: string[] = [];
  await ingest(reference, { onStep: (step) => steps.push(step) });
  const complete = reference.tree();
  expect(steps.length).toBeGreaterThan(15);
  const archive = makeArchive();
  const before = archive.tree();
  for (let stop = 0; stop < steps.length; stop++) {
    let at = 0;
    const crash = () => {
      if (at++ === stop) throw new Error('power cut');
    };
    await expect(ingest(archive, { onStep: crash })).rejects.toThrow('power cut');
    finishJournal(archive.root);
    const after = archive.tree();
    if (Object.keys(after).length === Object.keys(before).length) expect(after).toEqual(before);
    else {
      expect(after).toEqual(complete);
      archive.git('clean', '-q', '-fd', 'content');
    }
  }
});

test('a page that prints neither day nor page: the editor is asked, a script is told what to add', async () => {
  const archive = makeArchive();
  archive.write('letter.txt', fixture('gold-pages/d01.txt'));
  await expect(ingest(archive, { files: ['letter.txt'] })).rejects.toThrow('--date 2023-04-14 --page 02');
  const answers = ['明天', '2024-03-08', '3'];
  const result = await ingest(archive, { files: ['letter.txt'], ask: async () => answers.shift()! });
  expect(result.pages[0]!.place).toMatchObject({ date: '2024-03-08', page: '03' });
});

test('a file that cannot be taken in keeps no other out: the rest comes in, and each is told what it needs', async () => {
  const archive = makeArchive();
  archive.write('in/丰台报.txt', fixture('scans/003.txt'));
  archive.write('in/letter.txt', fixture('gold-pages/d01.txt'));
  archive.write('in/picture.txt', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]));
  archive.write('in/2024-03-08 p03.txt', fixture('gold-pages/d02.txt'));
  archive.write('in/2024-03-08 第3版.txt', fixture('gold-pages/d03.txt'));
  const result = await ingest(archive, { files: ['in'] });
  expect(result.pages.map(({ place }) => place.scan)).toEqual([SCAN]);
  expect(await readContent(archive.root)).toMatchObject({ articles: { length: COUNT } });
  expect(result.refused).toHaveLength(3);
  const refused = result.refused.join('\n');
  expect(refused).toMatch(/letter\.txt.*--date 2023-04-14 --page 02/u);
  expect(refused).toMatch(/picture\.txt/u);
  expect(refused).toMatch(/p03\.txt 和 .*第3版\.txt 都是 2024-03-08 第 03 版/u);
  // Alone they are errors, and nothing is written.
  const before = archive.tree();
  await expect(ingest(archive, { files: ['in/letter.txt', 'in/picture.txt'] })).rejects.toThrow(
    /letter[\s\S]*picture/u,
  );
  expect(archive.tree()).toEqual(before);
});

test('where the editor says another day or page than the folio line prints, the issue says both: no reader is told that nothing was printed', async () => {
  const archive = makeArchive();
  const result = await ingest(archive, { date: '2023-04-21', page: '03' });
  expect(result.warnings.join('\n')).toContain('报眉印的日期是 2023-04-14，按您给的 2023-04-21 收入');
  const issue = (await readContent(archive.root)).issues.find(({ date }) => date === '2023-04-21')!;
  expect(issue).toMatchObject({
    dateSource: 'inferred',
    evidence: '报眉印的日期是 2023-04-14；由编者收入时指定。',
  });
  expect(issue.pages[0]).toMatchObject({
    pageSource: 'inferred',
    evidence: '报眉印的版次是 02；由编者收入时指定。',
  });
});

test('where nothing is printed, the issue says so, and that an editor said the day', async () => {
  const archive = makeArchive();
  archive.write('.cache/page.txt', fixture('gold-pages/d03.txt'));
  await ingest(archive, { files: ['.cache/page.txt'], date: '2024-05-10', page: '02' });
  const [issue] = (await readContent(archive.root)).issues;
  expect(issue).toMatchObject({ evidence: '程序没有从报眉读出日期；由编者收入时指定。' });
  expect(issue!.pages[0]).toMatchObject({ evidence: '程序没有从报眉读出版次；由编者收入时指定。' });
});

test('who says the day alone is not said to have said the page, which the name of the file says', async () => {
  const archive = makeArchive();
  archive.write('.cache/p02.txt', fixture('gold-pages/d03.txt'));
  await ingest(archive, { files: ['.cache/p02.txt'], date: '2024-05-10' });
  const [issue] = (await readContent(archive.root)).issues;
  expect(issue).toMatchObject({ evidence: '程序没有从报眉读出日期；由编者收入时指定。' });
  expect(issue!.pages[0]).toMatchObject({ evidence: '程序没有从报眉读出版次；取自文件名 p02。' });
});
