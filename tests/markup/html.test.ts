import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { html, raw } from '../../src/markup/html.ts';
import { PageBytes } from '../../src/markup/page-bytes.ts';

const halves = fc.constantFrom('\ud83d', '\ude00', '\ud83d\ude00');

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

/** As Astro writes it, in a browser's own terms. */
const escapeText = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#39;')
    .replaceAll('"', '&quot;');
const attribute = (name: string, text: string) =>
  text === '' ? ` ${name}` : ` ${name}="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

test('a page is put down piece by piece as if it were one text, which Astro is given', () => {
  const page = new PageBytes();
  // Halves of a character: a text may be cut inside one, and its other half may begin the next.
  const texts = fc.string({
    unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), halves),
  });
  fc.assert(
    fc.property(fc.array(texts), texts, (list, text) => {
      const markup = html`<p title=${text} lang=${list[0]} id="a">${text}${list}${raw(text)}甲${html`<b>${list}</b>`}${list.length}${false}</p>`;
      const items = list.map(escapeText).join('');
      const lang = list[0] === undefined ? '' : attribute('lang', list[0]);
      const whole = `<p${attribute('title', text)}${lang} id="a">${escapeText(text)}${items}${text}甲<b>${items}</b>${list.length}</p>`;
      markup.putInto(page);
      expect(Buffer.from(page.take()).equals(Buffer.from(whole))).toBe(true);
      expect(markup.html).toBe(whole.toWellFormed());
    }),
  );
});

test('markup in an attribute is put down while what it stands in is', () => {
  expect(html`<a title=${html`甲${html`乙`}`}>${html`<b title=${html`丙`}>丁</b>`}</a>`.html).toBe(
    '<a title="甲乙"><b title="丙">丁</b></a>',
  );
});

test('a page longer than any before it loses nothing', () => {
  const page = new PageBytes();
  const markup = html`${'&'.repeat(50_000)}${raw('丰'.repeat(200_000))}`;
  const whole = `${'&amp;'.repeat(50_000)}${'丰'.repeat(200_000)}`;
  markup.putInto(page);
  expect(Buffer.from(page.take()).equals(Buffer.from(whole))).toBe(true);
  expect(markup.html).toBe(whole);
});
