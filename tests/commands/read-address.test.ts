import { expect, test } from 'vitest';
import { readAddress } from '../../scripts/build/read-address.ts';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['fengtai', '/fengtai/'],
  ['/fengtai', '/fengtai/'],
  ['//a/b//', '/a/b/'],
])('BASE_PATH %j is %s', (given, base) => {
  expect(readAddress({ BASE_PATH: given }).base).toBe(base);
});

test.each(['/../', '/a/../b', '/a b/', '/"><script>/', '/a?b', 'javascript:alert(1)', '/a//b/'])(
  'BASE_PATH %j is refused: it would stand in every link',
  (given) => {
    expect(() => readAddress({ BASE_PATH: given })).toThrow('BASE_PATH');
  },
);

test.each(['javascript:alert(1)', 'example.org', 'https://user@example.org', 'https://example.org/?a', ''])(
  'SITE_URL %j is refused',
  (given) => {
    expect(() => readAddress({ SITE_URL: given })).toThrow('SITE_URL');
  },
);

test('SITE_URL is an origin', () => {
  expect(readAddress({ SITE_URL: 'https://example.org/' }).site).toBe('https://example.org');
});
