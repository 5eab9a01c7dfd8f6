import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRandom } from '../../scripts/bench/make-random.ts';
import { type Finding, severityOf } from '../../scripts/check/finding.ts';
import { runCheck } from '../../scripts/check/run-check.ts';
import { readArticles } from '../../src/loader/read-content.ts';
import type { Article } from '../../src/model.ts';
import { readScanText } from '../../src/provenance/scan-text.ts';
import { REPOSITORY } from './make-archive.ts';
import { ERROR_KINDS, type ErrorKind, seedError } from './seed-errors.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'check-'));
  cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PAGES = ['2023-04-14/p02', '2023-06-16/p00', '2025-02-14/p02', '2025-02-28/p00', '2026-03-13/p02'];

test('on the five pages, which editors have read, there is at most one false alarm a page; every character has its place', async () => {
  const { findings, accounts } = await runCheck(root);
  expect(findings.filter((finding) => severityOf(finding) === 'error')).toEqual([]);
  for (const page of PAGES) {
    const [date] = page.split('/');
    const about = findings.filter(
      (finding) =>
        severityOf(finding) === 'warning' &&
        (finding.about === date || finding.about?.startsWith(`${page}-`)),
    );
    expect(about.length, page).toBeLessThanOrEqual(1);
    const { account } = accounts.find(({ scan }) => scan === `content/scans/${page}.txt`)!;
    expect(account.hanAccounted).toBe(account.hanScan);
    expect(account.published + account.corrected + account.furniture + account.removed).toBe(account.scan);
  }
});

test('400 seeded errors: at least 95 of 100 are found, and where they are', {
  timeout: 120_000,
}, async () => {
  const random = makeRandom(7);
  const { articles } = await readArticles(root);
  const scans = new Map<string, readonly string[]>();
  for (const article of articles) {
    const scan = scanOf(article);
    if (!scans.has(scan)) scans.set(scan, (await readScanText(root, scan)).lines);
  }
  const texts = new Map(articles.map(({ file }) => [file, readText(file)]));
  const before = new Set((await runCheck(root)).findings.map(keyOf));
  const found = Object.fromEntries(ERROR_KINDS.map((kind) => [kind, { seeded: 0, found: 0 }]));
  const missed: string[] = [];
  let seeded = 0;
  for (let round = 0; seeded < 400; round++) {
    const changed: { article: Article; kind: ErrorKind; text: string }[] = [];
    articles.forEach((article, index) => {
      if (seeded + changed.length === 400) return;
      const kind = ERROR_KINDS[(round + index) % ERROR_KINDS.length]!;
      const text = seedError(kind, texts.get(article.file)!, article, scans.get(scanOf(article))!, random);
      if (text !== undefined) changed.push({ article, kind, text });
    });
    for (const { article, text } of changed) writeFileSync(join(root, article.file), text);
    const findings = (await runCheck(root)).findings.filter((finding) => !before.has(keyOf(finding)));
    for (const { article, kind, text } of changed) {
      found[kind]!.seeded++;
      if (findings.some((finding) => points(finding, article))) found[kind]!.found++;
      else missed.push(`${kind} ${article.file}: ${firstDifference(texts.get(article.file)!, text)}`);
      writeFileSync(join(root, article.file), texts.get(article.file)!);
    }
    seeded += changed.length;
  }
  const total = Object.values(found).reduce((sum, { found: count }) => sum + count, 0);
  console.info(`seeded errors found: ${total} of ${seeded} ${JSON.stringify(found)}`);
  expect(total / seeded, `${JSON.stringify(found)}\n${missed.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  for (const kind of ERROR_KINDS) expect(found[kind]!.seeded, kind).toBeGreaterThanOrEqual(40);
});

const scanOf = ({ date, page }: Article) => `content/scans/${date}/p${page}.txt`;
const keyOf = ({ code, file, found }: Finding) => `${code} ${file} ${found}`;

/** Does a finding lead the editor to this article? */
function points(finding: Finding, article: Article): boolean {
  if (finding.file === article.file || finding.about === article.name) return true;
  const { scanLine } = finding;
  return (
    finding.file === scanOf(article) &&
    scanLine !== undefined &&
    article.lines.some(([from, to]) => scanLine >= from && scanLine <= to)
  );
}

function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  return `${a.slice(at - 8, at + 12)} → ${b.slice(at - 8, at + 12)}`.replaceAll('\n', '⏎');
}
