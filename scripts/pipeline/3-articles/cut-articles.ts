import type { Block } from '../2-blocks/row.ts';
import { type Assignment, type Body, learnOrder, learnPositions, USUAL_POSITIONS } from './assignment.ts';
import type { Layout } from './layout.ts';
import { HeadlineMatcher } from './match-headlines.ts';
import { type CutSigns, readCutSigns } from './read-cut-signs.ts';
import { weighBeside } from './weigh-beside.ts';
import { weighCut } from './weigh-cuts.ts';
import { Scales } from './weigh-uses.ts';

/** Cuts with less evidence than this on either side are tried both ways. */
const OPEN = 3.5;
/** What the text says at a gap counts for more than what headlines seem to say of it. */
const LOCAL = 2.2;
/** Most cuts tried both ways. */
const MOST_TRIALS = 24;
/** A cut is tried in so many other places of the texts that it divides. */
const MOST_ELSEWHERE = 4;
/** Times the open cuts are gone through. */
const ROUNDS = 3;
/** A trial that cannot come nearer to the best than this is not gone through: no doubt arises from it. */
const FAR = 2.5;
/** A cut is not moved to a gap with more evidence than this against it. */
const CLOSED = 5;

/** No article ends between two pieces of a text that were put together. */
const HELD = -99;
/** What having cut a page before, with its texts in another order, says of each gap (nats). */
const KEPT = 4;

/** What is known of a paragraph from having cut its page before. */
export interface KnownStart {
  readonly is: 'beginning' | 'going on' | 'piece';
  /** How much worse the page would be explained if it were otherwise; how sure it is that a piece is one (nats). */
  readonly margin: number;
}
const KNOWN = { beginning: KEPT, 'going on': -KEPT, piece: HELD } as const;

/** A page cut into bodies with its headlines. */
export interface Cut {
  readonly bodies: readonly Body[];
  readonly assignment: Assignment;
  /** Evidence for or against each cut, by paragraph after the gap. */
  readonly evidence: readonly number[];
  readonly signs: readonly (CutSigns | undefined)[];
  /** How much worse the page would be explained if it were cut otherwise at this gap (nats). */
  readonly margins: readonly number[];
  /** Paragraphs from which on a piece of a text stands that the scan has elsewhere. */
  readonly pieces: ReadonlySet<number>;
}

function bodiesOf(count: number, cuts: readonly boolean[]): Body[] {
  const bodies: Body[] = [];
  let from = 0;
  for (let p = 1; p <= count; p++) {
    if (p < count && !cuts[p]) continue;
    bodies.push({ from, to: p });
    from = p;
  }
  return bodies;
}

/**
 * Cuts the page into articles. What the text says at each gap decides first; where that is weak, the cut is
 * tried both ways and the whole page, with all its headlines, decides.
 * @param known what is known of the page from having cut it before
 */
export function cutArticles(
  layout: Layout,
  without: ReadonlySet<string> = new Set(),
  known: ReadonlyMap<Block, KnownStart> = new Map(),
): Cut {
  const count = layout.paragraphs.length;
  const signs = readCutSigns(layout);
  const alone = signs.map((sign) => (sign ? weighCut(sign, without) : 0));
  const weighed = without.has('beside') ? alone : weighBeside(layout, signs, alone);
  const knownAt = (p: number): KnownStart | undefined => known.get(layout.paragraphs[p] as Block);
  const evidence = weighed.map((weight, p) => {
    const start = knownAt(p);
    return start ? weight + KNOWN[start.is] : weight;
  });
  const cuts = evidence.map((weight, p) => p > 0 && weight > 0);
  let bodies = bodiesOf(count, cuts);
  const scales = new Scales(layout, without);
  const usual = new HeadlineMatcher(scales, USUAL_POSITIONS);
  let matcher = usual;
  if (!without.has('stack-places')) {
    const first = usual.match(bodies);
    scales.expectOrder(learnOrder(first));
    matcher = new HeadlineMatcher(scales, learnPositions(first));
  }
  let assignment = matcher.match(bodies);
  const local = (): number =>
    cuts.reduce((sum, cut, p) => sum + (cut ? LOCAL * (evidence[p] as number) : 0), 0);
  let total = assignment.score + local();
  const open = evidence
    .map((weight, p) => ({ weight, p }))
    .filter(({ weight, p }) => p > 0 && Math.abs(weight) < OPEN)
    .sort((a, b) => Math.abs(a.weight) - Math.abs(b.weight))
    .slice(0, without.has('tried-cuts') ? 0 : MOST_TRIALS);
  const margins = evidence.map((weight, p) => knownAt(p)?.margin ?? LOCAL * Math.abs(weight));
  let changes = 0;
  const attempt = (flips: readonly number[]): boolean => {
    for (const p of flips) cuts[p] = !cuts[p];
    const tried = bodiesOf(count, cuts);
    const here = local();
    matcher.weigh(tried);
    const bound = matcher.bound(total - FAR - here) + here;
    const explained = bound < total - FAR ? undefined : matcher.search();
    const score = explained ? explained.score + here : bound;
    if (flips.length === 1) margins[flips[0] as number] = Math.abs(total - score);
    if (explained && score > total + 1e-9) {
      total = score;
      bodies = tried;
      assignment = explained;
      changes++;
      return true;
    }
    for (const p of flips) cuts[p] = !cuts[p];
    return false;
  };
  /** Weak gaps of the two texts that a cut divides, where it might stand instead: the weakest first. */
  const elsewhere = (p: number): number[] => {
    const from = cuts.lastIndexOf(true, p - 1);
    const next = cuts.indexOf(true, p + 1);
    const to = next < 0 ? count : next;
    return open
      .flatMap(({ p: q }) => (q > from && q < to && Math.abs(q - p) > 2 ? [q] : []))
      .slice(0, MOST_ELSEWHERE);
  };
  /** Changes that had been made when a gap was last gone through in vain: as long as there are no others, it is in vain again. */
  const inVain = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const before = changes;
    for (const { p } of open) {
      if (inVain.get(p) === changes || attempt([p])) continue;
      const unchanged = changes;
      if (cuts[p]) {
        for (const q of [p - 1, p + 1, p - 2, p + 2, ...elsewhere(p)]) {
          if (q < 1 || q >= count || cuts[q] || (evidence[q] as number) < -CLOSED) continue;
          if (attempt([p, q])) break;
        }
      }
      if (changes === unchanged) inVain.set(p, changes);
    }
    if (changes === before) break;
  }
  const pieces = new Set(margins.flatMap((_, p) => (knownAt(p)?.is === 'piece' ? [p] : [])));
  return { bodies, assignment, evidence, signs, margins, pieces };
}
