import assert from 'node:assert/strict';
import fc from 'fast-check';
import { z } from 'zod';
import { parseYaml } from '../../../src/loader/parse-yaml.ts';
import {
  ArchiveSettings,
  Issue,
  NameEntry,
  PageFrontMatter,
  RedirectEntry,
  TopicFrontMatter,
} from '../../../src/model.ts';
import { defineFuzz, hostileText } from '../fuzz-property.ts';

const KEYS = [
  'name: ',
  'newspaper: ',
  'description: ',
  'corrections:\n  email: ',
  'date: ',
  'pages:\n  - page: ',
  '- headword: ',
  '- from: ',
  'title: ',
  'order: ',
];
const yaml = fc
  .array(fc.oneof(hostileText, fc.constantFrom(...KEYS), fc.json()), { maxLength: 8 })
  .map((parts) => parts.join('\n'));

const SCHEMAS: z.ZodType[] = [
  ArchiveSettings,
  Issue,
  z.array(NameEntry),
  z.array(RedirectEntry),
  TopicFrontMatter,
  PageFrontMatter,
];

/** Settings, issues, names, redirects, and what stands at the head of a topic or page. */
export const fuzz = defineFuzz({
  name: 'a broken file of settings, of an issue, of names, redirects or front matter gives problems with lines, never a crash',
  property: fc.property(yaml, fc.constantFrom(...SCHEMAS), (text, schema) => {
    const { value, problems } = parseYaml<unknown>(text, schema, { file: 'content/archive.yaml' });
    assert.equal(value === undefined, problems.length > 0);
    for (const { line } of problems)
      assert.ok(line >= 1 && line <= text.split('\n').length + 1, `line ${line}`);
  }),
});
