import { expect, test } from 'vitest';
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
