import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml } from '../../../src/loader/parse-yaml.ts';
import { ArchiveSettings, Issue } from '../../../src/model.ts';
import { defineFuzz, hostileText } from '../fuzz-property.ts';

const KEYS = [
  'name: ',
  'newspaper: ',
  'description: ',
  'corrections:\n  email: ',
  'date: ',
  'pages:\n  - page: ',
];
const yaml = fc
  .array(fc.oneof(hostileText, fc.constantFrom(...KEYS), fc.json()), { maxLength: 8 })
  .map((parts) => parts.join('\n'));

/** Settings and issue files. */
export const fuzz = defineFuzz({
  name: 'a broken settings or issue file gives problems with lines, never a crash',
  property: fc.property(yaml, fc.constantFrom(ArchiveSettings, Issue), (text, schema) => {
    const { value, problems } = parseYaml<unknown>(text, schema, { file: 'content/archive.yaml' });
    assert.equal(value === undefined, problems.length > 0);
    for (const { line } of problems)
      assert.ok(line >= 1 && line <= text.split('\n').length + 1, `line ${line}`);
  }),
});
