import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTally } from '../../scripts/test/read-tally.ts';
import { makeFolder } from './make-folder.ts';

const report = (numPassedTests: number, numFailedTests: number, testResults: object[] = []) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults });

test.each([
  ['all well', report(3, 0), 0, { passed: 3, failed: 0 }],
  ['a failed test', report(3, 1), 1, { passed: 3, failed: 1 }],
  [
    'a file that does not load',
    report(3, 0, [{ status: 'failed', assertionResults: [] }]),
    1,
    { passed: 3, failed: 1 },
  ],
  ['a set-up that threw', report(0, 0), 1, { passed: 0, failed: 1 }],
])('%s', async (_, text, code, tally) => {
  const folder = await makeFolder({ 'report.json': text });
  expect(await readTally(join(folder, 'report.json'), code)).toEqual(tally);
});

test('no report at all is a failure', async () => {
  expect(await readTally(join(await makeFolder(), 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
});
