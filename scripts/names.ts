import { fileURLToPath } from 'node:url';
import { KIND_LABELS } from '../src/archive/names/name-entries.ts';
import { NAME_FILES, readContent } from '../src/loader/read-content.ts';
import type { NameKind } from '../src/model.ts';
import { describeFailure } from './describe-failure.ts';
import { listNew, type Proposal, proposeNames } from './names/propose-names.ts';
import { readArguments } from './read-arguments.ts';
import { finishInterrupted } from './take-turn.ts';
import { tellProgress, watchProgress } from './watch-progress.ts';

const USAGE = `npm run --silent names [-- --json] [-- --all]
  从文章里找出人物、地点、机构，提出还没有收进 content/names/ 的条目，供编者核定。
  不写文件：核定过的条目由编者抄进 content/names/ 里的三个文件。
  --json  每条一行 JSON    --all  已收的也列出`;

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const { values } = readArguments({
    options: { json: { type: 'boolean' }, all: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) process.stderr.write(`${USAGE}\n`);
  else {
    const say = (line: string) => process.stderr.write(`${line}\n`);
    await finishInterrupted(root);
    const { articles, names } = await readContent(root, tellProgress(say, '篇'));
    const published = articles.filter(({ status }) => status !== 'withdrawn');
    const found = proposeNames(published, watchProgress(say, '篇', published.length).step);
    const proposals = values.all ? found : listNew(found, names);
    process.stdout.write(
      values.json
        ? proposals.map((proposal) => `${JSON.stringify(proposal)}\n`).join('')
        : (Object.keys(NAME_FILES) as NameKind[])
            .map((kind) =>
              writeEntries(
                kind,
                proposals.filter((proposal) => proposal.kind === kind),
              ),
            )
            .join('\n'),
    );
    process.stderr.write(`${proposals.length} 条待核定。\n`);
  }
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}

/** Proposals as entries that can be pasted, each with the reason and the sentence as comments. */
function writeEntries(kind: NameKind, proposals: readonly Proposal[]): string {
  const lines = [`# ${NAME_FILES[kind]}（${KIND_LABELS[kind]}）`];
  for (const { form, why, sentence, article, articles } of proposals) {
    const at = sentence.indexOf(form);
    const shown = at < 0 ? '' : `：……${sentence.slice(Math.max(0, at - 16), at + form.length + 16)}……`;
    lines.push(`# ${why}，${articles} 篇，如 ${article}${shown}`, `- headword: ${JSON.stringify(form)}`);
  }
  return `${lines.join('\n')}\n`;
}
