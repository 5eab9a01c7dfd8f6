import { createTwoFilesPatch } from 'diff';
import { parseArticle } from '../../src/loader/parse-article.ts';
import { type Doubt, UNKNOWN_PAGE } from '../../src/model.ts';
import type { ArticleOutcome } from './article-plan.ts';
import type { PagePlan } from './plan-page.ts';
import type { IngestResult } from './run-ingest.ts';

const WORDS: Record<ArticleOutcome['kind'], string> = {
  created: '新',
  updated: '更新（没有人改过）',
  unchanged: '不变',
  merged: '合并：编者的改动和机器的改动都在',
  conflict: '冲突：两边改了同一处，保留编者的文字',
  baseMissing: '保留编者的文件：content/.machine 里没有机器上次写的文字，不能合并',
  recut: '保留编者的文件：机器现在的分篇不同',
  deleted: '编者已删去或并入别篇，不再写出',
  removed: '并入别的文章，删去（没有人改过）',
};

/** How much an editor should look at a doubt first: from 1, the machine could as well have chosen otherwise. */
export function weightOf(doubt: Doubt): number {
  return doubt.closeness ?? (doubt.runnerUp === undefined ? 0.4 : 0.6);
}

/**
 * What an editor reads after `npm run ingest`: what was made, and what to check first.
 *
 * @param result what the run did
 * @param options `dryRun` when nothing was written; `before` gives the text of a file until now
 */
export function reportIngest(
  result: IngestResult,
  options: { dryRun: boolean; before: (file: string) => string | undefined },
): string {
  const lines: string[] = [];
  if (result.completed.length > 0)
    lines.push(`上次运行中途停了，现已补完 ${result.completed.length} 个文件。`, '');
  for (const warning of result.warnings) lines.push(`注意：${warning}`);
  for (const plan of result.pages) lines.push(...reportPage(plan, result, options), '');
  for (const { from, to } of result.redirects) lines.push(`旧地址 ${from} 从此转到 ${to}`);
  if (result.refused.length > 0)
    lines.push(
      `没有收入的 ${result.refused.length} 个文件（别的照常收入）：`,
      ...result.refused.map((line) => `  ${line}`),
      '',
    );
  if (options.dryRun) lines.push('以上是预演，什么也没有写。去掉 --dry-run 才会写入。');
  else if (result.changes.size === 0) lines.push('没有变化。');
  else {
    lines.push(
      `写了 ${result.changes.size} 个文件。接着：`,
      '  1. 对照扫描文本改正文章，读完一篇把 status 改成 proofread；',
      '  2. npm run check 看还有什么可疑；npm start 看网页；',
      '  3. git add content && git commit && git push。',
    );
  }
  return lines.join('\n');
}

function reportPage(
  plan: PagePlan,
  result: IngestResult,
  options: { dryRun: boolean; before: (file: string) => string | undefined },
): string[] {
  const { date, page, scan } = plan.place;
  const lines = [`${date} ${page === UNKNOWN_PAGE ? '版次不详' : `第 ${page} 版`}`];
  const state = { new: '新', same: '已有，内容相同', replaced: '换成新的' }[plan.scanState];
  lines.push(`  扫描文本  ${scan}（${state}）`);
  const issueFile = `content/issues/${date}.yaml`;
  if (plan.changes.has(issueFile))
    lines.push(`  期的文件  ${issueFile}${result.created.has(issueFile) ? '（新）' : ''}`);
  if (plan.furnitureKept) lines.push(`  ${issueFile} 里这一版的附件由编者改过，照旧`);
  lines.push(`  文章 ${plan.proposed.size} 篇：`);
  for (const outcome of plan.outcomes) {
    lines.push(
      `    ${outcome.file}  ${headlineOf(plan, outcome.file, result, options.before)}  ${WORDS[outcome.kind]}`,
    );
    if (options.dryRun && (outcome.kind === 'updated' || outcome.kind === 'merged'))
      lines.push(...difference(outcome.file, options.before(outcome.file), result.changes.get(outcome.file)));
    if (!outcome.known) lines.push(...reportKept(outcome, options.before).map((line) => `      ${line}`));
  }
  const doubts = [...plan.doubts].sort((a, b) => weightOf(b.doubt) - weightOf(a.doubt));
  if (doubts.length > 0) lines.push(`  先核对这 ${doubts.length} 处（最没有把握的在前）：`);
  doubts.forEach(({ file, doubt }, index) => {
    const text = result.changes.get(file) ?? options.before(file);
    lines.push(
      `    ${index + 1}. ${file}:${lineOfDoubt(typeof text === 'string' ? text : '', doubt)}  ${doubt.message}`,
      `       扫描文本 ${scan}:${doubt.line}${doubt.runnerUp === undefined ? '' : `；机器的另一选择：${doubt.runnerUp}`}`,
    );
  });
  return lines;
}

/** The headline that the file has from now on; the machine's, where there is no file. */
function headlineOf(
  plan: PagePlan,
  file: string,
  result: IngestResult,
  before: (file: string) => string | undefined,
): string {
  const text = result.changes.get(file) ?? before(file) ?? plan.proposed.get(file);
  return typeof text === 'string' ? (parseArticle(text, file).article?.headline ?? '') : '';
}

/** Both texts, where the editor's stayed. */
function reportKept(outcome: ArticleOutcome, before: (file: string) => string | undefined): string[] {
  const lines: string[] = [];
  for (const { base, edited, proposed } of outcome.conflicts ?? []) {
    lines.push(`机器上次：${base}`, `编者：　　${edited}`, `机器现在：${proposed}`);
  }
  if (outcome.conflicts) return lines;
  for (const { file, text } of outcome.proposed ?? []) {
    const now = before(file) ?? '';
    lines.push(...difference(file, now, text));
  }
  return lines;
}

function difference(
  file: string,
  before: string | undefined,
  after: string | Uint8Array | null | undefined,
): string[] {
  if (typeof after !== 'string' || before === after) return [];
  return createTwoFilesPatch(`现有 ${file}`, `机器 ${file}`, before ?? '', after, '', '', { context: 0 })
    .split('\n')
    .slice(1)
    .filter((line) => line !== '' && !line.startsWith('\\'));
}

function lineOfDoubt(text: string, doubt: Doubt): number {
  const mark = `{ line: ${doubt.line}, message: ${JSON.stringify(doubt.message)}`;
  const at = text.indexOf(mark);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
