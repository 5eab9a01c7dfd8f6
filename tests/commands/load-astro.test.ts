import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadAstro } from '../../scripts/load-astro.ts';
import { listPaths } from '../../src/loader/list-paths.ts';

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url));
const NAMES = ['ASTRO_TELEMETRY_DISABLED', 'MIMALLOC_ALLOW_THP'];
const before = new Map(NAMES.map((name) => [name, process.env[name]]));

function restore(): void {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

beforeEach(() => {
  for (const name of NAMES) delete process.env[name];
});
afterEach(restore);

test('Astro tells nobody of a build', async () => {
  const { build } = await loadAstro();
  expect(build).toBeTypeOf('function');
  expect(process.env.ASTRO_TELEMETRY_DISABLED).toBe('1');
});

test('what whoever builds has set for the bundler stays', async () => {
  process.env.MIMALLOC_ALLOW_THP = '1';
  await loadAstro();
  expect(process.env.MIMALLOC_ALLOW_THP).toBe('1');
});

test('no other program loads Astro past it', () => {
  const loading = listPaths(scripts).filter((file) =>
    /^import (?!type\b).*from 'astro'|\bimport\('astro'\)(?!>)/mu.test(
      readFileSync(join(scripts, file), 'utf8'),
    ),
  );
  expect(loading).toEqual(['load-astro.ts']);
});
