import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeAlikeParts } from '../../scripts/build/check-published/known-stretches.ts';
import { PageReader } from '../../scripts/build/check-published/page-reader.ts';
import { textOfPage } from '../../scripts/build/check-published/page-text.ts';
import { readBytes } from '../../scripts/build/check-published/read-bytes.ts';
import { readAnyPage, readPage } from '../../scripts/build/check-published/read-page.ts';
import { readPlainTags } from '../../scripts/build/check-published/read-plain-tags.ts';
import { articlePage, page } from './made-up-site.ts';

const isPlain = (html: string): boolean => {
  const bytes = Buffer.from(html);
  return readPlainTags(textOfPage(bytes), new PageReader(bytes, 'a/index.html'), makeAlikeParts());
};

/** A page with all that our templates write. */
const OURS =
  '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>“丰台” &amp; 𠮷 &lt;报&gt;</title>' +
  `<meta name="description" content="他说：&quot;好&quot;"><script async src="/modes.js"></script><style>h1{}</style>` +
  '<script type="application/ld+json">{"a":"\\u003cb>"}</script></head><body><svg viewBox="0 0 1 1"><title>图</title>' +
  '<path d="M0 0"></path><rect width="1"/></svg><article data-article="2023-04-14/p02-009"><h1>标<wbr>题</h1>' +
  '<p id="p1" data-block="p1">It&#39;s<br>一段</p></article><hit-marks base="/" hidden></hit-marks></body></html>';

test('pages that are written as ours are read plainly', () => {
  for (const html of [OURS, articlePage(), page({})]) expect(isPlain(html)).toBe(true);
  const { title, article, linkedData, styles } = readPage(Buffer.from(OURS), 'a/index.html');
  expect(title).toBe('“丰台” & 𠮷 <报>');
  expect(article?.headline).toBe('标题');
  expect([...article!.blocks]).toEqual([['p1', "It's一段"]]);
  expect(linkedData).toEqual(['{"a":"\\u003cb>"}']);
  expect(styles).toEqual(['h1{}']);
});

describe('what is written in another way is left to the tokenizer', () => {
  test.each([
    ['a comment', '<p><!-- x --></p>'],
    ['another entity', '<p>&nbsp;</p>'],
    ['an ampersand alone', '<a href="?a=1&b=2">甲</a>'],
    ['single quotes', "<a href='/'>甲</a>"],
    ['no quotes', '<a href=/ >甲</a>'],
    ['space around the equals sign', '<a href = "/">甲</a>'],
    ['two spaces', '<a  href="/">甲</a>'],
    ['a line break in a tag', '<a\nhref="/">甲</a>'],
    ['capitals', '<P>甲</P>'],
    ['a value that does not end', '<a href="/>甲</a>'],
    ['no space between attributes', '<a id="a"href="/">甲</a>'],
    ['space at the end of a tag', '<p>甲</p >'],
    ['a tag that does not end', '<p>甲</p'],
    ['a bracket that opens no tag', '<p>1 < 2</p>'],
    ['a tag in a program', '<script src="a.js"><b></script>'],
    ['a tag in a title', '<title>甲<b>乙</title>'],
    ['an element that holds text alone', '<textarea><b></textarea>'],
    ['a processing instruction', '<?xml version="1.0"?>'],
  ])('%s', (_, html) => {
    expect(isPlain(html)).toBe(false);
  });
});

/** Pieces of pages, whole ones and such as are broken off; put together they make any nonsense. */
const PIECES = [
  ...'< > / = " \' & ; - ! ? 丰台 𠮷 a b1 &amp; &lt; &#39; &quot; &#x4e30; &nbsp &lt <b> </b> <wbr> <br/> </p>'.split(
    ' ',
  ),
  ...[' ', '\n', '<!--', '-->', '<!doctype html>', '<![CDATA[', ']]>', '\ufeff', '\u0000'],
  ...[
    '<p id="p1" data-block="p1">',
    '<p id="p1">',
    '<div hidden>',
    '</div>',
    '<h1>',
    '</h1>',
    '<h1 onclick="x()">',
  ],
  ...[
    '<title>',
    '</title>',
    '<script>',
    '</script>',
    '<script src="a">',
    '<style>',
    '</style>',
    '<textarea>',
  ],
  ...[
    '<svg viewBox="0 0">',
    '</svg>',
    '<path d="M0"/>',
    '<math>',
    '</math>',
    '<article data-article="甲">',
    '</article>',
  ],
  ...[
    '<a href="/丰/?a&amp;b#c">',
    '</a>',
    '<a HREF="/x">',
    '<a href="a" href="b">',
    '<a href>',
    '<img srcset="a 1x, b 2x"',
  ],
  ...[
    '<meta name="robots" content="noindex">',
    '<meta http-equiv="refresh" content="0;url=/a/">',
    '<a b="<p>">',
    '</',
  ],
  ...[
    '<script type="application/ld+json">',
    '{"a":"&amp;"}',
    '<html lang="zh-CN">',
    '<iframe>',
    '<html',
    ' id="x"',
  ],
];

