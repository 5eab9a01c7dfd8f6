import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { mergeArticles } from '../../scripts/desk/merge-articles.ts';
import { moveHeadline } from '../../scripts/desk/move-headline.ts';
import { movePage } from '../../scripts/desk/move-page.ts';
import { atDesk } from '../../scripts/desk/open-desk.ts';
import { splitArticle } from '../../scripts/desk/split-article.ts';
import { type IngestRequest, runIngest } from '../../scripts/ingest/run-ingest.ts';
import { cleanScan } from '../../scripts/pipeline/index.ts';
import { readTopics } from '../../src/loader/read-content.ts';
import type { CleanedScan } from '../../src/model.ts';
import { fixture, makeArchive, REPOSITORY, type TestArchive } from './make-archive.ts';

// An editor's decision outlives every later run of the machine, and what the machine learns still arrives.
vi.setConfig({ testTimeout: 60_000 });

const TODAY = '2026-11-21';
const PLACE = { date: '2023-04-14', page: '02' };
const SCAN = 'content/scans/2023-04-14/p02.txt';
const FOLDER = 'content/articles/2023-04-14';
const at = (id: string) => `${FOLDER}/${id}.mdx`;
const named = (id: string) => `2023-04-14/${id}`;

let cleaned: CleanedScan;
beforeAll(async () => {
  const { topics } = await readTopics(REPOSITORY);
  cleaned = cleanScan(fixture('scans/003.txt'), { scan: SCAN, topics, ...PLACE });
});

let archive: TestArchive;
beforeEach(async () => {
  archive = makeArchive();
  archive.write('.cache/page.txt', fixture('scans/003.txt'));
  await ingest();
  archive.commit('page');
});

type Change = (article: CleanedScan['articles'][number]) => CleanedScan['articles'][number];

/** The machine, with what it has learned since. */
function ingest(change: Change = (article) => article, request: Partial<IngestRequest> = {}) {
  return runIngest(archive.root, {
    files: ['.cache/page.txt'],
    from: [archive.root],
    today: TODAY,
    clean: () => ({ ...cleaned, articles: cleaned.articles.map(change) }),
    ...request,
  });
}

/** One word for another in every block. */
const learned =
  (from: string, to: string): Change =>
  (article) => ({
    ...article,
    blocks: article.blocks.map((block) => ({ ...block, text: block.text.replaceAll(from, to) })),
  });

const articleFiles = () =>
  Object.keys(archive.tree()).filter((file) => file.startsWith(`${FOLDER}/p02-`) && file.endsWith('.mdx'));
const outcomes = (result: Awaited<ReturnType<typeof ingest>>) =>
  Object.fromEntries(
    result.pages[0]!.outcomes.map(({ file, kind }) => [file.slice(FOLDER.length + 1), kind]),
  );

/** A second run of the same machine finds nothing to do. */
async function expectSettled(change?: Change): Promise<void> {
  expect([...(await ingest(change)).changes.keys()]).toEqual([]);
}

test('a report that an editor cut in two stays two, and what the machine learned reaches both', async () => {
  await atDesk(archive.root, (desk) =>
    splitArticle(desk, named('p02-107'), { before: '会议强调' }, '区委常委会强调保密工作'),
  );
  const files = articleFiles();
  expect(files).toContain(at('p02-115'));
  archive.write(at('p02-115'), archive.read(at('p02-115')).replace('会议强调', '会上强调'));
  archive.commit('cut in two, a word');

  const change = learned('区', '區');
  const result = await ingest(change);
  expect(articleFiles()).toEqual(files);
  for (const file of [at('p02-107'), at('p02-115')]) expect(archive.read(file)).toContain('區');
  expect(archive.read(at('p02-115'))).toContain('会上强调');
  expect(archive.read(at('p02-115'))).toContain('headline: "区委常委会强调保密工作"');
  expect(outcomes(result)).toMatchObject({ 'p02-107.mdx': 'merged', 'p02-115.mdx': 'merged' });
  await expectSettled(change);
});

