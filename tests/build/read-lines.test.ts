import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readLines } from '../../scripts/build/check-published/read-lines.ts';

function makeFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'lines'), text);
  return join(folder, 'lines');
}

test('lines come whole wherever the file is cut in reading, also in the midst of a character', () => {
  const line = fc.string({ unit: fc.constantFrom('丰', '台', '𠮷', 'a', '"', ' ') });
  const room = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), room, (lines, ended, bytes) => {
      const text = lines.join('\n') + (ended ? '\n' : '');
      const wanted = text.split('\n');
      if (wanted.at(-1) === '') wanted.pop();
      expect([...readLines(makeFile(text), bytes)]).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test('one may stop early; a file that is not there is told', () => {
  const file = makeFile('一\n二\n三\n');
  for (const first of readLines(file)) {
    expect(first).toBe('一');
    break;
  }
  expect(() => [...readLines(`${file}-none`)]).toThrow('ENOENT');
});
