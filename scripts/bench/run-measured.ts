import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { processorOfChildren, watchTree } from './watch-tree.ts';

/** What a run used: processor and clock in seconds, highest memory of all its processes together in bytes. */
export interface Usage {
  processor: number;
  elapsed: number;
  memory: number;
}

const REPORTER = pathToFileURL(fileURLToPath(new URL('./report-usage.mjs', import.meta.url))).href;

/**
 * Runs a Node program with everything it starts, and measures it. On Linux programs that are not Node's
 * (Pagefind) are counted too; elsewhere each Node process tells of itself.
 *
 * @param cwd working folder
 * @param args of `node`
 * @throws with what it said, when it fails
 */
export async function runMeasured(
  cwd: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Usage> {
  const folder = await mkdtemp(join(tmpdir(), 'fengtai-usage-'));
  const start = performance.now();
  const before = processorOfChildren();
  try {
    let highest: number | undefined;
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd,
        env: { ...process.env, ...env, BENCH_USAGE: folder, NODE_OPTIONS: `--import=${REPORTER}` },
      });
      const stop = watchTree(child.pid!);
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data) => {
          said = `${said}${data}`.slice(-8000);
        });
      child.once('error', reject);
      child.once('close', (code) => {
        highest = stop();
        if (code === 0) resolve();
        else reject(new Error(`node ${args.join(' ')}: ${code}\n${said}`));
      });
    });
    const elapsed = (performance.now() - start) / 1000;
    const after = processorOfChildren();
    const reports = await Promise.all(
      (await readdir(folder)).map(
        async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Usage,
      ),
    );
    const told = reports.reduce((sum, { processor }) => sum + processor, 0);
    return {
      processor: before !== undefined && after !== undefined ? after - before : told,
      memory: Math.max(highest ?? 0, ...reports.map(({ memory }) => memory)),
      elapsed,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
