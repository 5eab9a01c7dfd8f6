import { openMarks } from '../characters.ts';
import { weighContinuation } from '../continuations.ts';
import { joinStrands, type Strand, sliceStrand } from '../strand.ts';
import { breaksWord } from '../word-meanings.ts';
import { weighLines } from './cut-headline-run.ts';
import type { Row } from './row.ts';
import type { RunningText } from './weigh-join.ts';

/** Evidence (nats) of two characters that come to stand together: of any, of the page's words, of known ones. */
const JOINT = { any: -1.5, pairOfPage: 1.6, threeOfPage: 1.8, word: 1.2, mark: -0.5, dash: -3 } as const;
/** What follows what in texts at large counts so much, and no more than so many nats. */
const GOES_ON = { characters: 0.4, marks: 0.3, most: 2 } as const;
/** Of taking apart what stands without a space; of a mark that closes what is not open, or is left open. */
const TORN = -0.9;
const UNBALANCED = -2.5;
/** So much counts what speaks against characters of one step following each other. */
const WITHIN = 0.6;
/** Of a second line; how much it counts how headlines are worded; of the first step being of the line read first. */
const SECOND_LINE = -3;
const WORDING = 0.85;
const FIRST = 1;
/**
 * Both lines begin at the top, and each is set in type of one size: what stands lower than what is read after it, in
 * characters of the smaller size, costs so much for each; so much is nothing.
 */
const LATE = -1.4;
const SLACK = 0.4;
/** How much larger one line is set than the other, and how much higher it begins (characters of the smaller). */
const SIZES = [1.4, 1.7, 2.1] as const;
const RAISED = [-1, 0.5] as const;
/** Ways that are followed up, first in each setting, then in the likeliest; those that are weighed as headlines. */
const NARROW = 6;
const BEAM = 20;
const MOST_SETTINGS = 2;
const MOST_WEIGHED = 12;
/** A word is looked for in so many characters before the joint. */
const REACH = 4;

/** One way to deal the steps so far to the lines, from the left. */
interface Way {
  readonly lines: readonly string[];
  readonly pieces: readonly (readonly Strand[])[];
  readonly score: number;
  /** How far down each line has come, in characters of the smaller size. */
  readonly depths: readonly number[];
}

/** How the lines are set: the size of each, and how far down it begins. */
interface Setting {
  readonly sizes: readonly number[];
  readonly begins: readonly number[];
}

const ONE_LINE: Setting = { sizes: [1], begins: [0] };
const TWO_LINES: readonly Setting[] = [
  { sizes: [1, 1], begins: [0, 0] },
  ...SIZES.flatMap((size) =>
    RAISED.flatMap((begin): Setting[] => [
      { sizes: [1, size], begins: [0, begin] },
      { sizes: [size, 1], begins: [begin, 0] },
    ]),
  ),
];

type WeighJoint = (line: string, piece: string) => number;

const HAN_FIRST = /^\p{Script=Han}/u;
const HAN_LAST = /\p{Script=Han}$/u;
const within = (weight: number): number => Math.max(-GOES_ON.most, Math.min(GOES_ON.most, weight));

/** Evidence of a piece going on from what stands on its line; the same is asked again and again. */
function weighJoints(running: RunningText): WeighJoint {
  const known = new Map<string, number>();
  const weigh = (line: string, piece: string): number => {
    const unbalanced = openMarks(line + piece) < 0 ? UNBALANCED : 0;
    if (line === '') return unbalanced;
    if (piece.startsWith('—')) return JOINT.dash;
    const tail = line.slice(-REACH);
    const goesOn = weighContinuation(tail, piece);
    if (!HAN_LAST.test(line) || !HAN_FIRST.test(piece))
      return JOINT.mark + unbalanced + within(GOES_ON.marks * goesOn);
    const first = piece.charAt(0);
    const pair = running.holds(tail.slice(-1) + first);
    const three = pair && tail.length > 1 && running.holds(tail.slice(-2) + first);
    return (
      JOINT.any +
      (pair ? JOINT.pairOfPage : 0) +
      (three ? JOINT.threeOfPage : 0) +
      (breaksWord(tail, piece) ? JOINT.word : 0) +
      within(GOES_ON.characters * goesOn)
    );
  };
  return (line, piece) => {
    const key = `${openMarks(line)}${line.slice(-REACH)} ${piece}`;
    let weight = known.get(key);
    if (weight === undefined) {
      weight = weigh(line, piece);
      known.set(key, weight);
    }
    return weight;
  };
}

/** What of a step goes to which line, undefined where nothing does. */
interface Deal {
  readonly parts: readonly (Strand | undefined)[];
  /** How much of each line it takes, in characters. */
  readonly depths: readonly number[];
  readonly cost: number;
}

/** How much of a line a piece takes, in characters: numbers and Latin words stand upright on one step. */
const depthOf = (text: string): number => text.replace(/[0-9A-Za-z]+/gu, '0').length;

