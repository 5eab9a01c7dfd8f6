import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from './describe-failure.ts';

/**
 * Keeps two commands from writing at once: two builds into the same cache, two that change articles through the same
 * journal. A lock whose process has died (a power cut, Ctrl-C) is taken over.
 *
 * @param folder of the cache or the journal; it is made where it is missing
 * @returns what gives the lock back
 * @throws {Refusal} when another command holds it
 */
export async function holdLock(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  const file = join(folder, 'build.lock');
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        // On a full disk there is room for a name, not for what stands in it.
        await rm(file, { force: true });
        throw error;
      }
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new Refusal(`另一个命令正在写入这里（进程 ${holder}）。等它结束；若它已不在，删去 ${file}。`);
    }
    await rm(file, { force: true });
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    // On a disk that is read-only Node says ENOENT of several folders at once; of one it says what is the matter.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    let missing = folder;
    while (!existsSync(dirname(missing))) missing = dirname(missing);
    await mkdir(missing);
    await mkdir(folder, { recursive: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
