import type { Body, Positions } from './assignment.ts';
import type { Stack } from './draft.ts';
import type { Reading } from './weigh-stack.ts';
import type { KnownBody, Scales, Span } from './weigh-uses.ts';

/** How much worse a use may be than the best and still be followed up. */
const HOPELESS = 11;
/** Bodies looked at for a stack that stands apart from its text: those that its words point to. */
const MOST_CANDIDATES = 4;
const WORDLESS: Positions = { above: -0.7, below: -2, elsewhere: -3 };
/** Evidence up to which a stack counts as sharing no word with its text. */
const WORDED = 1.5;
const NEW_BLOCK = -3;
/** A stack of another article amid the paragraphs of one. */
const AMID = -4.5;

/**
 * News (本报讯) stands under no 副刊, 来信, 时评, and under no deck with a dash (——记…): of 320 articles none did. By
 * hand, weaker than counted.
 */
const NEWS_UNDER_FEATURE = -2.5;

/** Kinds of uses and places of stacks, as numbers. */
export const STACK = 0;
export const SUBHEAD = 1;
export const ORPHAN = 2;
export const LABEL = 3;
export const PICTURE = 4;
export const POSITIONS: readonly Stack['position'][] = ['above', 'below', 'elsewhere'];
const ABOVE = 0;
const BELOW = 1;
export const ELSEWHERE = 2;

/** A headline touches its own text (121 of 130 right above it), seldom another's (7 of 42). By hand, weaker than counted. */
const OWN_TEXT = { touching: 0.8, apart: -1 } as const;
const OTHER_TEXT = { touching: -1, apart: 0 } as const;

/** Is the last line of a stack its headline? */
const endsWithHeadline = ({ head, joined }: Reading, { from, to }: Span): boolean =>
  head === to - from - (joined >= 0 ? 2 : 1);

/** Most uses of one span: stacks of the bodies its words point to and of those beside it, and four others. */
export const MOST_OPTIONS = MOST_CANDIDATES + 2 + 4;

/** What each span of heading lines could be, given bodies: flat arrays, for they are filled at every trial of a cut. */
export class UseTable {
  protected readonly scales: Scales;
  /** Cost of each place, for stacks that share a word with their text and for those that share none. */
  private readonly worded: readonly number[];
  private readonly wordless: readonly number[];
  private readonly bodyOf: Int32Array;
  /** Where what was found of each body begins. */
  private readonly places: Int32Array;
  /** Bodies that a span may be the stack of, the best first, and how good they are. */
  private readonly ranked = new Int32Array(MOST_CANDIDATES + 3);
  private readonly ranks = new Float64Array(MOST_CANDIDATES + 3);
  /** Uses of each span for the bodies weighed last, `MOST_OPTIONS` places for each span. */
  protected readonly counts: Int32Array;
  protected readonly kinds: Int8Array;
  protected readonly positions: Int8Array;
  protected readonly bodies: Int32Array;
  protected readonly scores: Float64Array;
  protected readonly evidence: Float64Array;
  /** The best score of each span. */
  protected readonly best: Float64Array;
  /** The bodies weighed last. */
  protected known: readonly KnownBody[] = [];

  constructor(scales: Scales, positions: Positions) {
    this.scales = scales;
    this.worded = POSITIONS.map((position) => positions[position]);
    // A stack that shares no word with its text must at least stand above it.
    this.wordless = POSITIONS.map((position) => positions[position] + WORDLESS[position]);
    this.bodyOf = new Int32Array(scales.layout.paragraphs.length + 1);
    this.places = new Int32Array(scales.layout.paragraphs.length);
    this.best = new Float64Array(scales.spans.length);
    const count = scales.spans.length * MOST_OPTIONS;
    this.counts = new Int32Array(scales.spans.length);
    this.kinds = new Int8Array(count);
    this.positions = new Int8Array(count);
    this.bodies = new Int32Array(count);
    this.scores = new Float64Array(count);
    this.evidence = new Float64Array(count);
  }

