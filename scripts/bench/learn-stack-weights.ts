import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LINE_SIGNS } from '../pipeline/2-blocks/headline-words.ts';
import type { Block } from '../pipeline/2-blocks/row.ts';
import { ROLE_WEIGHTS, STACK_WEIGHTS } from '../pipeline/3-articles/learnt-weights.ts';
import { matchWords } from '../pipeline/3-articles/match-words.ts';
import { type RoleSign, readRoleSigns, SHORT } from '../pipeline/3-articles/weigh-stack.ts';
import type { InventedArticle } from './compose-pages.ts';

// node scripts/bench/learn-stack-weights.ts [--with file] … [file …]: learns STACK_WEIGHTS, ROLE_WEIGHTS and ROLE_SHARES of
// `3-articles/learnt-weights.ts` again and prints them. Files of tests/fixtures/articles, of tests/fixtures/stacks, or
// `gold` that are named are left out of the learning, and it is tried on them. Of tests/fixtures/stacks only
// `invented.txt` is learnt from, and what is named behind `--with`: learnt with the 780 stacks of the others, pages that
// nothing was learnt from came out no better.
const fixtures = fileURLToPath(new URL('../../tests/fixtures', import.meta.url));

/** Ridge: a weight must pay this much for its square; where a line stands is seen in every stack. */
const RIDGE = 2;
const RIDGE_OF_PLACE = 0.1;
const PLACES: ReadonlySet<string> = new Set(['first', 'last']);
/** Real stacks count so often. */
const REAL = 3;
/** Of 100 stacks, those whose kicker is drawn after the headline, and decks before it. */
const KICKER_AFTER = 0.1;
const DECK_BEFORE = 0.07;
/** Ridge for the roles of single lines. */
const RIDGE_OF_ROLES = 1;
const ROUNDS = 4000;
const STEP = 0.5;

/** Files of tests/fixtures/stacks: the one that is always learnt from; those in which a lead follows each stack. */
const INVENTED = 'invented.txt';
const WITH_LEADS: readonly string[] = ['life.txt', 'official.txt', 'service.txt'];

type Name = keyof typeof STACK_WEIGHTS;
const names = Object.keys(STACK_WEIGHTS) as Name[];

interface KnownStack {
  readonly source: string;
  readonly kicker?: string | undefined;
  readonly headline: string;
  readonly deck?: string | undefined;
  readonly lead: readonly string[];
}

/** The lines of a stack as they may be drawn, which is the headline, and how often they are drawn so. */
interface Example {
  readonly lines: readonly Float64Array[];
  readonly head: number;
  readonly share: number;
}

const asBlock = (text: string): Block => ({ strand: { text } }) as Block;

function readSigns(line: string, lead: readonly string[], first: boolean, last: boolean): Float64Array {
  const inLead = matchWords([asBlock(line)], lead.map(asBlock)).inLead(0, 0, lead.length);
  const own: Partial<Record<Name, number>> = {
    length: line.length / 10,
    short: line.length < SHORT ? 1 : 0,
    inLead,
    first: first ? 1 : 0,
    last: last ? 1 : 0,
    lastLength: last ? line.length / 10 : 0,
  };
  for (const [name, sign] of Object.entries(LINE_SIGNS)) own[name as Name] = sign.test(line) ? 1 : 0;
  return Float64Array.from(names, (name) => own[name] ?? 0);
}

function drawings({ source, kicker, headline, deck, lead }: KnownStack): Example[] {
  const times = source === 'gold' ? REAL : 1;
  const draw = (lines: readonly string[], share: number): Example => ({
    lines: lines.map((line, k) => readSigns(line, lead, k === 0, k === lines.length - 1)),
    head: lines.indexOf(headline),
    share: share * times,
  });
  // A dash tells a deck without being learnt.
  const plain = deck?.startsWith('——') ? undefined : deck;
  if (kicker && plain) {
    return [
      draw([kicker, headline, plain], 1 - KICKER_AFTER),
      draw([headline, plain, kicker], KICKER_AFTER * 0.7),
      draw([headline, kicker, plain], KICKER_AFTER * 0.3),
    ];
  }
  if (kicker) return [draw([kicker, headline], 1 - KICKER_AFTER), draw([headline, kicker], KICKER_AFTER)];
  if (plain) return [draw([headline, plain], 1 - DECK_BEFORE), draw([plain, headline], DECK_BEFORE)];
  return [];
}

function readStacks(): KnownStack[] {
  const stacks: KnownStack[] = [];
  const addArticles = (source: string, articles: readonly InventedArticle[]): void => {
    for (const { kicker, headline, deck, blocks } of articles) {
      if (!headline) continue;
      const lead = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, 2);
      stacks.push({ source, kicker, headline, deck, lead: lead.map(({ text }) => text) });
    }
  };
  for (const file of readdirSync(join(fixtures, 'articles')))
    addArticles(file, JSON.parse(readFileSync(join(fixtures, 'articles', file), 'utf8')));
  for (const file of readdirSync(join(fixtures, 'gold')))
    addArticles('gold', JSON.parse(readFileSync(join(fixtures, 'gold', file), 'utf8')).articles);
  for (const source of [INVENTED, ...WITH_LEADS]) {
    const written = readFileSync(join(fixtures, 'stacks', source), 'utf8');
    // In 1/8决赛 of the one file the slash is the paper's; in the others it is where a setter would break the line.
    const text = source === INVENTED ? written : written.replaceAll('/', '');
    for (const line of text.split('\n')) {
      const [kicker, headline, deck, ...lead] = line.split('|');
      if (headline) stacks.push({ source, kicker, headline, deck, lead });
    }
  }
  return stacks;
}

