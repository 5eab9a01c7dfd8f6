import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { expect, onTestFinished, test } from 'vitest';
import { foreseeFragment } from '../../scripts/build/search/foresee-fragment.ts';

test('fragments have the names that were foreseen, so that Pagefind packs no text that nobody reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-fragments-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const { index } = await pagefind.createIndex({ forceLanguage: 'zxx' });
  const foreseen: string[] = [];
  // Among so many digests some have bytes below 16.
  for (let record = 0; record < 20; record++) {
    const [url, content] = [`${record}p`, `abcdefgha , ${'bbcdefgha '.repeat(record)}, ,`];
    const { file } = await index!.addCustomRecord({ url, language: 'zxx', content, meta: {} });
    foreseen.push(`${foreseeFragment({ url, content, words: file.uniqueWords }, 'zxx')}.pf_fragment`);
  }
  await index!.writeFiles({ outputPath: folder });
  await pagefind.close();
  expect(readdirSync(join(folder, 'fragment')).sort()).toEqual(foreseen.sort());
});
