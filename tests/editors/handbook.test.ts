import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../scripts/check/finding.ts';
import { fixture, makeArchive, REPOSITORY } from './make-archive.ts';

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

/** What stands in the handbook between two lines of ```. */
const examples = [...handbook.matchAll(/^```\n([\s\S]*?)^```$/gmu)].map(([, text]) => text!);
const exampleWith = (words: string) => examples.find((text) => text.includes(words))!;

test('the example of the handbook is what happens today: taken in, cut, headlines moved', {
  timeout: 120_000,
}, () => {
  const archive = makeArchive();
  const run = (command: string) => {
    const [, name, words = ''] = /^npm run (\w+)\s+--\s+(.+)$/u.exec(command)!;
    const script = join(REPOSITORY, 'scripts', `${name}.ts`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words.split(/\s+/u)], {
      cwd: archive.root,
      encoding: 'utf8',
    });
    expect(status, `${command}\n${stderr}`).toBe(0);
    return stdout;
  };
  archive.write('丰台报20250118.txt', fixture('gold-pages/d05.txt'));

  const said = run(exampleWith('--page 04').trim()).split('\n');
  for (const line of exampleWith('先核对这').trimEnd().split('\n')) {
    if (line.trim() === '……') continue;
    expect(said).toContain(line);
  }
  const shown = exampleWith('headlineSource: ');
  const id = /^id: "(.+)"$/mu.exec(shown)![1]!;
  const article = archive.read(`content/articles/2025-01-18/${id}.mdx`).split('\n');
  for (const line of shown.split('\n---\n')[0]!.split('\n')) expect(article).toContain(line);

  for (const command of exampleWith('npm run split').trim().split('\n')) run(command);
});
