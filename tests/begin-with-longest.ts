import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Test files that take half a minute and more, the longest first. A file that begins last and goes on alone leaves
 * all cores but one idle: Vitest knows how long files take only where it has run before, and by their size the
 * longest of all came last.
 */
const LONGEST = [
  'browser/whole-build.test.ts',
  'browser/reading.test.ts',
  'browser/many-names.test.ts',
  'browser/search-states.test.ts',
  'browser/editors-desk.test.ts',
  'browser/every-kind.test.ts',
  'browser/search-results.test.ts',
  'browser/html.test.ts',
  'browser/focus-ring.test.ts',
  'browser/search.test.ts',
  'editors/check.test.ts',
  'editors/week.test.ts',
  'editors/desk.test.ts',
  'loader/attacks-on-names.test.ts',
];

/** Begins with the longest test files, and goes on in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(`/tests/${name}`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
