import { beforeEach, expect, test, vi } from 'vitest';
import { forgetRecent, keepRecent, readRecent } from '../../src/client/search/recent-searches.ts';

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

test('the newest search comes first, the same one is kept once, eight are kept', () => {
  for (const query of ['协同', '倍增', ' 协同 ']) keepRecent(query);
  expect(readRecent()).toEqual(['协同', '倍增']);
  for (let at = 0; at < 20; at++) keepRecent(`第${at}`);
  expect(readRecent()).toHaveLength(8);
  forgetRecent();
  expect(readRecent()).toEqual([]);
});

test('nothing typed is nothing to remember', () => {
  keepRecent(' \u3000');
  expect(kept.size).toBe(0);
});

test.each(['{"q":"协同"}', '"协同"', '不是 JSON', '[1,null]'])(
  'what another page of the same host left there is no search: %s',
  (value) => {
    kept.set('recent-searches', value);
    expect(readRecent()).toEqual([]);
  },
);

test('a browser that keeps nothing searches without it', () => {
  const shut = () => {
    throw new DOMException('shut off', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: shut, setItem: shut, removeItem: shut });
  keepRecent('协同');
  forgetRecent();
  expect(readRecent()).toEqual([]);
});
