import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './begin-with-longest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    // Generous: a test is there to say what is wrong, not how busy the machine is.
    // A missing baseline fails its test; it is never written by it.
    update: 'none',
    sequence: { sequencer: LongestFirst },
    // `npm run coverage`: what unit tests run of what has to be right whatever comes in.
    coverage: {
      provider: 'v8',
      include: [
        'scripts/pipeline/**/*.ts',
        'src/model.ts',
        'src/model/*.ts',
        'src/search/**/*.ts',
        'src/client/**/*.ts',
      ],
      reporter: ['json'],
      // A failed test fails the command; what the others reached is told all the same.
      reportOnFailure: true,
      reportsDirectory: '.cache/coverage/unit',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/deep/**'],
          maxWorkers: 2,
          // A process for each file spent a third of the time on loading the same modules. What a test puts in the
          // place of something global it takes away again.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/frame/set-up-site.ts'],
          // Tests wait for the browser more than they work: three files at a time keep two cores busy.
          maxWorkers: 3,
          // A real browser on a busy machine; what needed its second try is named in the report.
          retry: 1,
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          include: ['tests/deep/**/*.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 1_800_000,
        },
      },
    ],
  },
});
