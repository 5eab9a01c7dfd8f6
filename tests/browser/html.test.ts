import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { makeAlikeParts } from '../../scripts/build/check-published/known-stretches.ts';
import { PageReader } from '../../scripts/build/check-published/page-reader.ts';
import { textOfPage } from '../../scripts/build/check-published/page-text.ts';
import { readPlainTags } from '../../scripts/build/check-published/read-plain-tags.ts';
import { validateHtml } from '../../scripts/build/check-published/validate-html.ts';
import { listPages } from './frame/list-pages.ts';

test('html-validate has nothing to say of any page', { timeout: 300_000 }, async () => {
  const { folder } = inject('site');
  const faults = [];
  for (const { file } of await listPages(folder))
    faults.push(...(await validateHtml(await readFile(join(folder, file), 'utf8'), file)));
  expect(faults).toEqual([]);
});

test('every page is written so that the build reads it plainly, without a tokenizer', async () => {
  const { folder } = inject('site');
  const others = [];
  const alike = makeAlikeParts();
  for (const { file } of await listPages(folder)) {
    const bytes = await readFile(join(folder, file));
    if (!readPlainTags(textOfPage(bytes), new PageReader(bytes, file), alike)) others.push(file);
  }
  expect(others).toEqual([]);
});
