/** npm run split -- NAME (--line N | --before TEXT) [--headline TEXT]: cuts an article in two. */
import { describeFailure, Refusal } from './describe-failure.ts';
import { atDesk } from './desk/open-desk.ts';
import { type CutAt, splitArticle } from './desk/split-article.ts';
import { findRoot } from './find-root.ts';
import { readArguments } from './read-arguments.ts';

const USAGE =
  '用法：npm run split -- 2023-04-14/p02-009 --line 60（段落首行在扫描文本中的行号）或 --before "段落开头的几个字" [--headline "标题"]';

try {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { line: { type: 'string' }, before: { type: 'string' }, headline: { type: 'string' } },
  });
  const { line, before, headline } = values;
  const [name] = positionals;
  if (name === undefined || positionals.length > 1 || (line === undefined) === (before === undefined))
    throw new Refusal(USAGE);
  if (line !== undefined && !/^[1-9]\d*$/u.test(line))
    throw new Refusal(`--line ${line}：应为行号。${USAGE}`);
  const at: CutAt = line !== undefined ? { line: Number(line) } : { before: before! };
  const said = await atDesk(findRoot(), (desk) => splitArticle(desk, name, at, headline));
  process.stdout.write(`${said.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
