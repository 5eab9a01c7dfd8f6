import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { digestScan, knownScans } from '../../src/loader/scan-digests.ts';

const FILE = 'content-of-a-test.txt';
/** More than a tick of the clock by which a file system dates what is written. */
const TICK = 12;
/** As if the file had stood still for long. */
const later = () => Date.now() + 60_000;

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-scans-'));
  onTestFinished(() => {
    knownScans().delete(FILE);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const digestOf = (path: string): string => hash('sha256', readFileSync(path), 'base64url');

test('a scan that stood still is read once', () => {
  const folder = makeFolder();
  writeFileSync(join(folder, FILE), '丰台报');
  const digest = digestScan(folder, FILE, later());
  expect(digest).toBe(digestOf(join(folder, FILE)));
  // What is told the second time is what is known.
  knownScans().set(FILE, { ...knownScans().get(FILE)!, digest: 'as it was known' });
  expect(digestScan(folder, FILE)).toBe('as it was known');
});

test('a scan that was written just now is not taken for known: the next write may show the same times', () => {
  const folder = makeFolder();
  for (let round = 0; round < 50; round += 1) {
    writeFileSync(join(folder, FILE), `第 ${round % 10} 版`);
    expect(digestScan(folder, FILE)).toBe(digestOf(join(folder, FILE)));
    expect(knownScans().has(FILE)).toBe(false);
  }
});

test('other bytes of the same size are seen, also under the old date', async () => {
  const folder = makeFolder();
  const path = join(folder, FILE);
  writeFileSync(path, '甲乙丙');
  utimesSync(path, 1000, 1000);
  const digest = digestScan(folder, FILE, later());
  await wait(TICK);
  writeFileSync(path, '甲乙丁');
  utimesSync(path, 1000, 1000);
  expect(digestScan(folder, FILE)).toBe(digestOf(path));
  expect(digestScan(folder, FILE)).not.toBe(digest);
});

test('after any edits the digest is that of the bytes', async () => {
  const text = fc.constantFrom('甲乙丙', '甲乙丁', '甲乙丙丁', '');
  const edit = fc.oneof(
    fc.record({ kind: fc.constantFrom('write', 'replace', 'write and date back'), text }),
    fc.record({ kind: fc.constant('forget'), text }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const folder = makeFolder();
      const path = join(folder, FILE);
      writeFileSync(path, '甲乙丙');
      utimesSync(path, 1000, 1000);
      for (const { kind, text: next } of edits) {
        expect(digestScan(folder, FILE, later())).toBe(digestOf(path));
        await wait(TICK);
        if (kind === 'forget') knownScans().clear();
        else if (kind === 'replace') {
          writeFileSync(`${path}.new`, next);
          renameSync(`${path}.new`, path);
        } else writeFileSync(path, next);
        if (kind === 'write and date back') utimesSync(path, 1000, 1000);
      }
      expect(digestScan(folder, FILE)).toBe(digestOf(path));
    }),
    { numRuns: 40 },
  );
});
