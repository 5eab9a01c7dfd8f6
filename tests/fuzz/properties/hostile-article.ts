import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findForbidden } from '../../../src/loader/find-forbidden.ts';
import { parseArticle } from '../../../src/loader/parse-article.ts';
import { articleText, FILE } from '../../loader/sample-article.ts';
import { defineFuzz, hostileText } from '../fuzz-property.ts';

const TAG =
  /<(?!\/?(?:strong|em)>|a href="(?:https?:\/\/|mailto:|\/(?!\/)|#)[^"\s\\]*"(?: title="[^"]*")?>|\/a>)/iu;

/** Whatever stands in a file: an article or problems with places, never a crash, never more than emphasis and links. */
export const fuzz = defineFuzz({
  name: 'a broken or hostile file gives problems with lines, or an article that holds text, emphasis and links alone',
  property: fc.property(hostileText, fc.boolean(), (text, whole) => {
    const source = whole ? text : articleText(text);
    const { article, problems } = parseArticle(source, FILE);
    assert.equal(article === undefined, problems.length > 0);
    const last = source.split('\n').length;
    for (const { line, found, expected } of problems) {
      assert.ok(line >= 1 && line <= last, `line ${line} of ${last}`);
      assert.ok(found !== '' && expected !== '');
    }
    for (const block of article?.blocks ?? []) {
      assert.deepEqual(findForbidden(block.text), []);
      assert.ok(!TAG.test(block.html ?? ''), block.html);
    }
  }),
  cases: [['{/*\r丰台区', false]],
});
