import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { passNames } from '../../scripts/pipeline/index.ts';
import { showPass } from '../../scripts/pipeline/show-stages.ts';

const Case = z.strictObject({
  name: z.string(),
  scan: z.array(z.string()),
  expect: z.array(z.string()),
  date: z.string().optional(),
  topics: z
    .array(
      z.strictObject({
        slug: z.string(),
        terms: z.array(z.strictObject({ term: z.string(), weight: z.number() })),
        exceptions: z.array(z.string()),
        threshold: z.number(),
      }),
    )
    .optional(),
});
/** A sign of the pass that must matter here, instead of the pass as a whole. */
const Fix = Case.extend({ sign: z.string().optional() });
const Fixture = z.strictObject({
  fixes: z.array(Fix).min(1),
  keeps: z.array(Case).min(1),
  knownFailures: z.array(Case),
});
type Case = z.infer<typeof Case>;

const FOLDER = new URL('./', import.meta.url);
const passes = passNames.filter((pass) => !pass.signOf);

describe.each(passes)('$stage/$name', ({ stage, name, needed }) => {
  const file = new URL(`${stage}/${name}.json`, FOLDER);
  const fixture = Fixture.parse(JSON.parse(readFileSync(file, 'utf8')));
  const run = ({ scan, date, topics }: Case, without?: string) =>
    showPass(scan, name, {
      ...(without ? { without: new Set([without]) } : {}),
      ...(date ? { date } : {}),
      ...(topics ? { topics } : {}),
    });

  test.each(fixture.fixes)('fixes: $name', (example) => {
    expect(run(example)).toEqual(example.expect);
    // Without the pass (or the sign) the same lines must come out otherwise: else the example shows nothing.
    const off = example.sign ?? (needed ? undefined : name);
    if (off) expect(run(example, off)).not.toEqual(example.expect);
  });

  test.each(fixture.keeps)('keeps: $name', (example) => {
    expect(run(example)).toEqual(example.expect);
  });

  if (fixture.knownFailures.length > 0) {
    test.each(fixture.knownFailures)('known failure: $name', (example) => {
      expect(run(example), 'the pass does this now: move the example to fixes').not.toEqual(example.expect);
    });
  }
});

test('every fixture belongs to a pass', () => {
  const known = new Set(passes.map(({ stage, name }) => `${stage}/${name}.json`));
  const found = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(new URL(`${entry.name}/`, FOLDER)).map((file) => `${entry.name}/${file}`));
  expect(found.filter((file) => !known.has(file))).toEqual([]);
});
