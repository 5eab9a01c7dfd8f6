import { writeFileSync } from 'node:fs';
import { PAIR_WEIGHTS } from '../pipeline/2-blocks/learnt-pairs.ts';
import { type LineSign, readLineSigns } from '../pipeline/2-blocks/line-signs.ts';
import { joinHeadline } from '../pipeline/2-blocks/weigh-join.ts';
import { readPairSigns } from '../pipeline/2-blocks/weigh-pair.ts';
import { namesOfCharacters } from '../pipeline/3-articles/headline-characters.ts';
import { READING_WEIGHTS, ROLE_WEIGHTS } from '../pipeline/3-articles/learnt-weights.ts';
import { cannotBegin } from '../pipeline/characters.ts';
import { type Choice, fitChoices, lossOfChoices } from './fit-choices.ts';
import { readLeftOut } from './read-left-out.ts';
import { type KnownStack, readStacks, rowsOf } from './read-stacks.ts';

// node scripts/bench/learn-stack-weights.ts [source …]: learns PAIR_WEIGHTS of `2-blocks/learnt-pairs.ts` and
// READING_WEIGHTS, PLACE_WEIGHTS, ROLE_WEIGHTS and ROLE_SHARES of `3-articles/learnt-weights.ts` again and prints them, and
// writes `3-articles/headline-characters.tsv`. Files of tests/fixtures/articles, of tests/fixtures/stacks and its folders,
// or `gold`, that are named are left out of the learning, and it is tried on them (nothing is written then). Left out one by
// one, of the stacks that are drawn in two lines and more 65 to 88 of 100 are read as they are printed of the seven papers,
// 80 to 96 of the eight districts; without what characters say, and with all stacks counting alike, 66 to 84 and 80 to 96.

/** Ridge: a weight must pay this much for its square. */
const RIDGE = 2;
const RIDGE_OF_ROLES = 1;
/** Mostly no line stands above the headline and none below it: what this says pays less. */
const RIDGE_OF_USUAL = 1;
const USUAL = ['above 0', 'below 0'];
/** What characters say must pay more: each comes in few lines. Those that came in fewer drawings are left out. */
const RIDGE_OF_CHARACTERS = 16;
const FEWEST = 6;
/** Weights of characters below this say next to nothing. */
const LEAST = 0.03;
/**
 * How often stacks count: those of district papers, as an issue has them, more than those written to have every kind of
 * headline in them.
 */
const SHARES = { gold: 5, articles: 5, districts: 5, papers: 0.3, stacks: 0.3 } as const;
/** Real stacks count so often for the roles of single lines. */
const REAL_OF_ROLES = 3;
/** Of 100 stacks, those whose kicker is drawn after the headline, and decks before it. */
const KICKER_AFTER = 0.1;
const DECK_BEFORE = 0.05;
/** How often a headline is set in two rows: one of two phrases, a long one, another. */
const IN_ROWS = { phrases: 0.5, long: 0.35, short: 0.12 } as const;
/** Stacks that tell how lines are read together; with them the roles of single lines brought no more. */
const isForReadings = ({ set, source }: KnownStack): boolean =>
  set === 'papers' || set === 'districts' || ['life.txt', 'official.txt', 'service.txt'].includes(source);
/** A headline is long from here on, and never in two rows below this. */
const LONG = 17;
const LONG_ENOUGH = 13;
/** Most lines of a stack. */
const MOST_LINES = 4;

const plain = (text = ''): string => rowsOf(text).join('');

/** The rows of a headline that a setter broke, none if nobody would. */
function breakHeadline(headline: string): [string, string] | undefined {
  const [first = '', ...others] = rowsOf(headline);
  if (others.length > 0) return [first, others.join('')];
  const middle = headline.length / 2;
  const nearest = (places: readonly number[]): number | undefined =>
    [...places].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const all = [...headline].map((character, k) => ({ character, k }));
  const space = nearest(all.filter(({ character }) => character === ' ').map(({ k }) => k));
  if (space !== undefined) return [headline.slice(0, space), headline.slice(space + 1)];
  if (headline.length < LONG_ENOUGH) return undefined;
  const clauses = all.filter(({ character, k }) => '，：；！？、'.includes(character) && k + 1 > middle / 2);
  let at = nearest(clauses.map(({ k }) => k + 1)) ?? Math.floor(middle);
  if (at >= 0.8 * headline.length) at = Math.floor(middle);
  while (at < headline.length && cannotBegin(headline[at] as string)) at++;
  return at < headline.length ? [headline.slice(0, at), headline.slice(at)] : undefined;
}

