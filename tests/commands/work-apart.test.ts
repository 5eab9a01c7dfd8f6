import { expect, test } from 'vitest';
import { workApart } from '../../scripts/work-apart.ts';
import type { addLetters, addLettersAndHang } from './letter-counter.ts';

const module = new URL('./letter-counter.ts', import.meta.url).href;

function add(texts: Iterable<string>, most: number, say: (line: string) => void = () => {}): Promise<number> {
  return workApart<typeof addLetters>({
    module,
    name: 'addLetters',
    options: { most },
    pieces: texts,
    label: '数字数',
    say,
  });
}

test('what would be too much at once goes to a process one by one: the next is made when the last is used', async () => {
  const said: string[] = [];
  function* texts() {
    for (const text of ['一', '二二', '三三三']) {
      said.push(`made ${text}`);
      yield text;
    }
  }
  expect(await add(texts(), 9, (text) => said.push(`used ${text}`))).toBe(6);
  expect(said).toEqual(['made 一', 'used 一', 'made 二二', 'used 二二', 'made 三三三', 'used 三三三']);
});

test('what goes wrong in a process, and what goes wrong while it is supplied, ends the work with its own words', async () => {
  await expect(add(['一', '二二'], 2)).rejects.toThrow('too many letters');
  function* broken() {
    yield '一';
    throw new Error('no more texts');
  }
  await expect(add(broken(), 9)).rejects.toThrow('no more texts');
});

// As Node does now and then: the build then stood still for ever and said nothing.
test('a process that has done its work and does not end is ended, and its work counts', async () => {
  const work = workApart<typeof addLettersAndHang>({
    module,
    name: 'addLettersAndHang',
    options: { most: 9 },
    pieces: ['一', '二二'],
    label: '数字数',
    patience: 200,
  });
  expect(await work).toBe(3);
});