function chances({ lines }: Example, weights: Float64Array): number[] {
  const sums = lines.map((line) => Math.exp(line.reduce((sum, x, k) => sum + x * (weights[k] as number), 0)));
  const all = sums.reduce((sum, x) => sum + x, 0);
  return sums.map((x) => x / all);
}

/** Which line is the headline: a ridge-regularised softmax over the lines, by gradient descent. */
function learn(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(names.length);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map(
      (weight, k) => -(PLACES.has(names[k] as string) ? RIDGE_OF_PLACE : RIDGE) * weight,
    );
    for (const example of examples) {
      chances(example, weights).forEach((chance, line) => {
        const pull = example.share * ((line === example.head ? 1 : 0) - chance);
        (example.lines[line] as Float64Array).forEach((x, k) => {
          gradient[k] = (gradient[k] as number) + pull * x;
        });
      });
    }
    gradient.forEach((slope, k) => {
      weights[k] = (weights[k] as number) + (STEP * slope) / examples.length;
    });
  }
  return weights;
}

/** A line of a stack by itself: its signs, its role, how often it counts. */
interface Line {
  readonly source: string;
  readonly signs: readonly RoleSign[];
  readonly role: number;
  readonly share: number;
}

const linesOf = ({ source, kicker, headline, deck }: KnownStack): Line[] =>
  [kicker, headline, deck].flatMap((text, role) =>
    text ? [{ source, signs: readRoleSigns(text), role, share: source === 'gold' ? REAL : 1 }] : [],
  );

type RoleWeights = Record<RoleSign, [number, number, number]>;

function chancesOfRoles(signs: readonly RoleSign[], weights: RoleWeights): number[] {
  const sums = [0, 1, 2].map((role) => Math.exp(signs.reduce((sum, sign) => sum + weights[sign][role]!, 0)));
  const all = sums.reduce((sum, x) => sum + x, 0);
  return sums.map((x) => x / all);
}

/** Which role a line has by itself: a ridge-regularised softmax over the three, by gradient descent. */
function learnRoles(lines: readonly Line[]): RoleWeights {
  const signs = Object.keys(ROLE_WEIGHTS) as RoleSign[];
  const zeroes = () => Object.fromEntries(signs.map((sign) => [sign, [0, 0, 0]])) as RoleWeights;
  const weights = zeroes();
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = zeroes();
    for (const line of lines) {
      chancesOfRoles(line.signs, weights).forEach((chance, role) => {
        const pull = line.share * ((role === line.role ? 1 : 0) - chance);
        for (const sign of line.signs) gradient[sign][role]! += pull;
      });
    }
    for (const sign of signs)
      weights[sign].forEach((weight, role) => {
        const slope = gradient[sign][role]! - RIDGE_OF_ROLES * weight;
        weights[sign][role] = weight + (STEP * slope) / lines.length;
      });
  }
  return weights;
}

function describeRoles(name: string, lines: readonly Line[], weights: RoleWeights): string {
  const all = lines.reduce((sum, { share }) => sum + share, 0);
  const loss = lines.reduce(
    (sum, { signs, role, share }) => sum - share * Math.log(chancesOfRoles(signs, weights)[role]!),
    0,
  );
  return `// ${name}: the roles of lines by themselves cost ${(loss / all).toFixed(3)} nats a line`;
}

function describe(name: string, examples: readonly Example[], weights: Float64Array): string {
  let right = 0;
  let all = 0;
  for (const example of examples) {
    const found = chances(example, weights);
    if (found.indexOf(Math.max(...found)) === example.head) right += example.share;
    all += example.share;
  }
  return `// ${name}: the headline is found in ${((100 * right) / all).toFixed(1)} of 100 stacks`;
}

const { values, positionals } = parseArgs({
  options: { with: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const left = new Set(positionals);
const unknown = values.with.find((file) => !WITH_LEADS.includes(file));
if (unknown) throw new Error(`--with ${unknown}: is none of ${WITH_LEADS.join(', ')}`);
const spared = new Set(WITH_LEADS.filter((file) => !values.with.includes(file)));
const stacks = readStacks();
const examples = stacks.filter(({ source }) => !left.has(source) && !spared.has(source)).flatMap(drawings);
const weights = learn(examples);
console.log(describe('learnt from', examples, weights));
const others = stacks.filter(({ source }) => left.has(source)).flatMap(drawings);
if (others.length > 0) console.log(describe('tried on', others, weights));
names.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});

const lines = stacks.filter(({ source }) => !left.has(source) && !spared.has(source)).flatMap(linesOf);
const roles = learnRoles(lines);
console.log(describeRoles('learnt from', lines, roles));
const otherLines = stacks.filter(({ source }) => left.has(source)).flatMap(linesOf);
if (otherLines.length > 0) console.log(describeRoles('tried on', otherLines, roles));
const shares = [0, 1, 2].map((role) =>
  lines.reduce((sum, line) => sum + (line.role === role ? line.share : 0), 0),
);
const allShares = shares.reduce((sum, share) => sum + share, 0);
console.log(`ROLE_SHARES = [${shares.map((share) => (share / allShares).toFixed(3)).join(', ')}]`);
for (const [sign, own] of Object.entries(roles))
  console.log(`  ${sign}: [${own.map((weight) => Number(weight.toFixed(2))).join(', ')}],`);
