/** npm run merge -- NAME NAME…: joins articles of one page to the first of them. */
import { describeFailure } from './describe-failure.ts';
import { mergeArticles } from './desk/merge-articles.ts';
import { atDesk } from './desk/open-desk.ts';
import { findRoot } from './find-root.ts';
import { today } from './ingest/today.ts';
import { readArguments } from './read-arguments.ts';

try {
  const { positionals } = readArguments({ allowPositionals: true });
  const said = await atDesk(findRoot(), (desk) => mergeArticles(desk, positionals, today()));
  process.stdout.write(`${said.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
