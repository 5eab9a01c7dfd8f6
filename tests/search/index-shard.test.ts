import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { indexShard } from '../../scripts/build/search/index-shard.ts';

test('when an index is written, Pagefind’s own process has ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-shard-'));
  const started: ChildProcess[] = [];
  const note = (message: unknown) => started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  onTestFinished(() => {
    unsubscribe('child_process', note);
    rmSync(folder, { recursive: true, force: true });
  });
  async function* pieces() {
    yield '丰台，报\uffff';
  }
  const { records } = await indexShard({ pieces: pieces(), folder });
  expect(Object.values(records).sort()).toEqual(['0b', '0p']);
  expect(existsSync(join(folder, 'index'))).toBe(true);
  expect(started).toHaveLength(1);
  expect(started.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).not.toContain(null);
});
