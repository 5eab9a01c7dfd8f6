import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdLock } from '../../scripts/hold-lock.ts';
import { makeFolder } from './make-folder.ts';

test('a second command is refused while the first one runs', async () => {
  const folder = await makeFolder();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await writeFile(join(folder, 'build.lock'), String(other.pid));
  await expect(holdLock(folder)).rejects.toThrow('另一个命令正在写入这里');
  other.kill();
  await once(other, 'exit');
  const release = await holdLock(folder);
  await release();
  expect(await readdir(folder)).toEqual([]);
});

test('a lock that a power cut left behind is taken over', async () => {
  const folder = await makeFolder({ 'build.lock': '' });
  await expect(holdLock(folder)).resolves.toBeTypeOf('function');
});
