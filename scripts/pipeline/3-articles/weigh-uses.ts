import type { Block } from '../2-blocks/row.ts';
import { isOverFeatures, isOverPictures } from '../2-blocks/standing-heads.ts';
import { isPicture } from '../2-blocks/weigh-join.ts';
import type { Body } from './assignment.ts';
import type { Layout } from './layout.ts';
import { sharedPairs } from './match-words.ts';
import type { Spacing } from './read-spacing.ts';
import { readParts, type StackPair, type StackPart, SURELY_TWO } from './stack-parts.ts';
import { type BodyForm, weighBody } from './weigh-body.ts';
import { boundReading, type Reading, readStack } from './weigh-stack.ts';
import { weighBetween, weighFirstSubhead, weighSubheadForm, weighSubheadSpace } from './weigh-subhead.ts';

/** Most lines of one stack. */
const LONGEST_STACK = 4;
const ORPHAN = -7;
const PICTURE = -0.9;
const PICTURE_ALONE = -5;
/** 光影瞬间 / 荷风送清凉: the column over the title is one of pictures. */
const COLUMN = { beside: 4, apart: 2 } as const;
const LABEL = -5;
/** Longest label. */
const LONGEST_LABEL = 6;
/** What each pair of characters says that a title shares with a caption, and the most they say. */
const TITLED = 0.8;
const MOST_TITLED = 3.5;
/** Bodies for which there is room at first. */
const BODIES = 48;
/** Lines that touch were drawn together. */
const APART = -1;
/** A stack is set across or downwards: seldom is one line of it set the other way. By hand: with −5 articles were lost. */
const BOTH_WAYS = -2.5;
/** A picture with its caption or credit stands between lines of one stack. */
const PICTURED = -4;

/** A subhead is short enough for its column, mostly. */
const TWO_ROWS = -1;

/** Some heading lines that stand together, and what does not depend on how the page is cut into bodies. */
export interface Span {
  readonly number: number;
  readonly run: number;
  /** The heading lines `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** It is the whole end of its run, or all but one line of it. */
  readonly endsRun: boolean;
  readonly nearlyEndsRun: boolean;
  readonly beginsRun: boolean;
  /** What it costs to part these lines from one that touches them. */
  readonly apart: number;
  /** How its last line and the text right below it stand to each other. */
  readonly below: Spacing;
  /** A new block of the PDF began here. */
  readonly indented: boolean;
  /** Scores of other uses than a stack; NaN where the lines cannot be that. */
  readonly orphan: number;
  readonly label: number;
  readonly picture: number;
  readonly titled: number;
  /** Its first line or its deck says that no news stands under it. */
  readonly feature: boolean;
  /** No body makes a better stack of the lines than this. */
  readonly bestReading: number;
  readonly pictureReading: Reading | undefined;
  /** A line, or two that may be one, between paragraphs of one body, as a subhead. */
  readonly between: number;
  /** What the form of a line says of it as a subhead. */
  readonly form: number;
}

/** A body, and where what was found of it stands: the same bodies come back at every trial of a cut. */
export interface KnownBody extends Body, BodyForm {
  /** What a stack must pay that wants it though others do, in nats. */
  price: number;
  /** Where its numbers begin in {@link Scales.found}. */
  readonly at: number;
}

/** Weighs what heading lines are good for, remembering what it found. */
export class Scales {
  readonly layout: Layout;
  readonly spans: readonly Span[];
  /** Numbers of the spans of each run, from its first line on; empty where no heading stands. */
  readonly spansOf: readonly (readonly Span[])[];
  private readonly words: boolean;
  /** What the meaning of each heading line says of paragraphs. */
  private readonly meanings: readonly ((from: number, to: number) => number)[] | undefined;
  private readonly roles: boolean;
  private readonly forms: boolean;
  private readonly parts: readonly StackPart[];
  private readonly pairs: readonly (StackPair | undefined)[];
  private readonly bodies = new Map<number, KnownBody>();
  /**
   * For each body: evidence that it has each span, evidence that it has each line, what each line is as its first
   * subhead. NaN where it was not asked yet.
   */
  found = new Float64Array(0);
  /** How the lines of each span read as a stack. */
  private readings: readonly Reading[];
  /** What speaks for the first line of a stack as its headline, in nats. */
  private order = 0;

  constructor(layout: Layout, without: ReadonlySet<string>) {
    this.layout = layout;
    this.words = !without.has('headline-words');
    if (!without.has('headline-meanings'))
      this.meanings = layout.headings.map((block) => layout.meanings.weigher(block.strand.text));
    this.roles = !without.has('headline-roles');
    this.forms = !without.has('body-forms');
    ({ parts: this.parts, pairs: this.pairs } = readParts(layout));
    const spans: Span[] = [];
    this.spansOf = layout.headingsOf.map((numbers, run) => {
      const own: Span[] = [];
      const first = numbers[0] ?? 0;
      const end = first + numbers.length;
      for (let from = first; from < end; from++) {
        for (let to = from + 1; to <= Math.min(end, from + LONGEST_STACK); to++) {
          const span = this.readSpan(spans.length, run, first, end, from, to);
          spans.push(span);
          own.push(span);
        }
      }
      return own;
    });
    this.spans = spans;
    this.readings = spans.map((span) => span.pictureReading ?? this.readLines(span.from, span.to));
  }

  /** Tells in which order the page draws the lines of a stack ({@link learnOrder}). */
  expectOrder(order: number): void {
    if (order === this.order) return;
    this.order = order;
    this.readings = this.spans.map(({ from, to }) => this.readLines(from, to));
  }

