import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeWeight, unitAt } from '../pipeline/continuations.ts';

// node scripts/bench/learn-continuations.ts <folder> <file>: counts which character follows which, and which follows
// two, in the Markdown files of a folder, and writes the table `pipeline/continuations.tsv`. What the table in the
// repository was learnt from stands in `pipeline/continuations.ts`.

/** Characters that came less often are as good as unknown. */
const FEWEST = 5;
/**
 * Kept of a context is what says so much (nats) over all that was counted: how often it came, times how much likelier or
 * unlikelier it is than without the first character of the context. The rest is left to the backing off. Of all pairs that
 * came five times and runs of three that came twenty times that is a quarter: 0.4 MB instead of 1.2, and 166 pages of
 * woven columns read no worse by it.
 */
const LEAST_SAID = 100;
/** A character that never came counts as if it had come so often. */
const UNKNOWN = 0.5;
/** What is kept of a context leaves at least this share to the others. */
const LEAST_REST = 0.01;

const [folder, file] = process.argv.slice(2);
if (!folder || !file) {
  console.error('node scripts/bench/learn-continuations.ts <folder of Markdown files> <file to write>');
  process.exit(2);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const singles = new Map<string, number>();
const pairs = new Map<string, number>();
const runs = new Map<string, number>();
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
for (const name of names.sort()) {
  // A paragraph begins a line; what stands in two of them does not follow.
  for (const line of readFileSync(join(folder, name), 'utf8').replace(/<\/p>/gu, '\n').split('\n')) {
    if (/^\s*(?:#|-|!|\[)/u.test(line)) continue;
    const printed = line.replace(/<[^>]+>|\s/gu, '');
    let text = '';
    for (let i = 0; i < printed.length; i++) text += String.fromCharCode(unitAt(printed, i));
    for (let i = 0; i < text.length; i++) {
      count(singles, text[i] as string);
      if (i >= 1) count(pairs, text.slice(i - 1, i + 1));
      if (i >= 2) count(runs, text.slice(i - 2, i + 1));
    }
  }
}

const all = [...singles.values()].reduce((a, b) => a + b, 0);
const likelihoodOf = (unit: string): number => (singles.get(unit) ?? UNKNOWN) / all;

/** How likely a character follows each context; what is not kept shares the rest as without the context. */
class Likelihoods {
  readonly rests = new Map<string, number>();
  /** By context: what is kept of what followed it, and how often that came. */
  readonly kept = new Map<string, Map<string, number>>();
  readonly totals: ReadonlyMap<string, number>;
  readonly shorter: (context: string, unit: string) => number;

  /**
   * @param followed contexts, each with a character that followed it, and how often
   * @param totals how often each context came
   * @param shorter how likely the character is after a context without its first character
   */
  constructor(
    followed: ReadonlyMap<string, number>,
    totals: ReadonlyMap<string, number>,
    shorter: (context: string, unit: string) => number,
  ) {
    this.totals = totals;
    this.shorter = shorter;
    for (const key of [...followed.keys()].sort()) {
      const times = followed.get(key) as number;
      const [context, unit] = [key.slice(0, -1), key.slice(-1)];
      const ratio = times / (totals.get(context) as number) / shorter(context.slice(1), unit);
      if (times * Math.abs(Math.log(ratio)) < LEAST_SAID) continue;
      const followers = this.kept.get(context) ?? new Map<string, number>();
      this.kept.set(context, followers.set(unit, times));
    }
    for (const [context, followers] of this.kept) {
      let [times, own] = [0, 0];
      for (const [unit, count] of followers) {
        times += count;
        own += shorter(context.slice(1), unit);
      }
      const rest = Math.max(LEAST_REST, 1 - times / (totals.get(context) as number));
      this.rests.set(context, Math.min(1, rest / Math.max(LEAST_REST, 1 - own)));
    }
  }

  of(context: string, unit: string): number {
    const times = this.kept.get(context)?.get(unit);
    if (times !== undefined) return times / (this.totals.get(context) as number);
    return (this.rests.get(context) ?? 1) * this.shorter(context.slice(1), unit);
  }

  /** A row for each context: the context, what it leaves, each character that followed it and how likely. */
  rows(): string[] {
    return [...this.kept].map(([context, followers]) => {
      const row = [...followers.keys()].map(
        (unit) => `${unit}${encodeWeight(Math.log(this.of(context, unit)))}`,
      );
      return `${context}\t${encodeWeight(Math.log(this.rests.get(context) as number))}${row.join('')}`;
    });
  }
}

const known = [...singles].filter(([, times]) => times >= FEWEST).sort(([a], [b]) => (a < b ? -1 : 1));
const ofPairs = new Likelihoods(pairs, singles, (_context, unit) => likelihoodOf(unit));
const ofRuns = new Likelihoods(runs, pairs, (context, unit) => ofPairs.of(context, unit));
const table = [
  `\t${encodeWeight(Math.log(UNKNOWN / all))}${known.map(([unit]) => `${unit}${encodeWeight(Math.log(likelihoodOf(unit)))}`).join('')}`,
  ...ofPairs.rows(),
  ...ofRuns.rows(),
];
writeFileSync(file, `${table.join('\n')}\n`);
console.log(
  `${names.length} files, ${known.length} characters, ${ofPairs.kept.size} and ${ofRuns.kept.size} contexts`,
);
