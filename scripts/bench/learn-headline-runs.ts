import { writeFileSync } from 'node:fs';
import {
  cutByWeights,
  HEADLINE_RUN_WEIGHTS,
  LONGEST_LINE,
  ROLES,
  readRun,
  SHORTEST_LINE,
} from '../pipeline/2-blocks/cut-headline-run.ts';
import { gatherPairs } from '../pipeline/2-blocks/weigh-join.ts';
import { type Indexed, type KnownRun, slopeOf } from './headline-run-slope.ts';
import { makeRandom } from './make-random.ts';
import { readLeftOut } from './read-left-out.ts';
import { readStacks, rowsOf } from './read-stacks.ts';

// node scripts/bench/learn-headline-runs.ts [file …]: learns what tells where the lines of headlines end in a run of
// characters, from the stacks of tests/fixtures/articles and tests/fixtures/stacks. Of most of them the text is not known:
// they teach what the words alone tell. Writes `2-blocks/headline-runs.tsv` and prints how many runs are cut rightly. Files
// that are named are left out of the learning, and it is tried on them; then nothing is written.

/** What a weight must pay for its square; characters are many and seen seldom. */
const RIDGE = { sign: 1, character: 2 } as const;
/** A character in fewer lines teaches nothing. */
const LEAST = 4;
/** Smaller weights are left out of the table. */
const SMALLEST = 0.05;
const ROUNDS = 80;
/** Gradient descent by Adam: its step, how much of the pace and of the spread of the last round stays, the least spread. */
const ADAM = { step: 0.15, pace: 0.9, spread: 0.99, least: 1e-4 } as const;
/** Of 100 stacks, those whose kicker is drawn last; of runs, those with another stack behind them. */
const KICKER_LAST = 0.2;
const ANOTHER = 0.3;
/** Articles on a page beside those whose headlines stand in the run. */
const BESIDE = 7;
const KINDS = ROLES.length;

interface RunStack {
  readonly source: string;
  /** Kicker, headline, deck. */
  readonly lines: readonly (string | undefined)[];
  readonly text: string;
}

// Vertical lines lose their spaces.
const close = (line: string | undefined): string | undefined =>
  line && rowsOf(line).join('').replaceAll(/\s/gu, '');

function drawRuns(stacks: readonly RunStack[]): KnownRun[] {
  const random = makeRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const texts = stacks.filter(({ source }) => source.endsWith('.json')).map(({ text }) => text);
  const runs: KnownRun[] = [];
  for (const stack of stacks) {
    const drawn = [stack];
    const pool = stacks.filter(({ source }) => source === stack.source);
    while (random() < ANOTHER) drawn.push(pick(pool));
    const lines = drawn.flatMap((one) => {
      const order = random() < KICKER_LAST ? [1, 2, 0] : [0, 1, 2];
      return order.flatMap((role) => (one.lines[role] ? [{ role, line: one.lines[role] }] : []));
    });
    const page = [...drawn.map(({ text }) => text), ...Array.from({ length: BESIDE }, () => pick(texts))];
    const text = lines.map(({ line }) => line).join('');
    let end = 0;
    runs.push({
      source: stack.source,
      text,
      ends: lines.map(({ line }) => (end += line.length)),
      roles: lines.map(({ role }) => role),
      signs: readRun(text, stack.text === '' ? undefined : gatherPairs(page)),
    });
  }
  return runs;
}

const isCharacter = (sign: string): boolean => sign.includes('|');

class Learner {
  readonly numbers = new Map<string, number>();
  private readonly counts = new Map<string, number>();

  constructor(runs: readonly KnownRun[]) {
    for (const { signs, ends } of runs) {
      ends.forEach((end, k) => {
        for (const sign of [...(signs.beginnings[ends[k - 1] ?? 0] ?? []), ...(signs.ends[end] ?? [])])
          this.counts.set(sign, (this.counts.get(sign) ?? 0) + 1);
      });
    }
    for (const last of ['nothing', ...ROLES]) this.number(`behind ${last}`);
  }

  private number(sign: string): number {
    const known = this.numbers.get(sign) ?? this.numbers.size;
    this.numbers.set(sign, known);
    return known;
  }

