import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { findForbidden } from '../../../src/loader/find-forbidden.ts';
import { checkPageBody } from '../../../src/loader/guard-page.ts';
import { defineFuzz, hostileText } from '../fuzz-property.ts';

const PLACE = { file: 'content/pages/about.mdx', linesBefore: 5 };
const HERE = 'https://a.example/base/about/';

/** Read as the compiler reads it, with the plugin that the loader leaves out. */
const compiler = unified().use(remarkParse).use(remarkMdx).use(remarkCjkFriendly);

const address = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'javascript:',
          'JaVa',
          'script:',
          'data:',
          'vbscript:',
          'file:',
          'blob:',
          'mailto:',
          'https:',
          'http:',
        ],
        ...[
          '/',
          '//',
          '\\',
          '..',
          '.',
          '#',
          '?',
          'a.b',
          'evil.example',
          '\t',
          '\n',
          '&#106;',
          '&colon;',
          '%00',
          '@',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const piece = fc.oneof(
  hostileText,
  address.map((to) => `[甲](${to})`),
  address.map((to) => `[甲](<${to}>)`),
  address.map((to) => `![图](${to})`),
  address.map((to) => `[甲][b]\n\n[b]: ${to}`),
  address.map((to) => `<a href="${to}">甲</a>`),
  address.map((to) => `<img src="${to}" alt="图" />`),
  fc.constantFrom(
    ...[
      '<td onclick="x()">甲</td>',
      '<p {...a}>甲</p>',
      '<p title={a}>甲</p>',
      '<p.b />',
      '<p:b />',
      '<td>甲</td>',
    ],
    ...[
      '{/* 注 */}',
      '{/* 注 */ a}',
      '{a}',
      'import a from "b"',
      'export const a = 1',
      '<></>',
      '<details>甲</details>',
    ],
  ),
);

/** Topic, about and handbook pages: what gets past the guard is compiled to a program. */
export const fuzz = defineFuzz({
  name: 'a page that the guard lets past holds no program, and no address that is one or leads elsewhere unseen',
  property: fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
    const text = pieces.join('\n\n');
    const problems = checkPageBody(text, PLACE);
    const last = PLACE.linesBefore + text.split(/\r\n|\r|\n/u).length;
    for (const { line, found } of problems) {
      assert.ok(line > PLACE.linesBefore && line <= last, `line ${line} of ${last}`);
      assert.notEqual(found, '');
    }
    if (problems.length === 0) visit(compiler.parse(text) as Root, checkNode);
  }),
});

function checkNode(node: Root | Root['children'][number]): void {
  assert.ok(node.type !== 'mdxjsEsm' && node.type !== 'html', node.type);
  const { value, url } = node as { value?: unknown; url?: unknown };
  if (node.type.endsWith('Expression'))
    assert.equal(
      String(value)
        .replace(/\/\*[\s\S]*?\*\//gu, '')
        .trim(),
      '',
    );
  else if (typeof value === 'string' && node.type === 'text') assert.deepEqual(findForbidden(value), []);
  if (typeof url === 'string') checkAddress(url);
  if (!node.type.startsWith('mdxJsx')) return;
  const { name, attributes } = node as MdxJsxFlowElement;
  assert.match(name ?? '', /^[a-z]+$/u);
  for (const attribute of attributes) {
    assert.equal(attribute.type, 'mdxJsxAttribute');
    const { name: key, value: given } = attribute as MdxJsxAttribute;
    assert.ok(typeof given === 'string' || given === null || given === undefined, `${key} is a program`);
    assert.doesNotMatch(key, /^on|style|:/iu);
    if (key === 'href' || key === 'src') checkAddress(given ?? '');
  }
}

/** What a browser makes of an address: another host is one that can be read in it. */
function checkAddress(address: string): void {
  const to = URL.parse(address, HERE);
  if (!to) return;
  assert.ok(/^(?:https?|mailto):$/u.test(to.protocol), address);
  if (to.protocol !== 'mailto:' && to.host !== 'a.example')
    assert.match(address, /^https?:\/\//iu, `${address} leads to ${to.host}`);
}
