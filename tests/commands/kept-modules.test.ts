import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetModules } from '../../scripts/kept-modules.ts';
import { makeFolder } from './make-folder.ts';

test('what Node keeps of modules does not fill the disk in the course of the builds of years', async () => {
  const root = await makeFolder({ 'modules/v24/a': 'a', 'modules/v24/b': 'b', list: 'kept' });
  const modules = join(root, 'modules');
  await forgetModules(modules, 3);
  expect(await readdir(join(modules, 'v24'))).toHaveLength(2);
  await forgetModules(modules, 2);
  expect(await readdir(root)).toEqual(['list']);
});

test('a build that finds nothing kept goes on', async () => {
  await forgetModules(join(await makeFolder(), 'modules'));
});