  private numbersOf(signs: readonly string[]): number[] {
    return signs
      .filter((sign) => !isCharacter(sign) || (this.counts.get(sign) ?? 0) >= LEAST)
      .map((sign) => this.number(sign));
  }

  index(run: KnownRun): Indexed {
    const { signs } = run;
    const { length } = signs;
    const beginnings = signs.beginnings.map((found) => this.numbersOf(found));
    const ends = signs.ends.map((found) => this.numbersOf(found));
    return {
      run,
      breaks: signs.breaks.map((found) => found && this.numbersOf(found)),
      lines: Array.from({ length }, (_, from) =>
        signs.breaks[from]
          ? Array.from({ length: Math.min(LONGEST_LINE, length - from) + 1 }, (_, size) =>
              size >= SHORTEST_LINE && signs.breaks[from + size]
                ? [
                    ...(beginnings[from] as number[]),
                    ...this.numbersOf(signs.line(from, from + size)),
                    ...(ends[from + size] as number[]),
                  ]
                : undefined,
            )
          : [],
      ),
    };
  }
}

/** The true lines can be read at all: none is too long, none ends inside quotation marks. */
const isReadable = ({ run, lines }: Indexed): boolean =>
  run.ends.every((end, k) => lines[run.ends[k - 1] ?? 0]?.[end - (run.ends[k - 1] ?? 0)] !== undefined);

function learn(runs: readonly KnownRun[]): Map<string, number[]> {
  const learner = new Learner(runs);
  const indexed = runs.map((run) => learner.index(run)).filter(isReadable);
  const names = [...learner.numbers.keys()];
  const weights = new Float64Array(names.length * KINDS);
  const ridge = weights.map((_, k) =>
    isCharacter(names[Math.floor(k / KINDS)] as string) ? RIDGE.character : RIDGE.sign,
  );
  const pace = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = new Float64Array(weights.length);
    for (const run of indexed) slopeOf(run, weights, slope);
    const step = ADAM.step * Math.min(1, 2 * (1 - round / (ROUNDS + 1)));
    for (let k = 0; k < weights.length; k++) {
      const pull = ((slope[k] as number) - (ridge[k] as number) * (weights[k] as number)) / indexed.length;
      pace[k] = ADAM.pace * (pace[k] as number) + (1 - ADAM.pace) * pull;
      spread[k] = ADAM.spread * (spread[k] as number) + (1 - ADAM.spread) * pull * pull;
      const root = Math.sqrt((spread[k] as number) / (1 - ADAM.spread ** round)) + ADAM.least;
      weights[k] = (weights[k] as number) + (step * (pace[k] as number)) / (1 - ADAM.pace ** round) / root;
    }
  }
  return new Map(names.map((name, k) => [name, [...weights.subarray(k * KINDS, (k + 1) * KINDS)]]));
}

function describe(name: string, runs: readonly KnownRun[], weights: ReadonlyMap<string, number[]>): string {
  const right = runs.filter(({ signs, ends }) => {
    const cuts = cutByWeights(signs, weights);
    return cuts.length === ends.length - 1 && cuts.every((cut, k) => cut === ends[k]);
  }).length;
  return `${name}: ${right} of ${runs.length} runs are cut rightly`;
}

const stacks = readStacks()
  .filter(({ set }) => set !== 'gold')
  .map(
    ({ source, kicker, headline, deck, text }): RunStack => ({
      source,
      lines: [kicker, headline, deck].map(close),
      text,
    }),
  );
const left = readLeftOut(stacks.map(({ source }) => source));
const isLeft = ({ source }: KnownRun): boolean => left.has(source);
const runs = drawRuns(stacks);
const weights = learn(runs.filter((run) => !isLeft(run)));
for (const count of [1, 2, 3]) {
  const some = runs.filter((run) => (left.size === 0 || isLeft(run)) && run.ends.length === count);
  console.log(describe(`${count} lines`, some, weights));
}
if (left.size === 0) {
  const rows = [...weights]
    .map(([sign, values]) => [sign, values.map((value) => Number(value.toFixed(2)))] as const)
    .filter(([, values]) => values.some((value) => Math.abs(value) >= SMALLEST));
  writeFileSync(
    HEADLINE_RUN_WEIGHTS,
    rows.map(([sign, values]) => `${sign}\t${values.join('\t')}\n`).join(''),
  );
}
