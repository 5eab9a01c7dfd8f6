import { expect, test } from 'vitest';
import { commitUrl, listCorrectionLinks } from '../../src/archive/corrections.ts';

const place = {
  file: 'content/articles/2023-04-14/p02-009.mdx',
  line: 17,
  headline: '我区召开支援合作工作联席会议',
  url: 'https://example.org/2023-04-14/p02-009/',
};

test('a repository’s editor opens the right file at the right line', () => {
  const link = (repository: string) =>
    listCorrectionLinks({ corrections: { repository, branch: 'main' } }, place)
      .filter(({ kind }) => kind === 'edit')
      .map(({ href }) => href);
  expect(link('https://github.com/fengtai/archive.git')).toEqual([
    'https://github.com/fengtai/archive/edit/main/content/articles/2023-04-14/p02-009.mdx#L17',
  ]);
  expect(link('https://gitlab.com/fengtai/archive/')).toEqual([
    'https://gitlab.com/fengtai/archive/-/edit/main/content/articles/2023-04-14/p02-009.mdx#L17',
  ]);
  expect(link('https://gitee.com/fengtai/archive')).toEqual([
    'https://gitee.com/fengtai/archive/edit/main/content/articles/2023-04-14/p02-009.mdx#L17',
  ]);
  expect(link('https://codeberg.org/fengtai/archive')).toEqual([
    'https://codeberg.org/fengtai/archive/_edit/main/content/articles/2023-04-14/p02-009.mdx',
  ]);
});

test('whoever does not edit files opens a report that names article, file and line already', () => {
  const report = (repository: string) =>
    listCorrectionLinks({ corrections: { repository, branch: 'main' } }, place).find(
      ({ kind }) => kind === 'issue',
    );
  const github = new URL(report('https://github.com/fengtai/archive')!.href);
  expect(github.pathname).toBe('/fengtai/archive/issues/new');
  expect(github.searchParams.get('title')).toBe('报告错误：我区召开支援合作工作联席会议');
  expect(github.searchParams.get('body')).toContain('content/articles/2023-04-14/p02-009.mdx 第 17 行');
  const gitlab = new URL(report('https://gitlab.com/fengtai/archive')!.href);
  expect(gitlab.pathname).toBe('/fengtai/archive/-/issues/new');
  expect(gitlab.searchParams.get('issue[description]')).toContain(place.url);
  expect(report('https://gitee.com/fengtai/archive')).toBeUndefined();
});

test('a letter says already what it is about', () => {
  const [link] = listCorrectionLinks({ corrections: { email: 'bianji@example.org', branch: 'main' } }, place);
  const url = new URL(link!.href);
  expect(url.pathname).toBe('bianji@example.org');
  expect(url.searchParams.get('subject')).toBe('报告错误：我区召开支援合作工作联席会议');
  expect(url.searchParams.get('body')).toContain('content/articles/2023-04-14/p02-009.mdx 第 17 行');
  expect(url.searchParams.get('body')).toContain(place.url);
});

test('no address, no link', () => {
  expect(listCorrectionLinks({ corrections: { branch: 'main' } }, place)).toEqual([]);
  expect(commitUrl({ corrections: { branch: 'main' } }, 'abc')).toBeUndefined();
});