test('a machine that learns to cut where the editor had cut takes the editor’s two for its own', async () => {
  await atDesk(archive.root, (desk) =>
    splitArticle(desk, named('p02-107'), { before: '会议强调' }, '保密工作'),
  );
  archive.commit('cut in two');
  const original = cleaned;
  const at107 = original.articles.findIndex(({ id }) => id === 'p02-107');
  const whole = original.articles[at107]!;
  const cut = whole.blocks.findIndex(({ text }) => text.startsWith('会议强调'));
  const clean =
    (to: string): IngestRequest['clean'] =>
    () => ({
      ...original,
      articles: original.articles.toSpliced(
        at107,
        1,
        { ...whole, blocks: whole.blocks.slice(0, cut) },
        {
          ...whole,
          id: 'p02-115',
          headline: '会议强调',
          headlineSource: 'derived',
          spans: {},
          blocks: whole.blocks
            .slice(cut)
            .map((block) => ({ ...block, text: block.text.replace('会议强调', to) })),
        },
      ),
    });
  await ingest(undefined, { clean: clean('会议强调')! });
  expect(archive.read(at('p02-115'))).toContain('headline: "保密工作"');
  await ingest(undefined, { clean: clean('会上强调')! });
  expect(archive.read(at('p02-115'))).toContain('会上强调');
  expect(archive.read(at('p02-115'))).toContain('headline: "保密工作"');
});

test('reports that an editor made one stay one, and what the machine learned of either reaches it', async () => {
  const [first, second] = ['p02-337', 'p02-363'];
  await atDesk(archive.root, (desk) => mergeArticles(desk, [named(first!), named(second!)], TODAY));
  archive.commit('made one');
  const files = articleFiles();
  expect(files).not.toContain(at(second!));
  const words = cleaned.articles
    .filter(({ id }) => id === first || id === second)
    .map(({ blocks }) => blocks.find(({ text }) => text.length > 30)!.text.slice(8, 14));
  const change: Change = (article) => words.reduce((now, word) => learned(word, `${word}〇`)(now), article);
  const result = await ingest(change);
  expect(articleFiles()).toEqual(files);
  for (const word of words) expect(archive.read(at(first!))).toContain(`${word}〇`);
  expect(outcomes(result)[`${first}.mdx`]).toBe('merged');
  expect(archive.read('content/redirects.yaml')).toContain(named(second!));
  await expectSettled(change);
});

test('a headline that an editor moved stays where it is, and the machine’s other changes arrive', async () => {
  const [a, b] = ['p02-009', 'p02-363'];
  const headlineOf = (id: string) => /^headline: (.*)$/mu.exec(archive.read(at(id)))![1];
  const [ofA, ofB] = [headlineOf(a!), headlineOf(b!)];
  await atDesk(archive.root, (desk) => moveHeadline(desk, named(b!), named(a!)));
  archive.commit('headline moved');
  // The machine weighs its doubts anew at every fit, and claims a line more.
  const change: Change = (article) => {
    const { blocks, doubts } = learned('会议', '大会')(article);
    return {
      ...article,
      blocks: blocks.map((block) => ({
        ...block,
        source: block.source.map(([line, from, to]) => [line + 1, from, to] as const) as never,
      })),
      doubts: [...doubts, { line: 9, message: '新的疑问', code: 'fresh' }],
    };
  };
  await ingest(change);
  expect([headlineOf(a!), headlineOf(b!)]).toEqual([ofB, ofA]);
  expect(archive.read(at(a!))).toContain('大会');
  expect(archive.read(at(a!))).toContain('新的疑问');
  await expectSettled(change);
});

test('a false article that an editor deleted does not come back, whatever the machine learns of it', async () => {
  rmSync(join(archive.root, at('p02-337')));
  archive.commit('no article');
  const change = learned('。', '．');
  const result = await ingest(change);
  expect(articleFiles()).not.toContain(at('p02-337'));
  expect(outcomes(result)['p02-337.mdx']).toBe('deleted');
  await expectSettled(change);
});

