import type { Assignment, Body, Group, Positions, Use } from './assignment.ts';
import type { Stack } from './draft.ts';
import type { Layout } from './layout.ts';
import type { Reading } from './weigh-stack.ts';
import { type Scales, type Span, weighFirstSubhead } from './weigh-uses.ts';

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

/** A use of some lines that is open to every path, with its score. */
interface Option {
  kind: number;
  body: number;
  position: number;
  score: number;
  evidence: number;
}

/** One way to explain the headings so far: the last group, and the way before it. */
interface Path {
  readonly score: number;
  /** Bodies that have their stack, as bits; of those beyond the thirtieth the groups tell. */
  readonly used: number;
  /** Body of the last stack that stands apart from its text, −1 before the first. */
  readonly last: number;
  readonly option: Option | undefined;
  readonly span: Span | undefined;
  readonly before: Path | undefined;
}

const BITS = 30;
const START: Path = {
  score: 0,
  used: 0,
  last: -1,
  option: undefined,
  span: undefined,
  before: undefined,
};

function isUsed(path: Path, body: number): boolean {
  if (body < BITS) return (path.used & (1 << body)) !== 0;
  for (let at: Path | undefined = path; at; at = at.before) {
    if (at.option?.kind === STACK && at.option.body === body) return true;
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
  private readonly layout: Layout;
  private readonly scales: Scales;
  /** Cost of each place, for stacks that share a word with their text and for those that share none. */
  private readonly worded: readonly number[];
  private readonly wordless: readonly number[];
  private readonly bodyOf: Int32Array;
  /** Options of each span for the bodies weighed last. */
  private readonly options: Option[][];

  constructor(scales: Scales, positions: Positions) {
    this.layout = scales.layout;
    this.scales = scales;
    this.worded = POSITIONS.map((position) => positions[position]);
    // A stack that shares no word with its text must at least stand above it.
    this.wordless = POSITIONS.map((position) => positions[position] + WORDLESS[position]);
    this.bodyOf = new Int32Array(scales.layout.paragraphs.length + 1);
    this.options = scales.spans.map(() => []);
  }

  /** The best assignment as a whole, not first come first served. */
  match(bodies: readonly Body[]): Assignment {
    this.weigh(bodies);
    return this.search(bodies);
  }

  /**
   * Weighs all uses of the heading lines, given the bodies.
   * @returns a score that no assignment exceeds: every stack its best text, though two want the same.
   */
  weigh(bodies: readonly Body[]): number {
    const { scales, bodyOf } = this;
    bodyOf.fill(-1);
    for (let b = 0; b < bodies.length; b++) bodyOf.fill(b, (bodies[b] as Body).from, (bodies[b] as Body).to);
    const known = bodies.map((body) => scales.know(body));
    let bound = NO_HEADLINE * bodies.length;
    for (let run = 0; run < scales.spansOf.length; run++) {
      const spans = scales.spansOf[run] as readonly Span[];
      if (spans.length === 0) continue;
      const above = run > 0 ? (bodyOf[run - 1] as number) : -1;
      const below = bodyOf[run] as number;
      const first = (spans[0] as Span).from;
      const most: number[] = [0];
      for (const span of spans) {
        const options = this.options[span.number] as Option[];
        options.length = 0;
        this.addStacks(options, span, bodies, known, above, below);
        this.addOthers(options, span, bodies, known, above, below);
        let best = -Infinity;
        for (const option of options) if (option.score > best) best = option.score;
        let kept = 0;
        let highest = -Infinity;
        for (const option of options) {
          if (option.score < best - HOPELESS && option.kind !== ORPHAN) continue;
          options[kept++] = option;
          const gain =
            option.kind === STACK ? (option.position === ELSEWHERE ? ORDER.onward : 0) - NO_HEADLINE : 0;
          if (option.score + gain > highest) highest = option.score + gain;
        }
        options.length = kept;
        const reached = (most[span.from - first] as number) + highest;
        most[span.to - first] = Math.max(most[span.to - first] ?? -Infinity, reached);
      }
      bound += most.at(-1) as number;
    }
    return bound;
  }

  /** Stacks that a span could be: of the bodies that its words point to, and of those beside it. */
  private addStacks(
    options: Option[],
    span: Span,
    bodies: readonly Body[],
    known: readonly ReturnType<Scales['know']>[],
    above: number,
    below: number,
  ): void {
    const amid = above === below && above >= 0;
    const belowAt = span.nearlyEndsRun && !amid ? below : -1;
    const aboveAt = span.beginsRun && !amid ? above : -1;
    // Best first; of equals the one that stands first on the page.
    const ranked: Option[] = [];
    for (let body = 0; body < bodies.length; body++) {
      const found = known[body] as ReturnType<Scales['know']>;
      let evidence = found.ofSpan[span.number] as number;
      if (Number.isNaN(evidence)) evidence = this.scales.weighSpan(span, bodies[body] as Body, found);
      const position = body === belowAt ? ABOVE : body === aboveAt ? BELOW : ELSEWHERE;
      let place = (evidence < WORDED ? this.wordless[position] : this.worded[position]) as number;
      if (position === BELOW && span.indented) place += NEW_BLOCK;
      const score = evidence + place + span.apart + (amid ? AMID : 0);
      let rank = ranked.length;
      if (
        rank >= MOST_CANDIDATES &&
        position === ELSEWHERE &&
        score <= (ranked[MOST_CANDIDATES - 1] as Option).score
      )
        continue;
      while (rank > 0 && (ranked[rank - 1] as Option).score < score) rank--;
      ranked.splice(rank, 0, { kind: STACK, body, position, score, evidence });
    }
    for (let rank = 0; rank < ranked.length; rank++) {
      const option = ranked[rank] as Option;
      if (rank >= MOST_CANDIDATES && option.position === ELSEWHERE) continue;
      option.score += this.scales.read(
        span,
        bodies[option.body] as Body,
        known[option.body] as ReturnType<Scales['know']>,
      ).score;
      options.push(option);
    }
  }

  /** What a span could be else: a subhead, a picture's title, a label, nothing. */
  private addOthers(
    options: Option[],
    span: Span,
    bodies: readonly Body[],
    known: readonly ReturnType<Scales['know']>[],
    above: number,
    below: number,
  ): void {
    const add = (kind: number, body: number, score: number, evidence: number): void => {
      options.push({ kind, body, position: ELSEWHERE, score, evidence });
    };
    if (span.to - span.from === 1) {
      if (above === below && above >= 0) add(SUBHEAD, below, span.between, 0);
      else if (span.endsRun && below >= 0 && !span.beginsRun) {
        // Right under a headline a line is the deck, unless the text has subheads and this is the first.
        const body = bodies[below] as Body;
        const words = this.scales.weighLine(span.from, body, known[below] as ReturnType<Scales['know']>);
        const first = weighFirstSubhead(this.layout, body, span.from);
        add(SUBHEAD, below, first + span.form + Math.max(0, words), 0);
      }
      add(ORPHAN, -1, span.orphan, 0);
      if (!Number.isNaN(span.label)) add(LABEL, -1, span.label, 0);
    }
    if (!Number.isNaN(span.picture)) add(PICTURE, -1, span.picture, span.titled);
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
        const options = this.options[span.number] as Option[];
        for (const before of paths[span.from - start.from] as Path[]) {
          for (const option of options) addPath(into, before, span, option);
        }
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
    for (let path: Path | undefined = best; path?.span && path.option; path = path.before) {
      const { from, to, run } = path.span;
      groups.push({
        from,
        to,
        run,
        use: this.useOf(path.span, path.option, bodies),
        evidence: path.option.evidence,
      });
    }
    return { score: most, groups: groups.reverse() };
  }

  private useOf(span: Span, { kind, body, position }: Option, bodies: readonly Body[]): Use {
    if (kind === SUBHEAD) return { kind: 'subhead', body, before: span.run };
    if (kind === PICTURE) return { kind: 'picture', reading: span.pictureReading as Reading };
    if (kind === LABEL) return { kind: 'label' };
    if (kind === ORPHAN) return { kind: 'orphan' };
    const text = bodies[body] as Body;
    const reading = this.scales.read(span, text, this.scales.know(text));
    return { kind: 'stack', body, position: POSITIONS[position] as Stack['position'], reading };
  }
}

/** Adds a way to go on to the best ways so far; of equals the one that was found first stands first. */
function addPath(into: Path[], before: Path, span: Span, option: Option): void {
  const body = option.kind === STACK ? option.body : -1;
  const apart = body >= 0 && option.position === ELSEWHERE;
  const score = before.score + option.score + (apart ? weighOrder(before.last, body) : 0);
  const full = into.length === BEAM;
  if (full && score <= (into[BEAM - 1] as Path).score) return;
  if (body >= 0 && isUsed(before, body)) return;
  const path: Path = {
    score,
    used: body >= 0 && body < BITS ? before.used | (1 << body) : before.used,
    last: apart ? body : before.last,
    option,
    span,
    before,
  };
  let rank = full ? BEAM - 1 : into.length;
  for (; rank > 0 && (into[rank - 1] as Path).score < score; rank--) into[rank] = into[rank - 1] as Path;
  into[rank] = path;
}
