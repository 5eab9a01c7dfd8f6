import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Cleaned } from '../../scripts/clean/clean-file.ts';
import { cleanFiles } from '../../scripts/clean/clean-files.ts';
import { makeFolder } from './make-folder.ts';

const SCAN = (number: number) =>
  `01 2023年4月${number}日 要闻\n\n我区召开第${number}次会议\n\n本报讯（记者 王蕾蕾）近日，丰台区召开会议，部署${number}项工作。\n`;

async function clean(files: readonly string[], threads: number): Promise<Cleaned[]> {
  const cleaned: Cleaned[] = [];
  for await (const each of cleanFiles(files, { without: new Set(), say: () => {}, threads }))
    cleaned.push(each);
  return cleaned;
}

test('two threads give what one gives, in the order of the files; a file that cannot be read is told in its place', async () => {
  const names = Array.from({ length: 24 }, (_, index) => `${index}.txt`);
  const folder = await makeFolder(Object.fromEntries(names.map((name, index) => [name, SCAN(index + 1)])));
  const files = names.map((name, index) =>
    index === 13 ? '/nowhere/2023-04-14/p01.txt' : join(folder, name),
  );
  const alone = await clean(files, 1);
  expect(alone[13]).toEqual({
    failure: '/nowhere/2023-04-14/p01.txt：读不到这个文件（ENOENT）。请检查路径。',
  });
  expect(alone.map((each) => 'line' in each && JSON.parse(each.line).scan)).toEqual(
    files.map((file, index) => index !== 13 && file),
  );
  expect(await clean(files, 2)).toEqual(alone);
});
