import { expect, test } from 'vitest';
import { watchProgress } from '../../scripts/watch-progress.ts';

/** A piece of work of which each step takes so many milliseconds of a made-up clock. */
function work(steps: number, milliseconds: number): string[] {
  const said: string[] = [];
  let clock = 0;
  const progress = watchProgress(
    (line) => said.push(line.trim()),
    '篇',
    steps,
    () => clock,
  );
  for (let step = 0; step < steps; step++) {
    clock += milliseconds;
    progress.step();
  }
  return said;
}

test('work of two seconds at most says nothing: an editor sees no lines that are gone at once', () => {
  expect(work(100, 19)).toEqual([]);
});

test('longer work says how far it is, how fast, and how long it will still take, every two seconds', () => {
  const said = work(10_000, 1);
  expect(said).toHaveLength(4);
  expect(said[0]).toBe('2000 / 10000 篇，每秒 1000 篇，约剩 8 秒');
  expect(said[3]).toBe('8000 / 10000 篇，每秒 1000 篇，约剩 2 秒');
});

test('hours and minutes are told as such, and slow work with a fraction', () => {
  expect(work(2_000, 4_000)[0]).toBe('1 / 2000 篇，每秒 0.3 篇，约剩 2 小时 13 分');
});

test('places may be passed over: what was taken from the last build counts as done', () => {
  const said: string[] = [];
  let clock = 0;
  const progress = watchProgress(
    (line) => said.push(line.trim()),
    '页',
    400,
    () => clock,
  );
  clock = 4_000;
  progress.reach(200);
  expect(said).toEqual(['200 / 400 页，每秒 50 页，约剩 4 秒']);
});
