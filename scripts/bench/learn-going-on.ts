import { fileURLToPath } from 'node:url';
import { GOING_ON_WEIGHTS, readGoingOn } from '../pipeline/2-blocks/weigh-going-on.ts';
import { type Example, fitLogistic, lossOf } from './fit-logistic.ts';
import { makeRandom } from './make-random.ts';
import { readKnownBreaks } from './read-known-breaks.ts';
import { type PageOfArticles, readKnownPages } from './read-known-pages.ts';

// node scripts/bench/learn-going-on.ts [folder …]: learns GOING_ON_WEIGHTS of `2-blocks/weigh-going-on.ts` from pages in
// folders of `*.txt` with `*.gold.json` beside them (tests/fixtures/gold-pages if none is named) and prints them. Each row
// that breaks off inside a sentence of a known paragraph is taken with the row that goes on from it, and with nine others of
// the page by chance; both kinds count alike together, so that the weights say how much likelier a row goes on with another
// than with any. For the loss on pages left out, each fifth of the pages is left out of the learning in turn.
// The weights in use were learnt from other pages: some 500 with 63,000 breaks give pairs and words more (continuation
// 0.45, seen 1.3, word 1.73, always −0.1), and woven columns are read no better by it.

/** Rows by chance for each that goes on. */
const CHANCE = 9;
/** Ridge: a weight must pay this much for its square. */
const RIDGE = 1;
const FOLDS = 5;
const FIXTURE_PAGES = fileURLToPath(new URL('../../tests/fixtures/gold-pages', import.meta.url));

const NAMES = Object.keys(GOING_ON_WEIGHTS) as (keyof typeof GOING_ON_WEIGHTS)[];
const inUse = NAMES.map((name) => GOING_ON_WEIGHTS[name]);

const random = makeRandom(1);

/** The breaks of a page and as many times {@link CHANCE} that are none. */
function readExamples({ text, articles }: PageOfArticles): Example[] {
  const paragraphs = articles.flatMap(({ blocks }) => blocks.map((block) => block.text));
  const { rows, pairs, breaks } = readKnownBreaks({ text, paragraphs });
  const examples: Example[] = [];
  for (const { left, right } of breaks) {
    examples.push({ is: true, signs: readGoingOn(left, right, pairs), share: CHANCE });
    for (let drawn = 0; drawn < CHANCE; ) {
      const other = rows[Math.floor(random() * rows.length)] as string;
      if (other === left || other === right) continue;
      examples.push({ is: false, signs: readGoingOn(left, other, pairs) });
      drawn++;
    }
  }
  return examples;
}

const folders = process.argv.slice(2);
const pages = (folders.length > 0 ? folders : [FIXTURE_PAGES]).flatMap((folder) =>
  readKnownPages(folder).map(readExamples),
);
const examples = pages.flat();
const breaks = examples.filter(({ is }) => is).length;
if (breaks === 0)
  throw new Error(`${folders.join(', ')}: no row that breaks off inside a sentence was found`);

const learn = (from: readonly Example[]): Float64Array =>
  fitLogistic(
    from,
    NAMES.map(() => RIDGE),
  );
const weights = learn(examples);
/** The loss of pages by weights that were learnt without them. */
const leftOut = Array.from({ length: FOLDS }, (_, fold) => {
  const isLeft = (_: unknown, page: number): boolean => page % FOLDS === fold;
  const left = pages.filter(isLeft).flat();
  const others = pages.filter((page, k) => !isLeft(page, k)).flat();
  return lossOf(left, learn(others)) * left.length;
}).reduce((a, b) => a + b, 0);

console.log(
  `// ${pages.length} pages: ${breaks} breaks, and ${CHANCE} by chance for each, which count as much together`,
);
console.log(`// weights in use: ${lossOf(examples, inUse).toFixed(4)} nats each`);
console.log(
  `// learnt: ${lossOf(examples, weights).toFixed(4)}; pages left out: ${(leftOut / examples.length).toFixed(4)}`,
);
NAMES.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});
