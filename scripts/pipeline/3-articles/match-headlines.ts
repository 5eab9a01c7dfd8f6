import type { Assignment, Body, Group, Positions, Use } from './assignment.ts';
import type { Stack } from './draft.ts';
import {
  ELSEWHERE,
  LABEL,
  MOST_OPTIONS,
  ORPHAN,
  PICTURE,
  POSITIONS,
  STACK,
  SUBHEAD,
  UseTable,
} from './list-uses.ts';
import type { Reading } from './weigh-stack.ts';
import type { KnownBody, Scales, Span } from './weigh-uses.ts';

/**
 * Ways to explain the headings so far that are followed up, each with other texts left. With 10 of all ways, on pages
 * whose headlines are drawn after the texts, those that differ in an early line only left no room for the right one.
 */
const BEAM = 40;
/** A stack apart from its text after another such stack: its text stands further on, or further back. */
const ORDER = { onward: 0.2, back: -3.6 } as const;

/** One way to explain the headings so far: the last group, and the way before it. */
interface Path {
  readonly score: number;
  /** Bodies that have their stack, as bits; of those beyond the thirtieth the groups tell. */
  readonly used: number;
  /** Body of the last stack that stands apart from its text, −1 before the first. */
  readonly last: number;
  /** The last group: a span and the number of its use, −1 before the first. */
  readonly span: Span | undefined;
  readonly kind: number;
  readonly body: number;
  readonly option: number;
  readonly before: Path | undefined;
}

const BITS = 30;
/** Steps in which what is wanted twice grows dearer, and how far (nats) each step aims below the target. */
const STEPS = 12;
const RISE = 0.5;
const START: Path = {
  score: 0,
  used: 0,
  last: -1,
  span: undefined,
  kind: -1,
  body: -1,
  option: -1,
  before: undefined,
};

function isUsed(path: Path, body: number): boolean {
  if (body < BITS) return (path.used & (1 << body)) !== 0;
  for (let at: Path | undefined = path; at; at = at.before) {
    if (at.kind === STACK && at.body === body) return true;
  }
  return false;
}

/** Stacks that are drawn after the texts are mostly drawn in the order of the texts. */
function weighOrder(last: number, body: number): number {
  if (last < 0) return 0;
  return body > last ? ORDER.onward : ORDER.back;
}

/** Explains the headings of one page, however it is cut into bodies. */
export class HeadlineMatcher extends UseTable {
  /** By heading line: the best that the lines of its run before it bring in, the last use and where that begins. */
  private readonly most: Float64Array;
  private readonly chosen: Int32Array;
  private readonly choosers: Int32Array;
  /** Stacks that want each body. */
  private readonly wanted: Int32Array;

  constructor(scales: Scales, positions: Positions) {
    super(scales, positions);
    const lines = scales.layout.headings.length + 1;
    this.most = new Float64Array(lines);
    this.chosen = new Int32Array(lines);
    this.choosers = new Int32Array(lines);
    this.wanted = new Int32Array(scales.layout.paragraphs.length + 1);
  }

  /** The best assignment as a whole, not first come first served. */
  match(bodies: readonly Body[]): Assignment {
    this.weigh(bodies);
    return this.search();
  }