/** How a step may be dealt to the lines: what a space divides stands side by side. */
function dealStep({ strand }: Row, lines: number, weigh: WeighJoint): Deal[] {
  const { text } = strand;
  const part = (from: number, to: number): Strand => sliceStrand(strand, from, to);
  const space = text.indexOf(' ');
  const deal = (parts: readonly (Strand | undefined)[], cost = 0): Deal => ({
    parts,
    depths: parts.map((piece) => depthOf(piece?.text ?? '')),
    cost,
  });
  if (lines === 1) return space < 0 ? [deal([strand])] : [];
  if (space >= 0) return [deal([part(0, space), part(space + 1, text.length)])];
  // 布慌: where both lines end, the last of each may stand without a space.
  let whole = 0;
  for (let at = 1; at < text.length; at++)
    whole += WITHIN * Math.min(0, weigh(text.slice(0, at), text.slice(at)));
  const deals = [deal([strand, undefined], whole), deal([undefined, strand], whole)];
  for (let at = 1; at < text.length; at++) deals.push(deal([part(0, at), part(at, text.length)], TORN));
  return deals;
}

/** Deals a step to the lines of a way. */
function goOn(way: Way, { parts, cost, depths }: Deal, { sizes }: Setting, weigh: WeighJoint): Way {
  let score = way.score + cost;
  parts.forEach((part, line) => {
    if (!part) return;
    score += weigh(way.lines[line] as string, part.text);
    way.depths.forEach((depth, other) => {
      if (other === line || way.lines[other] === '') return;
      const lower = depth - (sizes[other] as number) - (way.depths[line] as number);
      score += LATE * Math.max(0, lower - SLACK);
    });
  });
  return {
    lines: way.lines.map((line, k) => line + (parts[k]?.text ?? '')),
    pieces: way.pieces.map((own, k) => (parts[k] ? [...own, parts[k]] : own)),
    score,
    depths: way.depths.map((depth, k) => depth + (depths[k] as number) * (sizes[k] as number)),
  };
}

/** Steps dealt to vertical lines, and what speaks for it. */
export interface PartedSteps {
  /** The lines as they are read, the one to the right first. */
  readonly lines: readonly Strand[];
  /** Evidence (nats). */
  readonly score: number;
  /** In how many places a line goes on from one step to another. */
  readonly joints: number;
}

/** Evidence of all that was dealt so, the lines as wholes too. */
function weighWhole({ lines, score }: Way, first: string): number {
  const inOrder = [...lines].reverse();
  const open = lines.filter((line) => openMarks(line) > 0).length;
  const begins = lines.length > 1 && inOrder[0]?.startsWith(first) ? FIRST : 0;
  return (
    score + open * UNBALANCED + (lines.length - 1) * SECOND_LINE + WORDING * weighLines(inOrder) + begins
  );
}

/** The likeliest way to deal all steps to lines that are set so, and the evidence for it. */
function dealInSetting(
  deals: readonly (readonly Deal[])[],
  setting: Setting,
  beam: number,
  weigh: WeighJoint,
  weighAll: (way: Way) => number,
): { way: Way; score: number } | undefined {
  let ways: Way[] = [
    {
      lines: setting.sizes.map(() => ''),
      pieces: setting.sizes.map(() => []),
      score: 0,
      depths: setting.begins,
    },
  ];
  for (const dealsOfStep of deals) {
    const next = new Map<string, Way>();
    for (const way of ways) {
      for (const deal of dealsOfStep) {
        const after = goOn(way, deal, setting, weigh);
        // What ends alike, as far down, goes on alike.
        const ends = after.lines.map((line) => `${openMarks(line)}${line.slice(-REACH)}`).join(' ');
        const key = `${(after.lines[0] as string).length} ${ends}`;
        const same = next.get(key);
        if (!same || same.score < after.score) next.set(key, after);
      }
    }
    ways = [...next.values()].sort((a, b) => b.score - a.score).slice(0, beam);
  }
  let best: { way: Way; score: number } | undefined;
  for (const way of ways.slice(0, MOST_WEIGHED)) {
    if (way.lines.some((line) => line.length < 2)) continue;
    const score = weighAll(way);
    if (!best || score > best.score) best = { way, score };
  }
  return best;
}

/**
 * Deals the steps of vertical lines that were read across to the one line or the two that read best: which characters
 * follow each other, how headlines are worded, and that each line goes down evenly. The weights were set by turns on 94
 * such stacks of four papers, where 56 headlines come out right; of a fifth paper 26 of 32 do.
 * @param steps rows of one to four characters, or two such pieces side by side
 * @param lines how many lines there are
 * @returns undefined where the steps cannot be dealt so
 */
export function partSteps(
  steps: readonly Row[],
  lines: 1 | 2,
  running: RunningText,
): PartedSteps | undefined {
  const weigh = weighJoints(running);
  const deals = steps.map((step) => dealStep(step, lines, weigh));
  const first = (steps[0] as Row).strand.text;
  const weighAll = (way: Way): number => weighWhole(way, first);
  const read = (setting: Setting, beam: number) => dealInSetting(deals, setting, beam, weigh, weighAll);
  const settings =
    lines === 1
      ? [ONE_LINE]
      : TWO_LINES.map((setting) => ({
          setting,
          score: read(setting, NARROW)?.score ?? Number.NEGATIVE_INFINITY,
        }))
          .sort((a, b) => b.score - a.score)
          .slice(0, MOST_SETTINGS)
          .map(({ setting }) => setting);
  let best: { way: Way; score: number } | undefined;
  for (const setting of settings) {
    const found = read(setting, BEAM);
    if (found && (!best || found.score > best.score)) best = found;
  }
  if (!best) return undefined;
  const { pieces } = best.way;
  return {
    lines: pieces.map((own) => joinStrands(own)).reverse(),
    score: best.score,
    joints: pieces.reduce((sum, own) => sum + Math.max(0, own.length - 1), 0),
  };
}
