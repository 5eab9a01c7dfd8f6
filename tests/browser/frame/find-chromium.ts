import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A Chromium that can be started, and what it has to be told. */
export interface Browser {
  executablePath: string;
  args: string[];
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const ARGS = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

const HELP = [
  '没有找到 Chromium，浏览器测试无法进行。任选一种办法：',
  '  · 安装 Chromium 或 Chrome（Debian、Ubuntu：sudo apt-get install chromium）',
  '  · 已经装在别处：CHROMIUM_PATH=/路径/chromium npm test',
].join('\n');

/**
 * Finds a Chromium: `CHROMIUM_PATH`, the system's, the one of an npm package (fetched with a lock file of its
 * own into `.cache/`), or, as root on Debian, the one of the system's package manager.
 *
 * @param root folder of the repository
 * @throws with one clear message when none of these gives one
 */
export async function findChromium(root: string): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH 读到 ${given}；那里没有文件。`);
    return { executablePath: given, args: ARGS };
  }
  const found = findInstalled();
  if (found) return { executablePath: found, args: ARGS };
  const fetched = await fetchFromNpm(root);
  if (fetched) return fetched;
  if (installFromSystem()) {
    const installed = findInstalled();
    if (installed) return { executablePath: installed, args: ARGS };
  }
  throw new Error(HELP);
}

function findInstalled(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...NAMES.map((name) => `/usr/bin/${name}`), ...PLACES].find((path) => existsSync(path));
}

/** @sparticuz/chromium has a Chromium for Linux inside the package itself. */
async function fetchFromNpm(root: string): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(root, '.cache', 'chromium');
  const source = fileURLToPath(new URL('../chromium/', import.meta.url));
  if (!existsSync(join(folder, 'node_modules'))) {
    process.stderr.write('没有找到 Chromium，正从 npm 取一个（约 65 MB，只取一次）……\n');
    await mkdir(folder, { recursive: true });
    for (const name of ['package.json', 'package-lock.json'])
      await copyFile(join(source, name), join(folder, name));
    const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (npm.status !== 0) return undefined;
  }
  const path = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
  const { default: chromium } = (await import(pathToFileURL(path).href)) as {
    default: { executablePath: () => Promise<string>; args: string[] };
  };
  const executablePath = await chromium.executablePath();
  const works = spawnSync(executablePath, ['--version', '--no-sandbox'], { stdio: 'ignore' }).status === 0;
  return works ? { executablePath, args: [...chromium.args, ...ARGS] } : undefined;
}

function installFromSystem(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stderr.write('正用 apt-get 安装 chromium……\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[], env };
  spawnSync('apt-get', ['update'], options);
  return (
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options)
      .status === 0
  );
}
