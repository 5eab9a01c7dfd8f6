import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMdx } from '../../../scripts/pipeline/4-mdx/escape-mdx.ts';
import { parseBody } from '../../../src/loader/parse-body.ts';
import { BlockKind } from '../../../src/model.ts';
import { defineFuzz, hostileLine } from '../fuzz-property.ts';

/** Article → MDX → page text. */
export const fuzz = defineFuzz({
  name: 'a block that is written as MDX is read back as the same text',
  property: fc.property(fc.constantFrom(...BlockKind.options), hostileLine, (kind, text) => {
    const { blocks, problems } = parseBody(escapeMdx(kind, text), { file: 'a.mdx', firstLine: 1 });
    assert.deepEqual(problems, []);
    assert.deepEqual(blocks, [{ kind, text, line: 1 }]);
  }),
});