  /** What was found of a body so far. */
  know({ from, to }: Body): KnownBody {
    const key = from * (this.layout.paragraphs.length + 1) + to;
    let known = this.bodies.get(key);
    if (!known) {
      const size = 2 * this.layout.headings.length + this.spans.length;
      const at = this.bodies.size * size;
      if (at + size > this.found.length) {
        const found = new Float64Array(Math.max(2 * this.found.length, BODIES * size)).fill(Number.NaN);
        found.set(this.found);
        this.found = found;
      }
      const form = weighBody(this.layout.paragraphs, { from, to }, this.forms);
      known = { from, to, ...form, price: 0, at };
      this.bodies.set(key, known);
    }
    return known;
  }

  /** Evidence that a heading line belongs to a body. */
  private weighLine(heading: number, body: KnownBody): number {
    const at = body.at + this.spans.length + heading;
    let evidence = this.found[at] as number;
    if (Number.isNaN(evidence)) {
      evidence = this.words ? this.layout.matches.weigh(heading, body.from, body.to) : 0;
      evidence += this.meanings?.[heading]?.(body.from, body.to) ?? 0;
      this.found[at] = evidence;
    }
    return evidence;
  }

  /** Evidence that the lines of a span belong to a body; whoever asks has looked whether it was found before. */
  weighSpan(span: Span, body: KnownBody): number {
    let evidence = 0;
    for (let h = span.from; h < span.to; h++) evidence += this.weighLine(h, body);
    this.found[body.at + span.number] = evidence;
    return evidence;
  }

  /** Evidence for a line right under the headline of a body as its first subhead. */
  weighFirst(span: Span, body: KnownBody): number {
    const at = body.at + this.spans.length + this.layout.headings.length + span.from;
    let score = this.found[at] as number;
    if (Number.isNaN(score)) {
      const words = Math.max(0, this.weighLine(span.from, body));
      score =
        weighFirstSubhead(this.layout, body, span.from) +
        span.form +
        words +
        weighSubheadSpace(this.layout, span.from);
      this.found[at] = score;
    }
    return score;
  }

  /** How the lines of a span read as a stack. */
  read(span: Span): Reading {
    return this.readings[span.number] as Reading;
  }

  private readLines(from: number, to: number): Reading {
    return readStack(
      this.roles,
      this.parts.slice(from, to),
      this.pairs.slice(from, to),
      this.joinsOf(from, to),
      [...this.layout.spaces.slice(from, to - 1), this.layout.below[to - 1]],
      this.order,
    );
  }

  /** A line, or two that the setter cut from one, between paragraphs of one body. */
  private weighSubhead(run: number, first: number, end: number, from: number, to: number): number {
    const { layout } = this;
    const rows = to - from;
    const join = rows === 2 ? (layout.joins[from] as number) : 0;
    if (rows > 2 || join <= SURELY_TWO) return Number.NaN;
    const form = weighSubheadForm(layout.headings[from] as Block);
    const alone = end - first === rows;
    const between = weighBetween(layout, from, run, form, alone) + weighSubheadSpace(layout, to - 1);
    return rows === 1 ? between : between + join + TWO_ROWS;
  }

  private joinsOf(from: number, to: number): readonly number[] {
    return this.layout.joins.slice(from, to - 1);
  }

  private readSpan(number: number, run: number, first: number, end: number, from: number, to: number): Span {
    const { layout } = this;
    const lead = layout.headings[from] as Block;
    const next = layout.headings[to];
    const single = to - from === 1;
    const titled = to - from <= 2 ? captionEvidence(layout, from, to) : 0;
    const reading = to - from <= 2 ? this.readLines(from, to) : undefined;
    const blocks = layout.runs[run] as readonly Block[];
    const after = blocks[blocks.indexOf(layout.headings[to - 1] as Block) + 1];
    const beside = after !== undefined && (after.kind === 'caption' || after.kind === 'credit');
    const column = !single && isOverPictures(lead.strand.text);
    const form = single ? weighSubheadForm(lead) : Number.NaN;
    const touches = to < end && next && next.gap === 0 && (layout.headings[from + 1] as Block).gap > 0;
    const lines = blocks.slice(blocks.indexOf(lead), blocks.indexOf(layout.headings[to - 1] as Block));
    const bothWays = layout.headings.slice(from, to).some(({ vertical }) => vertical !== lead.vertical);
    return {
      number,
      run,
      from,
      to,
      endsRun: to === end,
      nearlyEndsRun: to >= end - 1,
      beginsRun: from === first,
      apart: (touches ? APART : 0) + (bothWays ? BOTH_WAYS : 0) + (lines.some(isPicture) ? PICTURED : 0),
      below: layout.below[to - 1],
      indented: lead.indented,
      orphan: single ? ORPHAN : Number.NaN,
      label: single && lead.strand.text.length <= LONGEST_LABEL ? LABEL : Number.NaN,
      picture: reading
        ? (beside ? PICTURE : PICTURE_ALONE) +
          titled +
          (column ? (beside ? COLUMN.beside : COLUMN.apart) : 0) +
          reading.score
        : Number.NaN,
      bestReading: boundReading(this.joinsOf(from, to)),
      titled,
      feature:
        isOverFeatures(lead.strand.text) ||
        layout.headings.slice(from + 1, to).some(({ strand }) => strand.text.startsWith('——')),
      pictureReading: reading,
      between: this.weighSubhead(run, first, end, from, to),
      form,
    };
  }
}

/** Evidence that lines are the title of a picture: a caption repeats their words. */
function captionEvidence(layout: Layout, from: number, to: number): number {
  if (layout.captions.length === 0) return 0;
  const title = layout.headings
    .slice(from, to)
    .map((block) => block.strand.text)
    .join('\n');
  let most = 0;
  for (const caption of layout.captions) most = Math.max(most, sharedPairs(title, caption.strand.text));
  return Math.min(most * TITLED, MOST_TITLED);
}
