import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listNew, proposeNames } from '../../scripts/names/propose-names.ts';
import { readArticles, readNames } from '../../src/loader/read-content.ts';
import type { Article, NameKind } from '../../src/model.ts';
import { root } from '../provenance/read-real-pages.ts';

interface Entry {
  forms: string[];
  where?: string;
}

let articles: Article[];
beforeAll(async () => {
  articles = (await readArticles(root)).articles;
});

/** Precision of the proposed forms and recall of the names, page by page, against what was read as truth. */
async function measure(kind: NameKind, list: 'people' | 'places' | 'organisations') {
  const scans: { scan: string; date: string }[] = JSON.parse(
    await readFile(join(root, 'tests/fixtures/scans/scans.json'), 'utf8'),
  );
  const sum = { proposed: 0, right: 0, named: 0, found: 0 };
  for (const { scan, date } of scans) {
    const file = join(root, 'tests/fixtures/names', scan.replace('.txt', '.json'));
    const truth: Entry[] = JSON.parse(await readFile(file, 'utf8'))[list];
    const forms = new Set(truth.flatMap((entry) => entry.forms));
    const proposals = proposeNames(articles.filter((article) => article.date === date));
    const proposed = new Set(proposals.filter((each) => each.kind === kind).map(({ form }) => form));
    const named = truth.filter(({ where }) => where !== 'furniture');
    sum.proposed += proposed.size;
    sum.right += [...proposed].filter((form) => forms.has(form)).length;
    sum.named += named.length;
    sum.found += named.filter((entry) => entry.forms.some((form) => proposed.has(form))).length;
  }
  return { precision: sum.right / sum.proposed, recall: sum.found / sum.named };
}

describe('names proposed on the five pages, before anybody confirmed one', () => {
  test.each([
    ['person', 'people', 0.95, 0.9],
    ['place', 'places', 0.9, 0.8],
    ['organisation', 'organisations', 0.9, 0.8],
  ] as const)('%s', async (kind, list, precision, recall) => {
    const measured = await measure(kind, list);
    expect(measured.precision).toBeGreaterThanOrEqual(precision);
    expect(measured.recall).toBeGreaterThanOrEqual(recall);
  });
});

describe('the rules', () => {
  const article = (text: string): Article =>
    ({
      name: '2020-01-01/p01-001',
      headline: '',
      bylines: [],
      blocks: [{ kind: 'paragraph', text, line: 1 }],
    }) as never;
  const propose = (text: string) => proposeNames([article(text)]).map(({ kind, form }) => `${kind} ${form}`);

  test.each([
    ['an office before the name', '区委书记赵明远主持会议。', ['person 赵明远']],
    ['names after one office', '区领导孙文、周大海参加。', ['person 孙文', 'person 周大海']],
    [
      'a name without a known family name after a high office',
      '旗委书记麒麟，区领导等参加。',
      ['person 麒麟'],
    ],
    ['no name: an office that goes on', '街道党工委书记兼任政治教导员，代表大会胜利召开。', []],
    ['no name: a word that begins like one', '文章指出，方向明确。', []],
    [
      'a province and what lies in it',
      '助力湖北省十堰市张湾区的发展。',
      ['place 十堰市', 'place 湖北省', 'place 张湾区'],
    ],
    ['a place with what is built there', '走进丽泽金融商务区。', ['place 丽泽金融商务区']],
    ['not a place: to do much of something', '坚持大兴调查研究。', []],
    ['an organisation by its ending', '在中国政法大学举行。', ['organisation 中国政法大学']],
    ['not an organisation: a general word', '优质学校和品牌书店越来越多。', []],
  ])('%s', (_, text, expected) => {
    expect(propose(text).sort()).toEqual([...expected].sort());
  });
});

test('what editors have confirmed, or said to be no name, is not proposed again', async () => {
  const { names } = await readNames(root);
  const rest = listNew(proposeNames(articles), names);
  const forms = rest.map(({ form }) => form);
  expect(forms).not.toContain('王少峰');
  expect(forms).not.toContain('丽泽航站楼');
  expect(rest.length).toBeLessThan(10);
});

test('npm run names prints entries that can be pasted', () => {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'scripts/names.ts'), '--all'], {
    encoding: 'utf8',
    cwd: root,
  });
  expect(status).toBe(0);
  expect(stdout).toContain('# content/names/people.yaml（人物）');
  expect(stdout).toContain('- headword: "蒋达峰"');
});
