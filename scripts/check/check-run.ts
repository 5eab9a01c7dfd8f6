import { UNKNOWN_PAGE } from '../../src/model.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

/** So many issues in a row show a rhythm; fewer are a sample of the paper. */
const RHYTHM = 8;
const DAY = 86_400_000;

/** Pages missing in an issue, issues missing in the run of dates. */
export function checkRun({ content, lines }: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const { date, pages } of content.issues) {
    const numbers = pages.map(({ page }) => page).filter((page) => page !== UNKNOWN_PAGE);
    const last = Math.max(0, ...numbers.map(Number));
    const missing = Array.from({ length: last }, (_, index) => String(index + 1).padStart(2, '0')).filter(
      (page) => !numbers.includes(page),
    );
    if (missing.length === 0) continue;
    const file = `content/issues/${date}.yaml`;
    findings.push({
      code: 'page-missing',
      file,
      line: lines.field(file, 'pages'),
      found: `有第 ${numbers.join('、')} 版，没有第 ${missing.join('、')} 版`,
      expected: `第 01 至 ${String(last).padStart(2, '0')} 版`,
      remedy: '若找得到扫描文本，用 npm run ingest 补上。',
      text: missing.join('、'),
      about: date,
    });
  }
  const dates = content.issues.map(({ date }) => date);
  const gaps = dates.slice(1).map((date, index) => (Date.parse(date) - Date.parse(dates[index]!)) / DAY);
  for (let at = 0; at < gaps.length; at++) {
    const around = gaps.slice(Math.max(0, at - RHYTHM), at + RHYTHM + 1);
    if (around.length <= RHYTHM) continue;
    const usual = [...around].sort((a, b) => a - b)[Math.floor(around.length / 2)]!;
    if (usual > 31 || gaps[at]! < usual * 1.8) continue;
    const file = `content/issues/${dates[at + 1]}.yaml`;
    findings.push({
      code: 'issue-missing',
      file,
      line: lines.field(file, 'date'),
      found: `上一期是 ${dates[at]}，隔了 ${gaps[at]} 天`,
      expected: `前后各期相隔 ${usual} 天`,
      remedy: '若是休刊，在这一期的 exceptions 里写明；若找得到，补上。',
      text: dates[at]!,
      about: dates[at + 1]!,
    });
  }
  return findings;
}