/** The lines of a stack as they may be drawn, which of them are the headline, and how often they are drawn so. */
interface Drawing {
  readonly set: KnownStack['set'];
  readonly lines: readonly string[];
  readonly head: number;
  readonly rest: number;
  readonly share: number;
}

function drawings({ set, headline, ...stack }: KnownStack): Drawing[] {
  const [kicker, deck] = [plain(stack.kicker), plain(stack.deck)];
  const rows = breakHeadline(headline);
  const inRows = !rows
    ? 0
    : headline.includes(' ') || rowsOf(headline).length > 1
      ? IN_ROWS.phrases
      : headline.length >= LONG
        ? IN_ROWS.long
        : IN_ROWS.short;
  const drawn: Drawing[] = [];
  for (const [head, often] of [
    [[plain(headline)], 1 - inRows],
    [rows ?? [], inRows],
  ] as const) {
    const add = (above: readonly string[], below: readonly string[], share: number): void => {
      const before = above.filter(Boolean);
      const lines = [...before, ...head, ...below.filter(Boolean)];
      if (head.length === 0 || lines.length < 2 || lines.length > MOST_LINES) return;
      drawn.push({
        set,
        lines,
        head: before.length,
        rest: before.length + head.length,
        share: share * often,
      });
    };
    if (kicker) {
      add([kicker], [deck], 1 - KICKER_AFTER);
      add([], [kicker, deck], KICKER_AFTER);
    } else {
      add([], [deck], 1 - DECK_BEFORE);
      // A dash tells a deck without being learnt.
      if (!deck.startsWith('——')) add([deck], [], DECK_BEFORE);
    }
  }
  return drawn;
}

const ROLES = ['kicker', 'headline', 'deck'] as const;
const names = new Map<string, number>();
const numberOf = (name: string): number => {
  const known = names.get(name) ?? names.size;
  names.set(name, known);
  return known;
};
for (const sign of ['length', ...Object.keys(ROLE_WEIGHTS)])
  for (const role of ROLES) numberOf(`${role} ${sign}`);
for (const sign of Object.keys(PAIR_WEIGHTS)) numberOf(`pair ${sign}`);
for (const side of ['above', 'below']) for (const count of [0, 1, 2]) numberOf(`${side} ${count}`);

/** No words of the page are known here. */
const NOTHING = { holds: () => false };

/** All ways to read the lines of a stack, as `readStack` weighs them, and which is the one that is printed. */
function toChoice({ set, lines, head, rest, share }: Drawing): Choice {
  const ways: Map<number, number>[] = [];
  let right = -1;
  for (let from = 0; from < lines.length; from++) {
    for (let to = from + 1; to <= Math.min(from + 2, lines.length); to++) {
      if (from > 2 || lines.length - to > 2) continue;
      const signs = new Map<number, number>();
      const add = (name: string, value = 1): void => {
        const number = numberOf(name);
        signs.set(number, (signs.get(number) ?? 0) + value);
      };
      const addLine = (role: string, text: string): void => {
        for (const sign of readLineSigns({ text })) add(`${role} ${sign}`);
        add(`${role} length`, text.length / 10);
        for (const name of namesOfCharacters(text)) {
          const key = `${role} character ${name}`;
          if (names.has(key)) add(key);
        }
      };
      for (const line of lines.slice(0, from)) addLine('kicker', line);
      for (const line of lines.slice(to)) addLine('deck', line);
      const [first, second] = lines.slice(from, to) as [string, string | undefined];
      if (second === undefined) addLine('headline', first);
      else {
        addLine('headline', joinHeadline(first, second, NOTHING));
        for (const sign of readPairSigns({ text: first }, { text: second })) add(`pair ${sign}`);
      }
      add(`above ${from}`);
      add(`below ${lines.length - to}`);
      if (from === head && to === rest) right = ways.length;
      ways.push(signs);
    }
  }
  return { ways, right, share: share * SHARES[set] };
}

/** In a drawing, the characters of each line in each role that some way to read it gives it. */
function charactersOf({ lines }: Drawing): Set<string> {
  const found = new Set<string>();
  const add = (role: string, text: string): void => {
    for (const name of namesOfCharacters(text)) found.add(`${role} character ${name}`);
  };
  lines.forEach((line, k) => {
    if (k + 1 < lines.length) add('kicker', line);
    if (k > 0) add('deck', line);
    add('headline', line);
    if (k + 1 < lines.length) add('headline', line + (lines[k + 1] as string));
  });
  return found;
}

