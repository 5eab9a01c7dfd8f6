import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readJson = async (file: string) => JSON.parse(await readFile(join(root, file), 'utf8'));

interface LockedPackage {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

describe.each(['.', 'tests/browser/chromium'])('%s', (folder) => {
  test('every dependency has one exact version', async () => {
    const manifest = await readJson(join(folder, 'package.json'));
    const versions = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(String(version)))).toEqual(
      [],
    );
  });

  test('the lock names a digest for every package that is installed here, and no place to fetch it from but the registry', async () => {
    const { packages } = (await readJson(join(folder, 'package-lock.json'))) as {
      packages: Record<string, LockedPackage>;
    };
    const locked = Object.entries(packages).filter(([path]) => path !== '');
    // Binaries for other systems that no lock could fetch stand without one; `npm ci` refuses what differs.
    expect(
      locked.filter(([, { integrity, optional }]) => !integrity && !optional).map(([path]) => path),
    ).toEqual([]);
    expect(
      locked.filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/')),
    ).toEqual([]);
  });
});

test('packages that run a script when they are installed are allowed by name, or do nothing without it', async () => {
  const { packages } = (await readJson('package-lock.json')) as { packages: Record<string, LockedPackage> };
  const { allowScripts } = await readJson('package.json');
  const scripted = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//u, ''));
  // fsevents is macOS alone and comes with its binary.
  expect(scripted.filter((name) => !allowScripts[name] && name !== 'fsevents')).toEqual([]);
});

test('actions of workflows are pinned to a commit', async () => {
  const folder = join(root, '.github/workflows');
  const files = await readdir(folder).catch(() => [] as string[]);
  for (const file of files) {
    const uses = (await readFile(join(folder, file), 'utf8')).matchAll(/uses:\s*(\S+)/gu);
    for (const [, action] of uses) expect(action, file).toMatch(/^(?:\.\/|[^@]+@[0-9a-f]{40}$)/u);
  }
});
