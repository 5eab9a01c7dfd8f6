import type { Layout } from './layout.ts';
import {
  type Assignment,
  type Body,
  learnPositions,
  matchHeadlines,
  USUAL_POSITIONS,
} from './match-headlines.ts';
import { type CutSigns, readCutSigns, weighCut } from './weigh-cuts.ts';

/** Cuts with less evidence than this on either side are tried both ways. */
const OPEN = 4.9;
/** What the text says at a gap counts for more than what headlines seem to say of it. */
const LOCAL = 2.3;
/** Most cuts tried both ways. */
const MOST_TRIALS = 24;
/** Times the open cuts are gone through. */
const ROUNDS = 3;
/** A cut is not moved to a gap with more evidence than this against it. */
const CLOSED = 5;

/** A page cut into bodies with its headlines. */
export interface Cut {
  readonly bodies: readonly Body[];
  readonly assignment: Assignment;
  /** Evidence for or against each cut, by paragraph after the gap. */
  readonly evidence: readonly number[];
  readonly signs: readonly (CutSigns | undefined)[];
  /** How much worse the page would be explained if it were cut otherwise at this gap (nats). */
  readonly margins: readonly number[];
}

function bodiesOf(count: number, cuts: readonly boolean[]): Body[] {
  const bodies: Body[] = [];
  let from = 0;
  for (let p = 1; p <= count; p++) {
    if (p < count && !cuts[p]) continue;
    if (p > from) bodies.push({ from, to: p });
    from = p;
  }
  return bodies;
}

/**
 * Cuts the page into articles. What the text says at each gap decides first; where that is weak, the cut is
 * tried both ways and the whole page, with all its headlines, decides.
 */
export function cutArticles(layout: Layout, without: ReadonlySet<string> = new Set()): Cut {
  const count = layout.paragraphs.length;
  const signs = readCutSigns(layout);
  const evidence = signs.map((sign) => (sign ? weighCut(sign, without) : 0));
  const cuts = evidence.map((weight, p) => p > 0 && weight > 0);
  let bodies = bodiesOf(count, cuts);
  const positions = without.has('stack-places')
    ? USUAL_POSITIONS
    : learnPositions(matchHeadlines(layout, bodies, USUAL_POSITIONS, without));
  let assignment = matchHeadlines(layout, bodies, positions, without);
  const local = (): number =>
    cuts.reduce((sum, cut, p) => sum + (cut ? LOCAL * (evidence[p] as number) : 0), 0);
  let total = assignment.score + local();
  const open = evidence
    .map((weight, p) => ({ weight, p }))
    .filter(({ weight, p }) => p > 0 && Math.abs(weight) < OPEN)
    .sort((a, b) => Math.abs(a.weight) - Math.abs(b.weight))
    .slice(0, without.has('tried-cuts') ? 0 : MOST_TRIALS);
  const margins = evidence.map((weight) => LOCAL * Math.abs(weight));
  const attempt = (changes: readonly number[]): boolean => {
    for (const p of changes) cuts[p] = !cuts[p];
    const tried = bodiesOf(count, cuts);
    const explained = matchHeadlines(layout, tried, positions, without);
    const score = explained.score + local();
    if (changes.length === 1) margins[changes[0] as number] = Math.abs(total - score);
    if (score > total + 1e-9) {
      total = score;
      bodies = tried;
      assignment = explained;
      return true;
    }
    for (const p of changes) cuts[p] = !cuts[p];
    return false;
  };
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const { p } of open) {
      if (attempt([p])) {
        changed = true;
        continue;
      }
      if (!cuts[p]) continue;
      for (const q of [p - 1, p + 1, p - 2, p + 2]) {
        if (q < 1 || q >= count || cuts[q] || (evidence[q] as number) < -CLOSED) continue;
        if (attempt([p, q])) {
          changed = true;
          break;
        }
      }
    }
    if (!changed) break;
  }
  return { bodies, assignment, evidence, signs, margins };
}
