import { showHidden } from '../../src/loader/find-forbidden.ts';
import type { ScanAccount } from './compare-with-scan.ts';
import { CODES, type Finding, severityOf } from './finding.ts';
import type { CheckResult } from './run-check.ts';

const LABELS = { error: '错误', warning: '可疑', note: '提示' } as const;

/** One finding as an editor reads it: where, what, what was expected, how to mend it, where the handbook says more. */
function formatFinding(finding: Finding): string {
  const { code, file, line, found, expected, remedy, scanLine } = finding;
  return [
    `${showHidden(file)}:${line}  ${LABELS[severityOf(finding)]} ${code}（${CODES[code].title}）`,
    `    读到 ${showHidden(found)}；应为 ${expected}。${remedy ?? ''}${scanLine === undefined ? '' : `扫描文本第 ${scanLine} 行。`}`,
  ].join('\n');
}

const tally = (findings: readonly Finding[]) =>
  (['error', 'warning', 'note'] as const)
    .map((severity) => `${LABELS[severity]} ${findings.filter((f) => severityOf(f) === severity).length} 处`)
    .join('，');

/** One line of an account. */
function formatAccount({ scan, account, added }: ScanAccount): string {
  const { published, corrected, furniture, removed, withdrawn, lost, hanScan, hanAccounted } = account;
  const parts = [
    `发表 ${published}`,
    ...(corrected > 0 ? [`校改 ${corrected}`] : []),
    `版面附件 ${furniture}`,
    `删去 ${removed}`,
    ...(withdrawn > 0 ? [`已撤下 ${withdrawn}`] : []),
    ...(lost > 0 ? [`失落 ${lost}`] : []),
  ];
  const more = added > 0 ? `；编者另加 ${added} 字` : '';
  return `${scan}  ${account.scan} 字 = ${parts.join(' + ')}；汉字 ${hanScan} 字，有去处的 ${hanAccounted} 字${more}`;
}

/** The whole report: an account for each scan, the findings, the sum. */
export function reportCheck({ findings, accepted, accounts, articles }: CheckResult): string {
  return [
    '每版的账：',
    ...accounts.map((account) => `  ${formatAccount(account)}`),
    '',
    ...findings.map(formatFinding),
    ...(findings.length > 0 ? [''] : []),
    `${articles} 篇：${tally(findings)}；已写明理由的例外 ${accepted.length} 处。`,
    ...(findings.length > 0 ? ['每种发现怎样处理，见编辑手册（/handbook/#发现的代号）。'] : []),
  ].join('\n');
}

/** The findings as a comment on a pull request. */
export function reportMarkdown({ findings, accepted, articles }: CheckResult): string {
  const rows = findings
    .slice(0, 200)
    .map(
      (finding) =>
        `| ${cell(`${finding.file}:${finding.line}`)} | ${LABELS[severityOf(finding)]} ${finding.code} | ${cell(finding.found)} | ${cell(finding.expected)} |`,
    );
  return [
    `### npm run check`,
    '',
    `${articles} 篇：${tally(findings)}；已写明理由的例外 ${accepted.length} 处。`,
    ...(rows.length > 0 ? ['', '| 位置 | 代号 | 读到 | 应为 |', '|---|---|---|---|', ...rows] : []),
    ...(findings.length > rows.length ? ['', `另有 ${findings.length - rows.length} 处，见运行记录。`] : []),
    '',
  ].join('\n');
}

const cell = (text: string) => showHidden(text).replace(/[\\|`<>[\]*_@#]/gu, '\\$&');
