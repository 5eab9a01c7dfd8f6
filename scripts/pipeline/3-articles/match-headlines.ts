import type { Assignment, Body, Group, Positions, Use } from './assignment.ts';
import type { Stack } from './draft.ts';
import type { Reading } from './weigh-stack.ts';
import type { KnownBody, Scales, Span } from './weigh-uses.ts';

/** Ways to explain the headings so far that are followed up, and how much worse a use may be than the best. */
const BEAM = 10;
const HOPELESS = 11;
/** Bodies looked at for a stack that stands apart from its text: those that its words point to. */
const MOST_CANDIDATES = 4;
/** A text without headline. */
const NO_HEADLINE = -1.7;
const WORDLESS: Positions = { above: -0.7, below: -2, elsewhere: -3 };
/** Evidence up to which a stack counts as sharing no word with its text. */
const WORDED = 1;
const NEW_BLOCK = -3;
/** A stack of another article amid the paragraphs of one. */
const AMID = -4.5;
/** A stack apart from its text after another such stack: its text stands further on, or further back. */
const ORDER = { onward: 0.2, back: -2.8 } as const;

/** Kinds of uses and places of stacks, as numbers. */
const STACK = 0;
const SUBHEAD = 1;
const ORPHAN = 2;
const LABEL = 3;
const PICTURE = 4;
const POSITIONS: readonly Stack['position'][] = ['above', 'below', 'elsewhere'];
const ABOVE = 0;
const BELOW = 1;
const ELSEWHERE = 2;

/** Most uses of one span: stacks of the bodies its words point to and of those beside it, and four others. */
const MOST_OPTIONS = MOST_CANDIDATES + 2 + 4;

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
export class HeadlineMatcher {
  private readonly scales: Scales;
  /** Cost of each place, for stacks that share a word with their text and for those that share none. */
  private readonly worded: readonly number[];
  private readonly wordless: readonly number[];
  private readonly bodyOf: Int32Array;
  /** Uses of each span for the bodies weighed last, `MOST_OPTIONS` places for each span. */
  private readonly counts: Int32Array;
  private readonly kinds: Int8Array;
  private readonly positions: Int8Array;
  private readonly bodies: Int32Array;
  private readonly scores: Float64Array;
  private readonly evidence: Float64Array;
  /** The bodies weighed last. */
  private known: readonly KnownBody[] = [];
  /** By heading line: the best that the lines of its run before it bring in, the last use and where that begins. */
  private readonly most: Float64Array;
  private readonly chosen: Int32Array;
  private readonly choosers: Int32Array;
  /** Stacks that want each body. */
  private readonly wanted: Int32Array;

  constructor(scales: Scales, positions: Positions) {
    this.scales = scales;
    this.worded = POSITIONS.map((position) => positions[position]);
    // A stack that shares no word with its text must at least stand above it.
    this.wordless = POSITIONS.map((position) => positions[position] + WORDLESS[position]);
    this.bodyOf = new Int32Array(scales.layout.paragraphs.length + 1);
    const count = scales.spans.length * MOST_OPTIONS;
    this.counts = new Int32Array(scales.spans.length);
    this.kinds = new Int8Array(count);
    this.positions = new Int8Array(count);
    this.bodies = new Int32Array(count);
    this.scores = new Float64Array(count);
    this.evidence = new Float64Array(count);
    const lines = scales.layout.headings.length + 1;
    this.most = new Float64Array(lines);
    this.chosen = new Int32Array(lines);
    this.choosers = new Int32Array(lines);
    this.wanted = new Int32Array(scales.layout.paragraphs.length + 1);
  }

  /** The best assignment as a whole, not first come first served. */
  match(bodies: readonly Body[]): Assignment {
    this.weigh(bodies);
    return this.search(bodies);
  }

