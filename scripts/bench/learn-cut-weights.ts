import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layOut } from '../pipeline/3-articles/layout.ts';
import { MEANING_WEIGHTS, WORDING_WEIGHTS } from '../pipeline/3-articles/learnt-weights.ts';
import { readMeaningSigns } from '../pipeline/3-articles/meaning-signs.ts';
import { readCutSigns } from '../pipeline/3-articles/read-cut-signs.ts';
import { weighCut } from '../pipeline/3-articles/weigh-cuts.ts';
import { readWording } from '../pipeline/3-articles/wording.ts';
import { runStages } from '../pipeline/index.ts';
import { composePages, type InventedArticle } from './compose-pages.ts';

// node scripts/bench/learn-cut-weights.ts [file …]: learns the tables of `3-articles/learnt-weights.ts` again and
// prints them. Files of tests/fixtures/articles that are named are left out of the learning, and it is tried on them.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'tests/fixtures/articles');

/** Pages to learn from and to try on. */
const PAGES = { learn: 200, try: 60 } as const;
/** Ridge: a weight must pay this much for its square; likenesses lie between 0 and 1 and are few. */
const RIDGE = { wording: 5, meaning: 5 } as const;
const ROUNDS = 40;
const ENOUGH = 1e-5;

const wordingNames = Object.keys(WORDING_WEIGHTS) as (keyof typeof WORDING_WEIGHTS)[];
const meaningNames = Object.keys(MEANING_WEIGHTS) as (keyof typeof MEANING_WEIGHTS)[];
const names = [...wordingNames, ...meaningNames];
const ridge = [...wordingNames.map(() => RIDGE.wording), ...meaningNames.map(() => RIDGE.meaning)];
const bare: ReadonlySet<string> = new Set(['wording', 'meaning']);

/** A gap between two paragraphs whose articles are known. */
interface Gap {
  readonly cut: boolean;
  /** Evidence of all other signs. */
  readonly rest: number;
  /** What is learnt: wording, then meaning. */
  readonly learnt: readonly number[];
}

const plain = (text: string): string => text.replace(/\s+/gu, '');

function readGaps(articles: readonly InventedArticle[], pages: number, seed: number): Gap[] {
  return composePages(articles, pages, seed).flatMap(({ text, bodies }) => {
    const folded = bodies.map(plain);
    const { blocks } = runStages(text, { scan: 'composed.txt' }, 'join-headings');
    const layout = layOut(blocks?.blocks ?? []);
    const texts = layout.paragraphs.map(({ strand }) => strand.text);
    return readCutSigns(layout).flatMap((signs, p) => {
      if (!signs) return [];
      const before = texts[p - 1] as string;
      const after = texts[p] as string;
      const from = folded.findIndex((body) => body.includes(plain(before).slice(-24)));
      const to = folded.findIndex((body) => body.includes(plain(after).slice(0, 24)));
      if (from < 0 || to < 0) return [];
      const wording = readWording(before, after);
      const meaning = readMeaningSigns(layout.meanings, p);
      return [
        {
          cut: from !== to,
          rest: weighCut(signs, bare),
          learnt: [
            ...wordingNames.map((name) => wording[name] ?? 0),
            ...meaningNames.map((name) => meaning[name]),
          ],
        },
      ];
    });
  });
}

/** Solves a symmetric system by elimination. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let k = 0; k < n; k++) {
    const pivot = matrix[k] as Float64Array;
    for (let i = k + 1; i < n; i++) {
      const row = matrix[i] as Float64Array;
      const factor = (row[k] as number) / (pivot[k] as number);
      if (factor === 0) continue;
      for (let j = k; j < n; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
      right[i] = (right[i] as number) - factor * (right[k] as number);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    const row = matrix[k] as Float64Array;
    let sum = right[k] as number;
    for (let j = k + 1; j < n; j++) sum -= (row[j] as number) * (right[j] as number);
    right[k] = sum / (row[k] as number);
  }
  return right;
}

const weigh = (gap: Gap, weights: ArrayLike<number>): number =>
  gap.learnt.reduce((sum, value, k) => sum + value * (weights[k] as number), gap.rest);

/** Ridge-regularised logistic regression (Newton's method); what the other signs say is given. */
function learn(gaps: readonly Gap[]): Float64Array {
  const n = names.length;
  const weights = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, k) => -(ridge[k] as number) * weight);
    const curvature = Array.from({ length: n }, (_, k) =>
      new Float64Array(n).fill(ridge[k] as number, k, k + 1),
    );
    for (const gap of gaps) {
      const chance = 1 / (1 + Math.exp(-weigh(gap, weights)));
      const spread = chance * (1 - chance);
      for (let k = 0; k < n; k++) {
        const value = gap.learnt[k] as number;
        if (value === 0) continue;
        gradient[k] = (gradient[k] as number) + value * ((gap.cut ? 1 : 0) - chance);
        const row = curvature[k] as Float64Array;
        for (let j = 0; j < n; j++) row[j] = (row[j] as number) + spread * value * (gap.learnt[j] as number);
      }
    }
    const step = solve(curvature, gradient);
    let largest = 0;
    for (let k = 0; k < n; k++) {
      weights[k] = (weights[k] as number) + (step[k] as number);
      largest = Math.max(largest, Math.abs(step[k] as number));
    }
    if (largest < ENOUGH) break;
  }
  return weights;
}

function describe(name: string, gaps: readonly Gap[], weights: ArrayLike<number>): string {
  const wrong = gaps.filter((gap) => weigh(gap, weights) > 0 !== gap.cut);
  const loss = gaps.reduce(
    (sum, gap) => sum + Math.log1p(Math.exp((gap.cut ? -1 : 1) * weigh(gap, weights))),
    0,
  );
  const missed = wrong.filter(({ cut }) => cut).length;
  return `// ${name}: ${gaps.length} gaps, ${wrong.length - missed} false cuts, ${missed} missed, loss ${(loss / gaps.length).toFixed(4)}`;
}

const left = new Set(process.argv.slice(2));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const readFiles = (chosen: readonly string[]): InventedArticle[] =>
  chosen.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as InventedArticle[]);
const gaps = readGaps(readFiles(files.filter((file) => !left.has(file))), PAGES.learn, 1);
const weights = learn(gaps);
const none = new Float64Array(names.length);
console.log(describe('learnt from, without it', gaps, none));
console.log(describe('learnt from, with it', gaps, weights));
if (left.size > 0) {
  const others = readGaps(readFiles(files.filter((file) => left.has(file))), PAGES.try, 2);
  console.log(describe('tried on, without it', others, none));
  console.log(describe('tried on, with it', others, weights));
}
names.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});
