import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery, phrasesOf } from '../../../src/search/query.ts';
import { readRequest, writeRequest } from '../../../src/search/request.ts';
import { defineFuzz, hostileText } from '../fuzz-property.ts';

const OPERATORS = [
  '"',
  '＂',
  '|',
  '｜',
  '-',
  '－',
  '标题:',
  '作者：',
  '版:',
  ' ',
  '　',
  '丰台',
  '%',
  '&',
  '#',
  '+',
];
const typed = fc
  .array(fc.oneof(fc.constantFrom(...OPERATORS), hostileText), { maxLength: 10 })
  .map((parts) => parts.join(''));

const squeeze = (text: string) => text.replace(/[\s\u3000]+/gu, '');

/** The query parser, and the address that a search can be sent by. */
export const fuzz = defineFuzz({
  name: 'whatever is typed is a query: no crash, no term that was not typed, and its address gives it back',
  cases: [['－版:'], ['-|'], ['-标题:']],
  property: fc.property(typed, (text) => {
    const query = parseQuery(text);
    for (const { terms } of query) {
      assert.ok(terms.length > 0);
      for (const { phrase } of terms) {
        assert.notEqual(phrase, '');
        assert.ok(text.includes(phrase), `${JSON.stringify(phrase)} was not typed`);
      }
    }
    for (const { field } of phrasesOf(query)) assert.ok(field === 'anywhere' || field === 'headline');
    // Spaces at the edges of what is typed mean nothing.
    assert.deepEqual(parseQuery(` ${text}　`), query);
    // What is not an operator is looked for: no word is dropped in silence.
    const words = squeeze(text.replace(/["＂|｜:：－−-]|标题|標題|作者|记者|記者|版/gu, ' '));
    const kept = squeeze(query.flatMap(({ terms }) => terms.map(({ phrase }) => phrase)).join(''));
    for (const character of new Set(words)) assert.ok(kept.includes(character), `${character} of ${text}`);
    const request = readRequest(new URLSearchParams([['q', text]]));
    const again = readRequest(new URLSearchParams(writeRequest(request).toString()));
    assert.deepEqual(again, request);
  }),
});
