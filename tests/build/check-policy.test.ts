import { expect, test } from 'vitest';
import { check, page } from './made-up-site.ts';

test.each<[string, Record<string, string>, string]>([
  [
    'without a policy',
    { 'a/index.html': page({}).replace(/<meta http-equiv[^>]*>/u, '') },
    '没有内容安全策略',
  ],
  [
    'with a loose policy',
    { 'a/index.html': page({ policy: "script-src 'unsafe-inline'" }) },
    '内容安全策略太松',
  ],
  [
    'with a policy that lets in everything',
    { 'a/index.html': page({ policy: 'default-src *' }) },
    '内容安全策略太松',
  ],
  [
    'with a policy that forbids programs only',
    { 'a/index.html': page({ policy: "script-src 'self'" }) },
    '内容安全策略太松',
  ],
  [
    'with a policy that takes programs from another host',
    { 'a/index.html': page({ policy: "default-src 'none'; script-src 'self' https://b.example" }) },
    '内容安全策略太松',
  ],
  [
    'with a policy that takes programs from data',
    { 'a/index.html': page({ policy: "default-src 'none'; script-src data:" }) },
    '内容安全策略太松',
  ],
  [
    'with WebAssembly where nothing is searched',
    { 'a/index.html': page({ policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" }) },
    '内容安全策略太松',
  ],
])('a folder is not published %s', async (_, files, fault) => {
  expect(await check(files)).toContain(fault);
});
