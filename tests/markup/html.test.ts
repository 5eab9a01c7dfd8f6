import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { html, raw } from '../../src/markup/html.ts';

/** Text of the first element and its attributes, as a browser reads them. */
function read(markup: string) {
  const element = parseDocument(markup, { decodeEntities: true }).children[0] as unknown as {
    attribs: Record<string, string>;
    children: { data: string }[];
  };
  return { attributes: element.attribs, text: element.children.map(({ data }) => data).join('') };
}

test('whatever a scan or an editor writes is read back as it is, in text and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, title) => {
      // A browser takes these for a line break.
      fc.pre(!/[\0\r]/u.test(text + title));
      const written = read(html`<p title=${title} class="a">${text}</p>`.html);
      expect(written).toEqual({ attributes: { title, class: 'a' }, text });
    }),
  );
});

test('a headline with marks of HTML is no markup, and no way out of an attribute', () => {
  const text = '<b>"甲" & \'乙\'</b>';
  expect(html`<a title=${text}>${text}</a>`.html).toBe(
    '<a title="<b>&quot;甲&quot; &amp; \'乙\'</b>">&lt;b&gt;&quot;甲&quot; &amp; &#39;乙&#39;&lt;/b&gt;</a>',
  );
});

test('what is not there leaves nothing behind: no attribute, no text, no line break of the template', () => {
  const none = undefined as string | undefined;
  expect(
    html`
    <p rel=${none} id=${'x'} title=${''}>
      ${none}${false}${[]}${0}
    </p>`.html,
  ).toBe('<p id="x" title>0</p>');
});

test('lists and markup are put in as they stand; U+3000 at the beginning of a line is text', () => {
  const items = ['甲', '乙'].map((text) => html`<li>${text}</li>`);
  expect(
    html`<ul>
    ${items}
    　${raw('<br>')}
  </ul>`.html,
  ).toBe('<ul><li>甲</li><li>乙</li>　<br></ul>');
});
