import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../scripts/read-arguments.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options = { date: { type: 'string' }, replace: { type: 'boolean' } } as const;

describe('who mistypes an option is told in Chinese what there is, and sees no stack', () => {
  test.each([
    [['--dat', '2023-04-14'], '参数：没有 --dat 这个选项；选项有：--date …、--replace。'],
    [['--date'], '参数：--date 后面缺少内容，或不该有内容；选项有：--date …、--replace。'],
    [['--replace=ja'], '参数：--replace 后面缺少内容，或不该有内容；选项有：--date …、--replace。'],
    [['全部'], '参数：不认得“全部”；选项有：--date …、--replace。'],
  ])('%s', (args, said) => {
    expect(() => readArguments({ args, options })).toThrow(said);
  });

  test('a command without options says so', () => {
    expect(() => readArguments({ args: ['--all'] })).toThrow('参数：没有 --all 这个选项；这条命令没有选项。');
  });

  test('what is right is read', () => {
    const { values, positionals } = readArguments({
      args: ['a.txt', '--date', '2023-04-14'],
      options,
      allowPositionals: true,
    });
    expect(values).toEqual({ date: '2023-04-14' });
    expect(positionals).toEqual(['a.txt']);
  });

  test('every command of package.json that takes arguments reads them so', () => {
    const commands = readdirSync(new URL('../../scripts', import.meta.url)).filter((file) =>
      /\.ts$/u.test(file),
    );
    const own = commands.filter(
      (file) =>
        file !== 'read-arguments.ts' &&
        /\bparseArgs\b/u.test(readFileSync(new URL(`../../scripts/${file}`, import.meta.url), 'utf8')),
    );
    expect(own).toEqual([]);
  });

  test('a command that is mistyped ends with 1 and changes nothing', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/move.ts', '--to', 'x'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('参数：没有 --to 这个选项；选项有：--evidence …。\n');
    expect([status, stdout]).toEqual([1, '']);
  });
});
