import { expect, test } from 'vitest';
import type { Citable } from '../../src/archive/citations/citable.ts';
import { citationMeta, coinsTitle } from '../../src/archive/metadata.ts';

const citable: Citable = {
  name: '2026-03-13/p02-009',
  title: '构建现代化首都都市圈 让产业协作深度融合丰台实践',
  authors: ['高枝', '武红利'],
  newspaper: '丰台报',
  archive: '丰台报存档',
  date: '2026-03-13',
  inferred: true,
  pages: ['02'],
  section: '两会声音',
  url: 'https://example.org/2026-03-13/p02-009/',
};

test('Zotero reads a newspaper article: its item type, one author each, no journal title', () => {
  const fields = citationMeta(citable);
  expect(fields.map(({ name, content }) => `${name}=${content}`)).toEqual([
    'z.itemType=newspaperArticle',
    'citation_title=构建现代化首都都市圈 让产业协作深度融合丰台实践',
    'citation_author=高枝',
    'citation_author=武红利',
    'citation_date=2026/03/13',
    'citation_firstpage=02',
    'citation_lastpage=02',
    'citation_language=zh-CN',
    'citation_public_url=https://example.org/2026-03-13/p02-009/',
    'prism.publicationName=丰台报',
    'article:section=两会声音',
  ]);
  expect(fields.some(({ name }) => name === 'citation_journal_title')).toBe(false);
});

test('a page that nobody knows and a withdrawn title are left out', () => {
  const { title: _, ...rest } = citable;
  const names = citationMeta({ ...rest, authors: [], pages: [] }).map(({ name }) => name);
  expect(names).not.toContain('citation_firstpage');
  expect(names).not.toContain('citation_title');
  expect(names).not.toContain('citation_author');
});

test('COinS is an OpenURL in Dublin Core with the type newspaperArticle', () => {
  const fields = new URLSearchParams(coinsTitle(citable));
  expect(fields.get('ctx_ver')).toBe('Z39.88-2004');
  expect(fields.get('rft_val_fmt')).toBe('info:ofi/fmt:kev:mtx:dc');
  expect(fields.get('rft.type')).toBe('newspaperArticle');
  expect(fields.get('rft.title')).toBe(citable.title);
  expect(fields.get('rft.source')).toBe('丰台报');
  expect(fields.get('rft.date')).toBe('2026-03-13');
  expect(fields.getAll('rft.creator')).toEqual(['高枝', '武红利']);
});
