import { readFile } from 'node:fs/promises';
import type { Tally } from './run-stage.ts';

/**
 * Counts the tests in a report of Vitest. A run that failed without a failed test (a file that does not load,
 * a set-up that threw, no report at all) counts as one failure: nothing fails in silence.
 *
 * @param report path of the JSON report
 * @param code exit code of the run
 */
export async function readTally(report: string, code: number): Promise<Tally> {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
