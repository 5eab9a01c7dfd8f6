import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { foreseeFragment } from '../../scripts/build/search/foresee-fragment.ts';
import { indexShard } from '../../scripts/build/search/index-shard.ts';

/** A folder for an index, and the processes that are started until the test has ended. */
function watch(): { folder: string; started: ChildProcess[] } {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-shard-'));
  const started: ChildProcess[] = [];
  const note = (message: unknown) => started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  onTestFinished(() => {
    unsubscribe('child_process', note);
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, started };
}
const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

test('when an index is written, Pagefind’s own process has ended', async () => {
  const { folder, started } = watch();
  async function* pieces() {
    yield '丰台，报\uffff';
  }
  const { records } = await indexShard({ pieces: pieces(), folder });
  expect(Object.values(records).sort()).toEqual(['0b', '0p']);
  expect(existsSync(join(folder, 'index'))).toBe(true);
  expect(started.map(hasEnded)).toEqual([true]);
});

test('it has ended, too, when the texts break off', async () => {
  const { folder, started } = watch();
  async function* pieces() {
    yield '丰台，报\uffff';
    throw new Error('a text that cannot be read');
  }
  await expect(indexShard({ pieces: pieces(), folder })).rejects.toThrow('a text that cannot be read');
  expect(started.map(hasEnded)).toEqual([true]);
});

test('records are told apart whether or not the names of their fragments were foreseen', async () => {
  const index = async (foresee?: typeof foreseeFragment) => {
    const { folder } = watch();
    async function* pieces() {
      yield '丰台，报\uffff';
      yield '北京，城\uffff';
    }
    return indexShard({ pieces: pieces(), folder, ...(foresee && { foresee }) });
  };
  const right = await index();
  expect(Object.values(right.records).sort()).toEqual(['0b', '0p', '1b', '1p']);
  // Another version may name them in another way, and two may begin alike.
  expect(await index(({ url }) => `zxx_${url}`)).toEqual(right);
  expect(await index(() => 'zxx_0000000')).toEqual(right);
});
