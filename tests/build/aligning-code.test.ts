import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ALIGNING_CODE } from '../../scripts/build/aligning-code.ts';

const root = new URL('../../', import.meta.url);

test('whatever the alignment imports is digested with it: nothing is kept that another program would make otherwise', () => {
  const folder = new URL('src/provenance/', root);
  const imported = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^[^'\n]* from '(\.[^']+)';$/gmu)].map(
      ([, path]) =>
        relative(fileURLToPath(root), fileURLToPath(new URL(path!, folder))).replaceAll('\\', '/'),
    ),
  );
  expect(imported).toContain('src/is-han.ts');
  const digested = new Set<string>(ALIGNING_CODE);
  expect(imported.filter((file) => !digested.has(file) && !digested.has(dirname(file)))).toEqual([]);
});
