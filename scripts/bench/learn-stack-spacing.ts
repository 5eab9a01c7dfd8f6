import { fileURLToPath } from 'node:url';
import { learnOrder, USUAL_POSITIONS } from '../pipeline/3-articles/assignment.ts';
import { STACK_WEIGHTS } from '../pipeline/3-articles/learnt-weights.ts';
import { HeadlineMatcher } from '../pipeline/3-articles/match-headlines.ts';
import { readParts } from '../pipeline/3-articles/stack-parts.ts';
import { listWays, type StackSign, type Way } from '../pipeline/3-articles/weigh-stack.ts';
import { Scales } from '../pipeline/3-articles/weigh-uses.ts';
import { type Choice, fitChoices, lossOfChoices } from './fit-choices.ts';
import { readKnownGaps } from './read-known-gaps.ts';
import { type KnownArticle, type PageOfArticles, readKnownPages } from './read-known-pages.ts';

// node scripts/bench/learn-stack-spacing.ts [folder …]: learns STACK_WEIGHTS of `3-articles/learnt-weights.ts` from pages in
// folders of `*.txt` with `*.gold.json` beside them (tests/fixtures/gold-pages if none is named) and prints them. What the
// words say is taken as it is learnt (learn-stack-weights.ts); for the weights in use it was learnt without the paper of
// the page, or words would have been believed too much.

/** Ridge: how far a weight goes from the one in use must pay this much for its square. */
const RIDGE = 1;
/** Most lines of a stack. */
const MOST_LINES = 4;
const FIXTURE_PAGES = fileURLToPath(new URL('../../tests/fixtures/gold-pages', import.meta.url));

const NAMES = Object.keys(STACK_WEIGHTS) as StackSign[];
const NUMBERS = new Map(NAMES.map((name, k) => [name, k]));

const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\s“”‘’"﹃﹄﹁﹂]/gu, '');

/** Where the lines of an article's stack stand among the heading lines of the page, and which are its headline. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly rest: number;
}

/** Finds the stack of an article, its kicker above or below its headline, that in one row or two. */
function findStack(lines: readonly string[], article: KnownArticle): Found | undefined {
  const [kicker, headline, deck] = [article.kicker, article.headline, article.deck].map(plain) as string[];
  if (!headline) return undefined;
  for (let head = 0; head < lines.length; head++) {
    const rows = [1, 2].find((count) => lines.slice(head, head + count).join('') === headline);
    if (!rows) continue;
    let from = head;
    let to = head + rows;
    if (deck && lines[to] === deck) to++;
    if (kicker && lines[from - 1] === kicker) from--;
    else if (kicker && lines[to] === kicker) to++;
    return { from, to, head: head - from, rest: head - from + rows };
  }
  return undefined;
}

/** The ways to read the stacks of a page, and which are right. */
function readChoices(page: PageOfArticles): Choice[] {
  const { layout, cuts } = readKnownGaps(page);
  const { parts, pairs } = readParts(layout);
  const lines = layout.headings.map(({ strand }) => plain(strand.text));
  const order = readOrder(layout, cuts);
  return page.articles.flatMap((article) => {
    const found = findStack(lines, article);
    if (!found) return [];
    const { from, to, head, rest } = found;
    // Lines across a paragraph are no stack.
    const parted = layout.joins.slice(from, to - 1).some((evidence) => evidence === -99);
    if (to - from < 2 || to - from > MOST_LINES || parted) return [];
    const ways = listWays({
      parts: parts.slice(from, to),
      pairs: pairs.slice(from, to),
      spaces: [...layout.spaces.slice(from, to - 1), layout.below[to - 1]],
      order,
    });
    // A standing head and a kicker leave the same headline: the likelier of the two counts as right.
    const right = ways
      .filter((way) => way.head === head && way.rest === rest)
      .sort((a, b) => b.evidence - a.evidence);
    const others = ways.filter((way) => !right.includes(way));
    if (right.length === 0 || others.length === 0) return [];
    const all = [right[0] as Way, ...others];
    return [{ ways: all.map(toSigns), given: all.map(({ evidence }) => evidence), right: 0, share: 1 }];
  });
}

/** In which order a page draws the lines of its stacks, as it is learnt once its articles are cut rightly. */
function readOrder(
  layout: ReturnType<typeof readKnownGaps>['layout'],
  cuts: readonly (boolean | undefined)[],
): number {
  const starts = [0, ...cuts.flatMap((cut, p) => (p > 0 && cut ? [p] : []))];
  const bodies = starts.map((from, k) => ({ from, to: starts[k + 1] ?? cuts.length }));
  return learnOrder(new HeadlineMatcher(new Scales(layout, new Set()), USUAL_POSITIONS).match(bodies));
}

const toSigns = ({ signs }: Way): Map<number, number> =>
  new Map(signs.map(([sign, value]) => [NUMBERS.get(sign) as number, value]));

const folders = process.argv.slice(2);
const choices = (folders.length > 0 ? folders : [FIXTURE_PAGES]).flatMap((folder) =>
  readKnownPages(folder).flatMap(readChoices),
);
if (choices.length === 0) throw new Error(`${folders.join(', ')}: no stack of two lines and more was found`);

// What is learnt is how far each weight moves from the one in use, whose evidence is given.
const moves = fitChoices(choices, NAMES.length, RIDGE);
const describe = (name: string, weights: Float64Array): void => {
  const { loss, right } = lossOfChoices(choices, weights);
  console.log(
    `// ${name}: ${choices.length} stacks, ${(100 * right).toFixed(1)} of 100 right, ${loss.toFixed(3)} nats each`,
  );
};
describe('weights in use', new Float64Array(NAMES.length));
describe('learnt', moves);
NAMES.forEach((name, k) => {
  const weight = STACK_WEIGHTS[name] + (moves[k] as number);
  console.log(`  ${/^\w+$/u.test(name) ? name : `'${name}'`}: ${Number(weight.toFixed(2))},`);
});
