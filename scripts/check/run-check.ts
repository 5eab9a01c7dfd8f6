import type { ContentProblem } from '../../src/loader/content-problem.ts';
import { gatherContent } from '../../src/loader/read-content.ts';
import type { ScanAccount } from '../../src/provenance/check-provenance.ts';
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
import { compareWithScan } from './compare-with-scan.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

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
 */
export async function runCheck(root: string): Promise<CheckResult> {
  const { content, problems } = await gatherContent(root);
  const articles = content.articles.filter(({ status }) => status !== 'withdrawn');
  const context: CheckContext = {
    root,
    content,
    articles,
    lines: new LineFinder(root),
    model: new CharacterModel(articles),
  };
  const { findings: differences, accounts } = await compareWithScan(context);
  const found = [
    ...problems.map(findingOf),
    ...differences,
    ...checkDates(context),
    ...checkJumps(context),
    ...checkDuplicates(context),
    ...checkNames(context),
    ...checkMarks(context),
    ...checkCharacters(context),
    ...checkLookalikes(context),
    ...checkRun(context),
  ];
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
