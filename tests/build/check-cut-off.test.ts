import { describe, expect, test } from 'vitest';
import { check, png } from './made-up-site.ts';

const PICTURE = png(1200, 630);

describe('what is cut off, empty or of another size is found', () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ['a picture for sharing that is empty', 'og/a.png', '', '不是 PNG 图片'],
    ['one that is none', 'og/a.png', '<html></html>', '不是 PNG 图片'],
    ['one that breaks off', 'og/a.png', PICTURE.subarray(0, -1), '图片不完整'],
    ['one of its header alone', 'og/a.png', PICTURE.subarray(0, 18), '不是 PNG 图片'],
    ['one of another size', 'og/a.png', png(600, 315), '分享图应为 1200×630，读到 600×315'],
    ['another picture', 'icon.png', PICTURE.subarray(0, -4), '图片不完整'],
    ['an empty style sheet', 'a.css', '\n', '样式表是空的'],
    ['a style sheet that breaks off', 'a.css', 'p { color: red', '样式表的花括号没有成对'],
    ['one that closes what is not open', 'a.css', 'p {}} a {', '样式表的花括号没有成对'],
  ])('%s', async (_, file, content, fault) => {
    expect(await check({ [file]: content })).toContain(`${file}  ${fault}`);
  });

  test('and what is whole is not', async () => {
    const styles = 'p::before { content: "}"; } /* { */ .a\\{ { color: red } @media print { a { } }';
    expect(await check({ 'a.css': styles, 'icon.png': png(32, 32) })).toBe('');
  });
});
