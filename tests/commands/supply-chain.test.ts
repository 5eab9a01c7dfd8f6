import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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

  test('the lock names a digest for every package that is installed here, and no place to fetch it from', async () => {
    const { packages } = (await readJson(join(folder, 'package-lock.json'))) as {
      packages: Record<string, LockedPackage>;
    };
    const locked = Object.entries(packages).filter(([path]) => path !== '');
    // Binaries for other systems that no lock could fetch stand without one; `npm ci` refuses what differs.
    expect(
      locked.filter(([, { integrity, optional }]) => !integrity && !optional).map(([path]) => path),
    ).toEqual([]);
    // Without an address npm asks the registry that the machine is set to.
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
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

test('the bill of materials can be made, and names every package that the archive is built with', async () => {
  const { scripts, dependencies } = await readJson('package.json');
  const [command, ...args] = scripts.sbom.split(' ');
  const { stdout } = await promisify(execFile)(command, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const { bomFormat, components } = JSON.parse(stdout) as {
    bomFormat: string;
    components: { name: string; version: string; group?: string }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  for (const [name, version] of Object.entries(dependencies)) expect(listed).toContain(`${name}@${version}`);
});
