import type { ContentProblem } from '../../src/loader/content-problem.ts';
import { gatherContent } from '../../src/loader/read-content.ts';
import { tellProgress, watchProgress } from '../watch-progress.ts';
import { acceptExceptions } from './accept-exceptions.ts';
import { LineFinder } from './article-texts.ts';
import { CharacterModel } from './character-model.ts';
import { checkCharacters } from './check-characters.ts';
import { checkDates } from './check-dates.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkJumps } from './check-jumps.ts';
import { checkLookalikes } from './check-lookalikes.ts';
import { checkMarks } from './check-marks.ts';
import { checkNames } from './check-names.ts';
import { checkRun } from './check-run.ts';
import { compareWithScan, type ScanAccount } from './compare-with-scan.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

/** What needs nothing but the articles, in the order of what is told of a line. */
const CHECKS: readonly ((context: CheckContext) => Finding[])[] = [
  checkDates,
  checkJumps,
  checkDuplicates,
  checkNames,
  checkMarks,
  checkCharacters,
  checkLookalikes,
  checkRun,
];

/** What a check found: findings by file and line, those that editors accepted, an account for each scan. */
export interface CheckResult {
  findings: Finding[];
  accepted: Finding[];
  accounts: ScanAccount[];
  articles: number;
}

/**
 * Reads everything in `content/` and lists what is wrong or suspicious.
 *
 * @param root folder of the repository
 * @param say says one line of progress
 */
export async function runCheck(root: string, say: (line: string) => void = () => {}): Promise<CheckResult> {
  const { content, problems } = await gatherContent(root, tellProgress(say, '篇'));
  const articles = content.articles.filter(({ status }) => status !== 'withdrawn');
  const context: CheckContext = {
    root,
    content,
    articles,
    lines: new LineFinder(root),
    model: new CharacterModel(articles),
  };
  const { findings: differences, accounts } = await compareWithScan(context, say);
  const found = [...problems.map(findingOf), ...differences];
  const progress = watchProgress(say, '项检查', CHECKS.length);
  for (const check of CHECKS) {
    found.push(...check(context));
    progress.step();
  }
  const { findings, accepted } = acceptExceptions(context, found);
  findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { findings, accepted, accounts, articles: content.articles.length };
}

/** A problem that stops the build, as a finding. */
function findingOf({ file, line, field, found, expected, remedy }: ContentProblem): Finding {
  return {
    code: 'front-matter',
    file,
    line,
    found: `${field ? `“${field}” ` : ''}${found}`,
    expected,
    ...(remedy && { remedy }),
  };
}
