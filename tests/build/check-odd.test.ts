import { describe, expect, test } from 'vitest';
import { articlePage, BLOCKS, check, page } from './made-up-site.ts';

const FILE = '2023-04-14/p02-009/index.html';

describe('what no page of ours has is found', () => {
  test.each([
    ['a text that cannot be reached', BLOCKS.replace('<p ', '<p inert '), '<p inert="">'],
    ['a text that is turned round', BLOCKS.replace('<p ', '<p dir="RTL" '), '<p dir="RTL">'],
    ['a text that is said to be English', BLOCKS.replace('<p ', '<p lang="en" '), '<p lang="en">'],
    ['another page in this one', `${BLOCKS}<iframe srcdoc="文"></iframe>`, '<iframe srcdoc="文">'],
    ['a frame that has nothing yet', `${BLOCKS}<iframe></iframe>`, '<iframe>'],
    ['a thing', `${BLOCKS}<object id="o"></object>`, '<object>'],
    ['a thing that is embedded', `${BLOCKS}<embed src="/base/favicon.svg">`, '<embed>'],
    ['a comment', `${BLOCKS}<!-- 别的话 -->`, '<!--别的话-->'],
  ])('%s', async (_, blocks, odd) => {
    expect(await check({ [FILE]: articlePage(blocks) })).toContain(`${FILE}  网页里有不该有的 ${odd}`);
  });

  test('and what says nothing is not', async () => {
    const blocks = BLOCKS.replace('<p ', '<p dir="ltr" lang="zh-CN" ');
    expect(await check({ [FILE]: articlePage(`<!-- -->${blocks}`) })).toBe('');
  });
});

describe('what every page has is missed', () => {
  test.each([
    ['its style sheet', /<link rel="stylesheet"[^>]*>/u, '没有样式表（<link rel="stylesheet">）'],
    ['how wide it is', /<meta name="viewport"[^>]*>/u, '没有写明屏幕的宽度（<meta name="viewport">）'],
    ['how its bytes are read', /<meta charset[^>]*>/u, '没有写明编码（<meta charset="utf-8">）'],
  ])('%s', async (_, tag, fault) => {
    const whole = page({ title: '首页', body: '<h1>首页</h1>' });
    expect(await check({ 'index.html': whole })).toBe('');
    expect(await check({ 'index.html': whole.replace(tag, '') })).toContain(`index.html  ${fault}`);
  });

  test('another encoding is none', async () => {
    const html = page({ title: '首页', body: '<h1>首页</h1>' }).replace('utf-8', 'gb18030');
    expect(await check({ 'index.html': html })).toContain('没有写明编码');
  });
});
