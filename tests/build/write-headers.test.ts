import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { BuildContext } from '../../scripts/build/build-step.ts';
import { SECURITY_HEADERS } from '../../scripts/build/security-headers.ts';
import { writeHeaders } from '../../scripts/build/write-headers.ts';
import { makeFolder } from '../commands/make-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('every host is told the same headers, under the base path', async () => {
  const dist = await makeFolder();
  await writeHeaders({ dist, base: '/fengtai/' } as BuildContext);
  const read = (file: string) => readFile(join(dist, file), 'utf8');
  const [headers, htaccess] = [await read('_headers'), await read('.htaccess')];
  const [nginx, caddy] = await Promise.all(
    ['.hosting/nginx.conf', '.hosting/Caddyfile'].map((file) => readFile(join(root, file), 'utf8')),
  );
  expect(headers).toMatch(/^\/fengtai\/\*$/mu);
  expect(htaccess).toContain('ErrorDocument 404 /fengtai/404.html');
  expect(await read('.nojekyll')).toBe('');
  for (const [name, value] of SECURITY_HEADERS) {
    expect(headers).toContain(`  ${name}: ${value}\n`);
    expect(htaccess).toContain(`Header always set ${name} "${value}"`);
    expect(nginx).toContain(`add_header ${name} "${value}" always;`);
    expect(caddy).toContain(`${name} "${value}"`);
  }
});
