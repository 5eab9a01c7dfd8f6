import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Builds the archive as `npm run build` does.
 *
 * @param folder absolute path of what is published
 * @param base base path with a slash at both ends
 * @throws with all that the build said, when it fails
 */
export function buildSite(folder: string, base: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(root, 'scripts', 'build.ts'), '--out', folder, '--cache', `${folder}.cache`],
      { cwd: root, env: { ...process.env, BASE_PATH: base, SITE_URL: 'https://archive.example' } },
    );
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build under ${base} failed (${code}):\n${said}`));
    });
  });
}
