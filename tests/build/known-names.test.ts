import { expect, test } from 'vitest';
import { KnownNames } from '../../scripts/build/check-published/known-names.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const same = (name: string): string => name;
const page = (html: string): Buffer => Buffer.from(html, 'latin1');

test('a name is read as far as it goes, and is the same however often it is read', () => {
  const names = new KnownNames(LETTERS, `${LETTERS}1-`, same);
  for (const time of ['first', 'second']) {
    expect([time, names.read(page('<h1>'), 1), names.end]).toEqual([time, 'h1', 3]);
    expect([time, names.read(page('<h>'), 1), names.end]).toEqual([time, 'h', 2]);
    expect([time, names.read(page('header-a'), 0), names.end]).toEqual([time, 'header-a', 8]);
    expect([time, names.read(page('<1h>'), 1), names.end]).toEqual([time, undefined, 1]);
    expect([time, names.read(page('<\u00e9>'), 1), names.end]).toEqual([time, undefined, 1]);
  }
});

test('what is learnt of a name is kept', () => {
  const names = new KnownNames('aB', 'aB', (name) => name.toLowerCase());
  expect([names.read(page('aBa='), 0), names.read(page('aBa='), 0), names.end]).toEqual(['aba', 'aba', 3]);
});

test('where there is no room for more names they are read all the same', () => {
  const names = new KnownNames(LETTERS, LETTERS, (name) => name.toUpperCase());
  const all = Array.from({ length: 5000 }, (_, number) =>
    [17576, 676, 26, 1].map((power) => LETTERS[Math.floor(number / power) % 26]).join(''),
  );
  for (const name of [...all, ...all]) {
    expect(names.read(page(`<${name} a`), 1)).toBe(name.toUpperCase());
    expect(names.end).toBe(5);
  }
});
