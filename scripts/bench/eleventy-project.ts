import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listFiles } from '../../src/loader/list-files.ts';

const PACKAGE = '@11ty/eleventy';
const VERSION = '3.1.7';

const CONFIG = `export default function (config) {
  return { dir: { input: 'articles', includes: '../layouts', output: 'dist' }, markdownTemplateEngine: false };
}
`;
const LAYOUT = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ headline }}</title></head>
<body><h1>{{ headline }}</h1>{{ content | safe }}</body></html>
`;

/**
 * Where Eleventy is: among this repository's packages, or in a temporary folder into which npm puts it when a
 * registry can be reached. It is never a package of ours.
 *
 * @returns its `node_modules` and its program; nothing where it is not and cannot be had
 */
export function findEleventy(root: string): { modules: string; program: string } | undefined {
  const folder = join(tmpdir(), `fengtai-bench-eleventy-${VERSION}`);
  const look = (from: string) => {
    const modules = join(from, 'node_modules');
    const program = join(modules, PACKAGE, 'cmd.cjs');
    return existsSync(program) ? { modules, program } : undefined;
  };
  const known = look(root) ?? look(folder);
  if (known) return known;
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--no-save'];
  spawnSync('npm', [...install, `${PACKAGE}@${VERSION}`], { timeout: 180_000, stdio: 'ignore' });
  return look(folder);
}

/**
 * Makes a bare Eleventy project of the same texts: a page an article with its headline and text.
 *
 * @param modules where Eleventy is
 * @param content folder that holds `content/`
 * @param folder an empty folder
 */
export async function makeEleventyProject(modules: string, content: string, folder: string): Promise<void> {
  await mkdir(join(folder, 'layouts'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(folder, 'eleventy.config.js'), CONFIG);
  await writeFile(join(folder, 'layouts/page.njk'), LAYOUT);
  await symlink(modules, join(folder, 'node_modules'));
  for (const file of await listFiles(content, 'content/articles')) {
    if (!file.endsWith('.mdx')) continue;
    // `page` and `date` are words of Eleventy's own.
    const text = (await readFile(join(content, file), 'utf8')).replace(/^(page|date):/gmu, 'own-$1:');
    const target = join(folder, file.replace('content/', '').replace('.mdx', '.md'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text.replace(/^---\n/u, '---\nlayout: page.njk\n'));
  }
}
