import { expect, onTestFinished, test, vi } from 'vitest';
import { countLetters } from './letter-counter.ts';

async function count(texts: readonly string[], threads: number): Promise<number[]> {
  const counted: number[] = [];
  for await (const each of countLetters(texts, 100, threads)) counted.push(each);
  return counted;
}

const texts = Array.from(
  { length: 48 },
  (_, index) => `${index % 5 === 0 ? 'slow' : ''}${'字'.repeat(index)}`,
);

test('whatever is made of many pieces does not depend on the number of processors: results come in the order of the pieces', async () => {
  const alone = await count(texts, 1);
  expect(alone[47]).toBe(147);
  expect(alone[45]).toBe(149);
  for (const threads of [2, 3]) expect(await count(texts, threads)).toEqual(alone);
});

test('a piece that cannot be worked on ends the work with its own error, in a thread as without one', async () => {
  const broken = texts.with(40, 'broken');
  for (const threads of [1, 2])
    await expect(count(broken, threads)).rejects.toMatchObject({
      message: 'no letters here',
      code: 'ENOTEXT',
    });
});

test('who takes no more results waits for none: the threads are ended', async () => {
  for await (const each of countLetters(texts, 0, 2)) {
    expect(each).toBe(4);
    break;
  }
});

test('who waits is told how far the work is: a piece counts when what came of it was used', async () => {
  let clock = 0;
  const time = vi.spyOn(performance, 'now').mockImplementation(() => clock);
  onTestFinished(() => time.mockRestore());
  const said: string[] = [];
  for await (const _ of countLetters(['一', '二', '三'], 0, 1, (line) => said.push(line.trim()))) {
    expect(said).toHaveLength(clock / 4000);
    clock += 4000;
  }
  expect(said).toEqual(['1 / 3 篇，每秒 0.3 篇，约剩 8 秒', '2 / 3 篇，每秒 0.3 篇，约剩 4 秒']);
});