test('whatever is written, a page reads as the tokenizer reads it', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }), (pieces) => {
      const html = pieces.join('');
      if (isPlain(html)) plain += 1;
      const bytes = Buffer.from(html);
      expect(readPage(bytes, 'a/index.html')).toEqual(readAnyPage(bytes, 'a/index.html'));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(100);
});

describe('what came on another page', () => {
  const html = (masthead: string, text: string, colophon: string, before = '') =>
    `<!DOCTYPE html><html lang="zh-CN"><head><title>甲</title></head>${before}<body>${masthead}<main>${text}</main>${colophon}</body></html>`;
  /** Bytes that are left to be looked at, of a page that is read again. */
  const unlooked = (page: string): string => {
    const alike = makeAlikeParts();
    readPage(Buffer.from(page), 'a/index.html', undefined, alike);
    const text = textOfPage(Buffer.from(page));
    readPage(text.bytes, 'b/index.html', text, alike);
    return text.unlooked.map((part) => Buffer.from(part, 'latin1').toString()).join('|');
  };

  test('is leapt over, and reads as it is', () => {
    const page = html(
      '<header id="top"><a href="/1/">报名</a></header>',
      '<h1>乙</h1>',
      '<footer>尾</footer>',
    );
    expect(unlooked(page)).toMatch(/<body>\|<main><h1>乙<\/h1><\/main>\|$/u);
    const alike = makeAlikeParts();
    for (let time = 0; time < 2; time++)
      expect(readPage(Buffer.from(page), 'c/index.html', undefined, alike)).toEqual(
        readAnyPage(Buffer.from(page), 'c/index.html'),
      );
  });

  test('on a page of another site says nothing', () => {
    const page = Buffer.from(html('<a href="/1/">报名</a>', '<h1>乙</h1>', '<footer>尾</footer>'));
    readPage(page, 'a/index.html', undefined, makeAlikeParts());
    const text = textOfPage(page);
    readPage(page, 'b/index.html', text, makeAlikeParts());
    expect(text.unlooked.join('')).toBe(text.html);
  });

  test.each([
    ['a character that hides', '<p>丰\u200b台</p>'],
    ['a reference that is not ours', '<p>&shy;</p>'],
    ['a text that is wanted', '<script type="application/ld+json">{}</script>'],
  ])('%s is looked at on every page', (_, masthead) => {
    expect(unlooked(html(masthead, '<h1>乙</h1>', ''))).toContain(masthead);
  });

  test('means something else within an article', () => {
    const alike = makeAlikeParts();
    for (const before of ['', '<article data-article="乙">']) {
      const bytes = Buffer.from(html('<h1>报名</h1><p data-block="p1">一</p>', '', '', before));
      expect(readPage(bytes, 'a/index.html', undefined, alike)).toEqual(readAnyPage(bytes, 'a/index.html'));
    }
  });

  test('whatever it is, pages with it read as the tokenizer reads them', () => {
    // A heading within a heading takes its text twice, piece by piece: entities cut it in one of the two ways alone.
    const pieces = [...PIECES.filter((piece) => !piece.includes('&')), '<body>', '<main>', '</main>'];
    const some = fc.array(fc.constantFrom(...pieces), { maxLength: 8 });
    const alike = makeAlikeParts();
    fc.assert(
      fc.property(some, some, some, (masthead, text, before) => {
        // Twice with the same, and once where something is open that was not.
        for (const other of ['', '', before.join('')]) {
          const bytes = Buffer.from(html(masthead.join(''), text.join(''), masthead.join(''), other));
          expect(readPage(bytes, 'a/index.html', undefined, alike)).toEqual(
            readAnyPage(bytes, 'a/index.html'),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('bytes that are no UTF-8 read the same in both ways', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.uint8Array({ maxLength: 8 }), (text, value) => {
      const bytes = Buffer.concat([
        Buffer.from('<title>'),
        text,
        Buffer.from('</title><a id="'),
        value,
        Buffer.from('">'),
      ]);
      expect(readPage(bytes, 'a/index.html')).toEqual(readAnyPage(bytes, 'a/index.html'));
    }),
    { numRuns: 2000 },
  );
});

test('a file is read whole, also one that is larger than the place that files are read into', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-bytes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const length of [0, 1, 1 << 20, (1 << 20) + 1, 5 << 20, 7]) {
    const bytes = Buffer.alloc(length, '丰台');
    writeFileSync(join(folder, 'file'), bytes);
    expect(readBytes(join(folder, 'file')).equals(bytes)).toBe(true);
  }
  expect(() => readBytes(join(folder, 'none'))).toThrow('ENOENT');
});