test('a doubt that an editor settled does not come back when the machine weighs it anew', async () => {
  const doubt = {
    line: 9,
    message: '标题不知是谁的',
    code: 'headlineShared',
    runnerUp: '另一个',
    closeness: 0.5,
  };
  const weighed =
    (closeness: number): Change =>
    (article) =>
      article.id === 'p02-009' ? { ...article, doubts: [{ ...doubt, closeness }] } : article;
  await ingest(weighed(0.5));
  expect(archive.read(at('p02-009'))).toContain('标题不知是谁的');
  archive.write(at('p02-009'), archive.read(at('p02-009')).replace(/^doubts:\n {2}- .*\n/mu, '# 查过了\n'));
  archive.commit('settled');
  expect(outcomes(await ingest(weighed(0.8)))['p02-009.mdx']).toBe('merged');
  expect(archive.read(at('p02-009'))).not.toContain('标题不知是谁的');
  expect(archive.read(at('p02-009'))).toContain('# 查过了');
});

test('a field that both changed is the editor’s to decide; a note beside a field is no change of it', async () => {
  archive.write(at('p02-009'), archive.read(at('p02-009')).replace(/^(topics: .*)$/mu, '$1\n# 专题待定'));
  archive.write(at('p02-107'), archive.read(at('p02-107')).replace(/^topics: .*$/mu, 'topics: [military]'));
  archive.commit('topics');
  const result = await ingest((article) => ({ ...article, topics: ['doubling'] }));
  expect(archive.read(at('p02-009'))).toContain('topics: [doubling]\n# 专题待定');
  expect(archive.read(at('p02-107'))).toContain('topics: [military]');
  expect(outcomes(result)).toMatchObject({ 'p02-009.mdx': 'merged', 'p02-107.mdx': 'conflict' });
});

test('a clone without history, without git even, merges: what the machine wrote is committed beside the articles', async () => {
  archive.write(at('p02-009'), archive.read(at('p02-009')).replace('近日', '日前'));
  archive.commit('a word');
  rmSync(join(archive.root, '.git'), { recursive: true });
  const change = learned('会议', '大会');
  expect(outcomes(await ingest(change))['p02-009.mdx']).toBe('merged');
  expect(archive.read(at('p02-009'))).toContain('日前');
  expect(archive.read(at('p02-009'))).toContain('大会');
  await expectSettled(change);
});

test('what the machine wrote is not what the record says: the editor’s file stays', async () => {
  const edited = archive.read(at('p02-009')).replace('近日', '日前');
  archive.write(at('p02-009'), edited);
  archive.write('content/.machine/2023-04-14/p02-009.mdx', edited);
  const result = await ingest(learned('会议', '大会'));
  expect(outcomes(result)['p02-009.mdx']).toBe('baseMissing');
  expect(archive.read(at('p02-009'))).toBe(edited);
});

test('after a page has moved to its true day, edits still merge and untouched articles still follow', async () => {
  archive.write(at('p02-009'), archive.read(at('p02-009')).replace('近日', '日前'));
  archive.commit('a word');
  await atDesk(archive.root, (desk) =>
    movePage(desk, '2023-04-14/p02', '2023-04-21/p02', { evidence: '与原报核对。', today: TODAY }),
  );
  expect(
    Object.keys(archive.tree()).filter((file) => file.startsWith('content/.machine/2023-04-14')),
  ).toEqual([]);
  const result = await ingest(learned('会议', '大会'), { date: '2023-04-21', page: '02' });
  const moved = (id: string) => `content/articles/2023-04-21/${id}.mdx`;
  expect(archive.read(moved('p02-009'))).toMatch(/日前[\s\S]*大会/u);
  expect(archive.read(moved('p02-107'))).toContain('大会');
  expect(result.pages[0]!.outcomes.map(({ kind }) => kind)).not.toContain('conflict');
  expect(result.pages[0]!.outcomes.find(({ file }) => file === moved('p02-107'))!.kind).toBe('updated');
});
