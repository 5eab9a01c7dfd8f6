/**
 * npm run move -- headline NAME NAME: gives the first article's headline to the second.
 * npm run move -- DATE/pNN DATE/pNN [--evidence TEXT]: files a page under another day or number.
 */
import { describeFailure, Refusal } from './describe-failure.ts';
import { moveHeadline } from './desk/move-headline.ts';
import { movePage } from './desk/move-page.ts';
import { atDesk } from './desk/open-desk.ts';
import { findRoot } from './find-root.ts';
import { today } from './ingest/today.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `用法：
  npm run move -- headline 2023-04-14/p02-009 2023-04-14/p02-107   把前一篇的标题移给后一篇
  npm run move -- 2023-06-16/p00 2023-06-16/p03 --evidence "……"    查明了日期或版次，把整版移过去`;

try {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { evidence: { type: 'string' } },
  });
  const [first, second, third] = positionals;
  const said = await atDesk(findRoot(), (desk) => {
    if (first === 'headline' && second !== undefined && third !== undefined)
      return moveHeadline(desk, second, third);
    if (first !== undefined && second !== undefined && third === undefined)
      return movePage(desk, first, second, { evidence: values.evidence, today: today() });
    throw new Refusal(USAGE);
  });
  process.stdout.write(`${said.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