  /** Weighs all uses of the heading lines, given the bodies. */
  weigh(bodies: readonly Body[]): void {
    const { scales, bodyOf } = this;
    bodyOf.fill(-1);
    for (let b = 0; b < bodies.length; b++) bodyOf.fill(b, (bodies[b] as Body).from, (bodies[b] as Body).to);
    const known = bodies.map((body) => scales.know(body));
    this.known = known;
    for (let run = 0; run < scales.spansOf.length; run++) {
      const spans = scales.spansOf[run] as readonly Span[];
      if (spans.length === 0) continue;
      const above = run > 0 ? (bodyOf[run - 1] as number) : -1;
      const below = bodyOf[run] as number;
      for (const span of spans) {
        this.counts[span.number] = 0;
        this.addStacks(span, known, above, below);
        this.addOthers(span, known, above, below);
        this.dropHopeless(span.number);
      }
    }
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
      let sum = NO_HEADLINE * known.length;
      for (const body of known) sum += body.price;
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
          score -= NO_HEADLINE + (known[this.bodies[at] as number] as KnownBody).price;
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

  private add(
    span: number,
    kind: number,
    body: number,
    position: number,
    score: number,
    evidence: number,
  ): void {
    const at = span * MOST_OPTIONS + (this.counts[span] as number);
    this.kinds[at] = kind;
    this.bodies[at] = body;
    this.positions[at] = position;
    this.scores[at] = score;
    this.evidence[at] = evidence;
    this.counts[span] = (this.counts[span] as number) + 1;
  }

  /** Stacks that a span could be: of the bodies that its words point to, and of those beside it. */
  private addStacks(span: Span, bodies: readonly KnownBody[], above: number, below: number): void {
    const { scores } = this;
    const { number } = span;
    const amid = above === below && above >= 0;
    const belowAt = span.nearlyEndsRun && !amid ? below : -1;
    const aboveAt = span.beginsRun && !amid ? above : -1;
    const base = number * MOST_OPTIONS;
    let count = 0;
    // Best first; of equals the one that stands first on the page.
    for (let body = 0; body < bodies.length; body++) {
      const known = bodies[body] as KnownBody;
      let evidence = this.scales.found[known.at + number] as number;
      if (Number.isNaN(evidence)) evidence = this.scales.weighSpan(span, known);
      const position = body === belowAt ? ABOVE : body === aboveAt ? BELOW : ELSEWHERE;
      let place = (evidence < WORDED ? this.wordless[position] : this.worded[position]) as number;
      if (position === BELOW && span.indented) place += NEW_BLOCK;
      const score = evidence + place + span.apart + (amid ? AMID : 0);
      if (
        position === ELSEWHERE &&
        count >= MOST_CANDIDATES &&
        score <= (scores[base + MOST_CANDIDATES - 1] as number)
      )
        continue;
      let at = base + count;
      for (; at > base && (scores[at - 1] as number) < score; at--) this.move(at - 1, at);
      this.kinds[at] = STACK;
      this.bodies[at] = body;
      this.positions[at] = position;
      scores[at] = score;
      this.evidence[at] = evidence;
      count++;
      // Behind the best only those beside the span stay.
      if (count > MOST_CANDIDATES) {
        let kept = base + MOST_CANDIDATES;
        for (let k = kept; k < base + count; k++) if (this.positions[k] !== ELSEWHERE) this.move(k, kept++);
        count = kept - base;
      }
    }
    let best = Number.NEGATIVE_INFINITY;
    let kept = base;
    for (let at = base; at < base + count; at++) {
      if ((scores[at] as number) + span.bestReading < best - HOPELESS) continue;
      this.move(at, kept);
      const body = bodies[this.bodies[kept] as number] as KnownBody;
      const score = (scores[kept] as number) + this.scales.weighStack(span, body);
      scores[kept++] = score;
      if (score > best) best = score;
    }
    this.counts[number] = kept - base;
  }

  /** What a span could be else: a subhead, a picture's title, a label, nothing. */
  private addOthers(span: Span, bodies: readonly KnownBody[], above: number, below: number): void {
    const { number } = span;
    if (span.to - span.from === 1) {
      if (above === below && above >= 0) this.add(number, SUBHEAD, below, ELSEWHERE, span.between, 0);
      else if (span.endsRun && below >= 0 && !span.beginsRun) {
        // Right under a headline a line is the deck, unless the text has subheads and this is the first.
        this.add(
          number,
          SUBHEAD,
          below,
          ELSEWHERE,
          this.scales.weighFirst(span, bodies[below] as KnownBody),
          0,
        );
      }
      this.add(number, ORPHAN, -1, ELSEWHERE, span.orphan, 0);
      if (!Number.isNaN(span.label)) this.add(number, LABEL, -1, ELSEWHERE, span.label, 0);
    }
    if (!Number.isNaN(span.picture)) this.add(number, PICTURE, -1, ELSEWHERE, span.picture, span.titled);
  }

  private move(from: number, to: number): void {
    if (from === to) return;
    this.kinds[to] = this.kinds[from] as number;
    this.bodies[to] = this.bodies[from] as number;
    this.positions[to] = this.positions[from] as number;
    this.scores[to] = this.scores[from] as number;
    this.evidence[to] = this.evidence[from] as number;
  }

  /** Drops uses that are far worse than the best. */
  private dropHopeless(span: number): void {
    const base = span * MOST_OPTIONS;
    const end = base + (this.counts[span] as number);
    let best = Number.NEGATIVE_INFINITY;
    for (let at = base; at < end; at++)
      if ((this.scores[at] as number) > best) best = this.scores[at] as number;
    let kept = base;
    for (let at = base; at < end; at++) {
      if ((this.scores[at] as number) < best - HOPELESS && this.kinds[at] !== ORPHAN) continue;
      this.move(at, kept++);
    }
    this.counts[span] = kept - base;
  }

  /** Finds the best assignment for the bodies that were weighed last. */
  search(bodies: readonly Body[]): Assignment {
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
        for (const before of paths[span.from - start.from] as Path[]) this.goOn(into, before, span);
      }
      beam = paths.at(-1) as Path[];
    }
    let best: Path = START;
    let most = -Infinity;
    for (const path of beam) {
      let score = path.score;
      for (let body = 0; body < bodies.length; body++) if (!isUsed(path, body)) score += NO_HEADLINE;
      if (score > most) {
        most = score;
        best = path;
      }
    }
    const groups: Group[] = [];
    for (let path: Path | undefined = best; path?.span; path = path.before) {
      const { from, to, run } = path.span;
      const evidence = this.evidence[path.option] as number;
      groups.push({ from, to, run, use: this.useOf(path.span, path.option, bodies), evidence });
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
      const full = into.length === BEAM;
      if (full && score <= (into[BEAM - 1] as Path).score) continue;
      if (body >= 0 && isUsed(before, body)) continue;
      const path: Path = {
        score,
        used: body >= 0 && body < BITS ? before.used | (1 << body) : before.used,
        last: apart ? body : before.last,
        span,
        kind,
        body,
        option,
        before,
      };
      let rank = full ? BEAM - 1 : into.length;
      for (; rank > 0 && (into[rank - 1] as Path).score < score; rank--) into[rank] = into[rank - 1] as Path;
      into[rank] = path;
    }
  }

  private useOf(span: Span, option: number, bodies: readonly Body[]): Use {
    const kind = this.kinds[option] as number;
    const body = this.bodies[option] as number;
    if (kind === SUBHEAD) return { kind: 'subhead', body, before: span.run };
    if (kind === PICTURE) return { kind: 'picture', reading: span.pictureReading as Reading };
    if (kind === LABEL) return { kind: 'label' };
    if (kind === ORPHAN) return { kind: 'orphan' };
    const position = POSITIONS[this.positions[option] as number] as Stack['position'];
    return { kind: 'stack', body, position, reading: this.scales.read(span, bodies[body] as Body) };
  }
}
