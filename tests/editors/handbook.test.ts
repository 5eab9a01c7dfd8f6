import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../scripts/check/finding.ts';
import { REPOSITORY } from './make-archive.ts';

const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8');
const handbook = read('content/pages/handbook.mdx');

test('every kind of finding has its place in the handbook, with its name and gravity', () => {
  const labels = { error: '错误', warning: '可疑', note: '提示' };
  for (const [code, { title, severity }] of Object.entries(CODES))
    expect(handbook).toContain(`<dt id="${code}">${code} ${title}（${labels[severity]}）</dt>`);
});

test('every command that the handbook names is there, and every picture', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const [, command] of handbook.matchAll(/npm run ([a-z]+)/gu)) {
    expect(Object.keys(scripts)).toContain(command);
    const file = /scripts\/\S+\.ts/u.exec(scripts[command!]!)![0];
    expect(existsSync(join(REPOSITORY, file)), file).toBe(true);
  }
  for (const [, picture] of handbook.matchAll(/<img src="([^"]+)"/gu))
    expect(existsSync(join(REPOSITORY, 'public/handbook', picture!)), picture).toBe(true);
});
