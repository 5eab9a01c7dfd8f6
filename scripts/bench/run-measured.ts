import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a run used: processor and clock in seconds, memory of its largest process in bytes. */
export interface Usage {
  processor: number;
  elapsed: number;
  memory: number;
}

const REPORTER = pathToFileURL(fileURLToPath(new URL('./report-usage.mjs', import.meta.url))).href;

/**
 * Runs a Node program with everything it starts, and measures it.
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
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd,
        env: { ...process.env, ...env, BENCH_USAGE: folder, NODE_OPTIONS: `--import=${REPORTER}` },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data) => {
          said = `${said}${data}`.slice(-8000);
        });
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`node ${args.join(' ')}: ${code}\n${said}`)),
      );
    });
    const elapsed = (performance.now() - start) / 1000;
    const reports = await Promise.all(
      (await readdir(folder)).map(
        async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Usage,
      ),
    );
    return {
      processor: reports.reduce((sum, { processor }) => sum + processor, 0),
      memory: Math.max(0, ...reports.map(({ memory }) => memory)),
      elapsed,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