  /** Weighs all uses of the heading lines, given the bodies. */
  weigh(bodies: readonly Body[]): void {
    const { scales, bodyOf } = this;
    bodyOf.fill(-1);
    for (let b = 0; b < bodies.length; b++) bodyOf.fill(b, (bodies[b] as Body).from, (bodies[b] as Body).to);
    const known = bodies.map((body) => scales.know(body));
    for (let b = 0; b < known.length; b++) this.places[b] = (known[b] as KnownBody).at;
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

  /**
   * Stacks that a span could be: of the bodies that its words point to, and of those beside it. This is gone through
   * some 16,000 times a page: what is best so far is held in two short lists, and only what stays is written down.
   */
  private addStacks(span: Span, bodies: readonly KnownBody[], above: number, below: number): void {
    const { ranked, ranks, places, worded, wordless, scales } = this;
    const { found } = scales;
    const { number, apart } = span;
    const amid = above === below && above >= 0;
    const belowAt = span.nearlyEndsRun && !amid ? below : -1;
    const aboveAt = span.beginsRun && !amid ? above : -1;
    const cost = amid ? AMID : 0;
    const space = endsWithHeadline(scales.read(span), span) ? span.below : undefined;
    let count = 0;
    // Best first; of equals the one that stands first on the page.
    for (let body = 0; body < bodies.length; body++) {
      let evidence = found[(places[body] as number) + number] as number;
      if (Number.isNaN(evidence)) evidence = scales.weighSpan(span, bodies[body] as KnownBody);
      const position = body === belowAt ? ABOVE : body === aboveAt ? BELOW : ELSEWHERE;
      let place = (evidence < WORDED ? wordless[position] : worded[position]) as number;
      if (position === BELOW && span.indented) place += NEW_BLOCK;
      if (space) place += (position === ABOVE ? OWN_TEXT : OTHER_TEXT)[space];
      if (span.feature && (bodies[body] as KnownBody).news) place += NEWS_UNDER_FEATURE;
      const score = evidence + place + apart + cost;
      const full = count >= MOST_CANDIDATES;
      if (full && position === ELSEWHERE && score <= (ranks[MOST_CANDIDATES - 1] as number)) continue;
      let rank = count++;
      for (; rank > 0 && (ranks[rank - 1] as number) < score; rank--) {
        ranks[rank] = ranks[rank - 1] as number;
        ranked[rank] = ranked[rank - 1] as number;
      }
      ranks[rank] = score;
      ranked[rank] = body;
      if (!full) continue;
      // Behind the best only those beside the span stay.
      let kept = MOST_CANDIDATES;
      for (let k = kept; k < count; k++) {
        if (ranked[k] !== belowAt && ranked[k] !== aboveAt) continue;
        ranks[kept] = ranks[k] as number;
        ranked[kept++] = ranked[k] as number;
      }
      count = kept;
    }
    let best = Number.NEGATIVE_INFINITY;
    const reading = scales.read(span).score;
    for (let rank = 0; rank < count; rank++) {
      if ((ranks[rank] as number) + reading < best - HOPELESS) continue;
      const body = ranked[rank] as number;
      const known = bodies[body] as KnownBody;
      const score = (ranks[rank] as number) + reading;
      const position = body === belowAt ? ABOVE : body === aboveAt ? BELOW : ELSEWHERE;
      this.add(number, STACK, body, position, score, found[known.at + number] as number);
      if (score > best) best = score;
    }
  }

  /** What a span could be else: a subhead, a picture's title, a label, nothing. */
  private addOthers(span: Span, bodies: readonly KnownBody[], above: number, below: number): void {
    const { number } = span;
    const amid = above === below && above >= 0;
    if (amid && !Number.isNaN(span.between)) this.add(number, SUBHEAD, below, ELSEWHERE, span.between, 0);
    if (span.to - span.from === 1) {
      if (!amid && span.endsRun && below >= 0 && !span.beginsRun) {
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
    this.best[span] = best;
    let kept = base;
    for (let at = base; at < end; at++) {
      if ((this.scores[at] as number) < best - HOPELESS && this.kinds[at] !== ORPHAN) continue;
      this.move(at, kept++);
    }
    this.counts[span] = kept - base;
  }
}
