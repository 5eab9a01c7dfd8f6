import assert from 'node:assert/strict';
import fc from 'fast-check';
import { z } from 'zod';
import { listNames } from '../../../src/archive/names/name-entries.ts';
import { parseYaml } from '../../../src/loader/parse-yaml.ts';
import { NameEntry } from '../../../src/model.ts';
import { defineFuzz, hostileLine } from '../fuzz-property.ts';

const headword = fc.oneof(
  hostileLine,
  fc
    .array(
      fc.constantFrom('.', '..', '/', '\\', '%2e', ' ', '王', '少峰', '-', ':', '<', '"', 'EVE', 'eve'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== ''),
);

/** Names: from the file to the address of a page. */
export const fuzz = defineFuzz({
  name: 'a name that is written to its file is read back, and has a page inside names/ that no other has',
  cases: [[['..']], [['/']], [['.htaccess', '..', 'EVE', 'eve']]],
  property: fc.property(fc.array(headword, { minLength: 1, maxLength: 6 }), (headwords) => {
    const file = headwords.map((word) => `- headword: ${JSON.stringify(word)}\n`).join('');
    const { value, problems } = parseYaml(file, z.array(NameEntry), { file: 'content/names/people.yaml' });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      value!.map((entry) => entry.headword),
      headwords,
    );
    const names = listNames({ person: value!, place: [], organisation: [] });
    assert.equal(new Set(names.map(({ slug }) => slug.toLowerCase())).size, names.length);
    for (const { slug } of names) {
      const { pathname } = new URL(`https://a.example/names/${encodeURIComponent(slug)}/`);
      assert.ok(/^\/names\/[^/]+\/$/u.test(pathname), pathname);
      assert.ok(Buffer.byteLength(slug) < 255 && !slug.startsWith('.'), slug);
    }
  }),
});
