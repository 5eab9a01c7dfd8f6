import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildStep } from './build-step.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Files of this folder carry a digest of their content in their name: they never change. */
const UNCHANGING = '_astro/*';
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Writes what common static hosts read: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache) and
 * `.nojekyll` (GitHub Pages leaves folders that begin with an underscore away without it). For nginx and Caddy
 * see `.hosting/`.
 */
export const writeHeaders: BuildStep = async ({ dist, base }) => {
  await Promise.all([
    writeFile(join(dist, '_headers'), headersFile(base)),
    writeFile(join(dist, '.htaccess'), htaccess(base)),
    writeFile(join(dist, '.nojekyll'), ''),
  ]);
};

function headersFile(base: string): string {
  const lines = SECURITY_HEADERS.map(([name, value]) => `  ${name}: ${value}`);
  return [`${base}*`, ...lines, `${base}${UNCHANGING}`, `  Cache-Control: ${FOR_EVER}`, ''].join('\n');
}

function htaccess(base: string): string {
  return [
    `ErrorDocument 404 ${base}404.html`,
    'AddDefaultCharset utf-8',
    'AddType application/wasm .wasm',
    'Options -Indexes',
    '<IfModule mod_headers.c>',
    ...SECURITY_HEADERS.map(([name, value]) => `  Header always set ${name} "${value}"`),
    '</IfModule>',
    '',
  ].join('\n');
}