  /**
   * Can an assignment for the bodies that were weighed last reach a score? Every stack takes its best text, though
   * two want the same; what is wanted twice grows dearer until the sum stays below or the steps are used up
   * (Lagrangian relaxation: no assignment is better than the sum).
   * @returns a score that no assignment exceeds
   */
  bound(target: number): number {
    const { known, wanted } = this;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step < STEPS; step++) {
      wanted.fill(0, 0, known.length);
      let sum = 0;
      for (const body of known) sum += body.price + body.bare + body.slight;
      for (const spans of this.scales.spansOf) if (spans.length > 0) sum += this.chooseFreely(spans);
      if (sum < least) least = sum;
      if (least < target) return least;
      let squares = 0;
      for (let b = 0; b < known.length; b++) {
        const excess = (wanted[b] as number) - 1;
        if (excess > 0 || (known[b] as KnownBody).price > 0) squares += excess * excess;
      }
      if (squares === 0) return least;
      const rise = (sum - target + RISE) / squares;
      for (let b = 0; b < known.length; b++) {
        const body = known[b] as KnownBody;
        body.price = Math.max(0, body.price + rise * ((wanted[b] as number) - 1));
      }
    }
    return least;
  }

  /** The best uses of a run if every stack may have the text it wants at its price; counts what is wanted. */
  private chooseFreely(spans: readonly Span[]): number {
    const { most, chosen, known } = this;
    const first = (spans[0] as Span).from;
    const end = (spans[spans.length - 1] as Span).to;
    most[first] = 0;
    for (let line = first + 1; line <= end; line++) most[line] = Number.NEGATIVE_INFINITY;
    for (const span of spans) {
      const base = span.number * MOST_OPTIONS;
      const last = base + (this.counts[span.number] as number);
      let highest = Number.NEGATIVE_INFINITY;
      let best = base;
      for (let at = base; at < last; at++) {
        let score = this.scores[at] as number;
        if (this.kinds[at] === STACK) {
          const body = known[this.bodies[at] as number] as KnownBody;
          score -= body.bare + body.price;
          if (this.positions[at] === ELSEWHERE) score += ORDER.onward;
        }
        if (score > highest) {
          highest = score;
          best = at;
        }
      }
      const reached = (most[span.from] as number) + highest;
      if (reached > (most[span.to] as number)) {
        most[span.to] = reached;
        chosen[span.to] = best;
        this.choosers[span.to] = span.from;
      }
    }
    for (let line = end; line > first; line = this.choosers[line] as number) {
      const option = chosen[line] as number;
      if (this.kinds[option] !== STACK) continue;
      const body = this.bodies[option] as number;
      this.wanted[body] = (this.wanted[body] as number) + 1;
    }
    return most[end] as number;
  }

  /** Finds the best assignment for the bodies that were weighed last. */
  search(): Assignment {
    let beam: Path[] = [START];
    for (const spans of this.scales.spansOf) {
      const start = spans[0];
      const end = spans.at(-1);
      if (!start || !end) continue;
      // paths[k]: ways to explain the headings before number start.from + k, the best first.
      const paths: Path[][] = [beam];
      for (let k = start.from + 1; k <= end.to; k++) paths.push([]);
      for (const span of spans) {
        const into = paths[span.to - start.from] as Path[];
        // No step brings more than this: once the beam is full of better ways, the worse ones need not be gone on with.
        const most = this.best[span.number] as number;
        for (const before of paths[span.from - start.from] as Path[]) {
          const worst = into.length === BEAM ? (into[BEAM - 1] as Path).score : Number.NEGATIVE_INFINITY;
          if (before.score + most + ORDER.onward <= worst) break;
          this.goOn(into, before, span);
        }
      }
      beam = paths.at(-1) as Path[];
    }
    let best: Path = START;
    let most = -Infinity;
    for (const path of beam) {
      let score = path.score;
      for (const [body, { bare, slight }] of this.known.entries())
        score += slight + (isUsed(path, body) ? 0 : bare);
      if (score > most) {
        most = score;
        best = path;
      }
    }
    const groups: Group[] = [];
    for (let path: Path | undefined = best; path?.span; path = path.before) {
      const { from, to, run } = path.span;
      const evidence = this.evidence[path.option] as number;
      groups.push({ from, to, run, use: this.useOf(path.span, path.option), evidence });
    }
    return { score: most, groups: groups.reverse() };
  }

  /** Adds the ways to go on with a span to the best ways so far; of equals the first that was found stands first. */
  private goOn(into: Path[], before: Path, span: Span): void {
    const base = span.number * MOST_OPTIONS;
    const end = base + (this.counts[span.number] as number);
    for (let option = base; option < end; option++) {
      const kind = this.kinds[option] as number;
      const body = kind === STACK ? (this.bodies[option] as number) : -1;
      const apart = body >= 0 && this.positions[option] === ELSEWHERE;
      const score =
        before.score + (this.scores[option] as number) + (apart ? weighOrder(before.last, body) : 0);
      if (into.length === BEAM && score <= (into[BEAM - 1] as Path).score) continue;
      if (body >= 0 && isUsed(before, body)) continue;
      const used = body >= 0 && body < BITS ? before.used | (1 << body) : before.used;
      const last = apart ? body : before.last;
      // What leaves the same texts can be gone on with in the same ways: the better one does.
      const same =
        this.known.length > BITS ? -1 : into.findIndex((other) => other.used === used && other.last === last);
      if (same >= 0) {
        if ((into[same] as Path).score >= score) continue;
        into.splice(same, 1);
      }
      const path: Path = {
        score,
        used,
        last,
        span,
        kind,
        body,
        option,
        before,
      };
      let rank = Math.min(into.length, BEAM - 1);
      for (; rank > 0 && (into[rank - 1] as Path).score < score; rank--) into[rank] = into[rank - 1] as Path;
      into[rank] = path;
    }
  }

  private useOf(span: Span, option: number): Use {
    const kind = this.kinds[option] as number;
    const body = this.bodies[option] as number;
    if (kind === SUBHEAD) return { kind: 'subhead', body, before: span.run };
    if (kind === PICTURE) return { kind: 'picture', reading: span.pictureReading as Reading };
    if (kind === LABEL) return { kind: 'label' };
    if (kind === ORPHAN) return { kind: 'orphan' };
    const position = POSITIONS[this.positions[option] as number] as Stack['position'];
    return { kind: 'stack', body, position, reading: this.scales.read(span) };
  }
}