/** Numbers the characters that come often enough to learn from. */
function numberCharacters(all: readonly Drawing[]): void {
  const counts = new Map<string, number>();
  for (const drawing of all)
    for (const key of charactersOf(drawing)) counts.set(key, (counts.get(key) ?? 0) + drawing.share);
  for (const [key, count] of counts) if (count >= FEWEST) numberOf(key);
}

/** The role of a line by itself: which of the three it has. */
const toRole = ({ source, kicker, headline, deck }: KnownStack): Choice[] =>
  [kicker, headline, deck].map(plain).flatMap((text, right) =>
    text
      ? [
          {
            ways: ROLES.map(
              (role) =>
                new Map(readLineSigns({ text }).map((sign) => [numberOf(`${role} ${sign}`), 1] as const)),
            ),
            right,
            share: source === 'gold' ? REAL_OF_ROLES : 1,
          },
        ]
      : [],
  );

const stacks = readStacks();
const left = readLeftOut(stacks.map(({ source }) => source));
const learnt = stacks.filter(({ source }) => !left.has(source));
const others = stacks.filter(({ source }) => left.has(source));

const drawn = learnt.flatMap(drawings);
const signs = names.size;
numberCharacters(drawn);
const ridges = Float64Array.from(names, ([name, number]) =>
  USUAL.includes(name) ? RIDGE_OF_USUAL : number < signs ? RIDGE : RIDGE_OF_CHARACTERS,
);
const choices = drawn.map(toChoice);
const weights = fitChoices(choices, names.size, ridges);
const describe = (name: string, tried: readonly Choice[], by: Float64Array): void => {
  const { loss, right } = lossOfChoices(tried, by);
  console.log(`// ${name}: ${(100 * right).toFixed(1)} of 100 right, ${loss.toFixed(3)} nats each`);
};
describe('readings learnt from', choices, weights);
if (others.length > 0) describe('readings tried on', others.flatMap(drawings).map(toChoice), weights);

const roles = learnt.filter((stack) => !isForReadings(stack)).flatMap(toRole);
const roleWeights = fitChoices(roles, names.size, RIDGE_OF_ROLES);
describe('roles of lines learnt from', roles, roleWeights);
if (others.length > 0) describe('roles of lines tried on', others.flatMap(toRole), roleWeights);

/** Writes `headline-characters.tsv`: what the characters of a line say of it. */
function writeCharacters(): void {
  const rows = new Map<string, number[]>();
  for (const [name, number] of names) {
    const [role, kind, key] = name.split(' ');
    if (kind !== 'character' || !key) continue;
    const row = rows.get(key) ?? [0, 0, 0];
    row[ROLES.indexOf(role as (typeof ROLES)[number])] = weights[number] as number;
    rows.set(key, row);
  }
  const kept = [...rows].filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST));
  const lines = kept.map(([key, row]) =>
    [key, ...row.map((weight) => Number(weight.toFixed(2)) + 0)].join('\t'),
  );
  writeFileSync(
    new URL('../pipeline/3-articles/headline-characters.tsv', import.meta.url),
    `${lines.sort().join('\n')}\n`,
  );
}

const round = (by: Float64Array, name: string): number =>
  Number((by[numberOf(name)] as number).toFixed(2)) + 0;
const ofRoles = (by: Float64Array, sign: string): string =>
  `  ${sign}: [${ROLES.map((role) => round(by, `${role} ${sign}`)).join(', ')}],`;
console.log('PAIR_WEIGHTS');
for (const sign of Object.keys(PAIR_WEIGHTS))
  console.log(`  ${/^\w+$/u.test(sign) ? sign : `'${sign}'`}: ${round(weights, `pair ${sign}`)},`);
console.log('READING_WEIGHTS');
for (const sign of Object.keys(READING_WEIGHTS)) console.log(ofRoles(weights, sign));
console.log('PLACE_WEIGHTS');
for (const side of ['above', 'below'])
  console.log(`  ${side}: [${[0, 1, 2].map((k) => round(weights, `${side} ${k}`)).join(', ')}],`);
if (left.size === 0) writeCharacters();
const shares = ROLES.map((_, role) =>
  roles.reduce((sum, choice) => sum + (choice.right === role ? choice.share : 0), 0),
);
const all = shares.reduce((sum, share) => sum + share, 0);
console.log(`ROLE_SHARES = [${shares.map((share) => (share / all).toFixed(3)).join(', ')}]`);
console.log('ROLE_WEIGHTS');
for (const sign of Object.keys(ROLE_WEIGHTS) as LineSign[]) console.log(ofRoles(roleWeights, sign));
