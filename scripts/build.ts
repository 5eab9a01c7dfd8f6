import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildArchive } from './build/build-archive.ts';
import { describeFailure } from './describe-failure.ts';
import { readArguments } from './read-arguments.ts';

// npm run build [-- --out <folder>] [-- --cache <folder>]
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const { values } = readArguments({ options: { out: { type: 'string' }, cache: { type: 'string' } } });
  await buildArchive({
    root,
    ...(values.out && { out: resolve(values.out) }),
    ...(values.cache && { cache: resolve(values.cache) }),
    say,
  });
} catch (error) {
  say(describeFailure(error));
  process.exitCode = 1;
}
