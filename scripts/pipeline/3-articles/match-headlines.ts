import type { Block } from '../2-blocks/row.ts';
import type { Stack } from './draft.ts';
import type { Layout } from './layout.ts';
import { sharedPairs } from './match-words.ts';
import { type Reading, readStack } from './weigh-stack.ts';

/** A body: paragraphs `[from, to)` of the layout. */
export interface Body {
  readonly from: number;
  readonly to: number;
}

/** What a run of heading lines is taken for. */
export type Use =
  | {
      readonly kind: 'stack';
      readonly body: number;
      readonly position: Stack['position'];
      readonly reading: Reading;
    }
  | { readonly kind: 'subhead'; readonly body: number; readonly before: number }
  | { readonly kind: 'picture'; readonly reading: Reading }
  | { readonly kind: 'label' }
  | { readonly kind: 'orphan' };

/** Heading lines `[from, to)` (numbers of the layout) and their use. */
export interface Group {
  readonly from: number;
  readonly to: number;
  readonly run: number;
  readonly use: Use;
  readonly evidence: number;
}

/** A whole explanation of the headings of a page, and how good it is. */
export interface Assignment {
  readonly score: number;
  readonly groups: readonly Group[];
}

/** Ways to explain the headings so far that are followed up, and how much worse a use may be than the best. */
const BEAM = 10;
const HOPELESS = 11;
const LONGEST_STACK = 4;
const MOST_CANDIDATES = 4;
/** Where stacks stand: right above their text mostly; a page that does otherwise does so throughout. */
export type Positions = Readonly<Record<Stack['position'], number>>;
export const USUAL_POSITIONS: Positions = { above: 0, below: -2, elsewhere: -1.3 };
/** Evidence from which a stack's place is sure enough to tell how the page places stacks. */
const SURE = 3;

/** Position costs of a page, learnt from its stacks that words place beyond doubt. */
export function learnPositions(assignment: Assignment): Positions {
  const counts = { above: 2, below: 0.4, elsewhere: 0.5 };
  for (const { use, evidence } of assignment.groups) {
    if (use.kind === 'stack' && evidence > SURE) counts[use.position] += 1;
  }
  const most = Math.max(counts.above, counts.below, counts.elsewhere);
  const cost = (count: number): number => Math.log(count / most);
  return { above: cost(counts.above), below: cost(counts.below), elsewhere: cost(counts.elsewhere) };
}
/** A text without headline, a heading line that belongs to nothing. */
const NO_HEADLINE = -1.7;
const ORPHAN = -9.8;
const PICTURE = -0.9;
const PICTURE_ALONE = -5;
const LABEL = -5;
/** What each pair of characters says that a title shares with a caption, and the most they say. */
const TITLED = 0.8;
const MOST_TITLED = 3.5;
/** A subhead, the first of its text (right under the stack) and between paragraphs. */
const SUBHEAD = { first: -2.2, alike: 0.6, only: -7, between: 0, double: -3 } as const;
/** A subhead belongs to the paragraphs below it as a headline does to its text. */
const SECTION = 0.7;
/** Most paragraphs under one subhead. */
const LONGEST_SECTION = 5;
const WORDLESS: Positions = { above: -0.7, below: -2, elsewhere: -3 };
const NEW_BLOCK = -3;
/** A stack of another article amid the paragraphs of one. */
const AMID = -4.5;
/** A stack apart from its text after another such stack: its text stands further on, or further back. */
const ORDER = { onward: 0.2, back: -2.8 } as const;
/** Lines that touch were drawn together. */
const APART = -1;

/** One way to explain the headings so far: the last group, and the way before it. */
interface Path {
  readonly score: number;
  /** Bodies that have their stack, as bits; of those beyond the thirtieth the groups tell. */
  readonly used: number;
  /** Body of the last stack that stands apart from its text, −1 before the first. */
  readonly last: number;
  readonly group: Group | undefined;
  readonly before: Path | undefined;
}

const BITS = 30;
const START: Path = { score: 0, used: 0, last: -1, group: undefined, before: undefined };

function isUsed(path: Path, body: number): boolean {
  if (body < BITS) return (path.used & (1 << body)) !== 0;
  for (let at: Path | undefined = path; at; at = at.before) {
    if (at.group?.use.kind === 'stack' && at.group.use.body === body) return true;
  }
  return false;
}

/** What has been weighed of a layout: the same lines and bodies come back at every trial of a cut. */
interface Weighed {
  readonly evidence: Map<number, number>;
  readonly readings: Map<number, Reading>;
  readonly sections: Map<number, number>;
  readonly titles: Map<number, number>;
}
const weighedOf = new WeakMap<Layout, Map<string, Weighed>>();

function recall<Value>(known: Map<number, Value>, key: number, find: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = find();
    known.set(key, value);
  }
  return value;
}

/** Weighs heading lines against bodies, remembering what it found. */
class Scales {
  readonly layout: Layout;
  readonly words: boolean;
  readonly roles: boolean;
  readonly known: Weighed;

  constructor(layout: Layout, without: ReadonlySet<string>) {
    this.layout = layout;
    this.words = !without.has('headline-words');
    this.roles = !without.has('headline-roles');
    const kind = `${this.words} ${this.roles}`;
    const kinds = weighedOf.get(layout) ?? new Map<string, Weighed>();
    weighedOf.set(layout, kinds);
    this.known = kinds.get(kind) ?? {
      evidence: new Map(),
      readings: new Map(),
      sections: new Map(),
      titles: new Map(),
    };
    kinds.set(kind, this.known);
  }

  weigh(heading: number, { from, to }: Body): number {
    if (!this.words) return 0;
    const width = this.layout.paragraphs.length + 1;
    const key = (heading * width + from) * width + to;
    return recall(this.known.evidence, key, () => this.layout.matches.weigh(heading, from, to));
  }

  /** Reads lines as the stack of a body; of a picture where there is none. */
  read(from: number, to: number, body: Body | undefined): Reading {
    const width = this.layout.paragraphs.length + 2;
    const lead = body ? Math.min(body.from + 2, body.to) - body.from : 0;
    const key = (((from * 8 + to - from) * width + (body ? body.from : width - 1)) * 4 + lead) | 0;
    return recall(this.known.readings, key, () => {
      const lines = this.layout.headings.slice(from, to);
      const inLead = lines.map((_, k) =>
        body ? this.layout.matches.inLead(from + k, body.from, body.to) : 0,
      );
      return readStack(this.roles, lines, inLead, this.layout.joins.slice(from, to - 1));
    });
  }

  /** Evidence that a line belongs to the paragraphs right below it, up to the next heading. */
  weighSection(heading: number, run: number): number {
    return recall(this.known.sections, heading, () => {
      let to = run + 1;
      const { paragraphs, headingsOf, matches } = this.layout;
      while (to < paragraphs.length && to < run + LONGEST_SECTION && (headingsOf[to]?.length ?? 0) === 0)
        to++;
      return SECTION * Math.max(0, matches.weigh(heading, run, to));
    });
  }

  weighTitle(from: number, to: number): number {
    return recall(this.known.titles, from * 8 + to - from, () => captionEvidence(this.layout, from, to));
  }
}

/** A use of some lines that is open to every path, with its score. */
interface Option {
  readonly use: Use;
  readonly score: number;
  readonly evidence: number;
}

/** Where a run of headings stands among the bodies. */
interface Run {
  readonly run: number;
  readonly first: number;
  readonly end: number;
  readonly above: number;
  readonly below: number;
  readonly amid: boolean;
}

/** Stacks that lines `[from, to)` could be: of the bodies that their words point to, and of those beside them. */
function stackOptions(
  scales: Scales,
  bodies: readonly Body[],
  positions: Positions,
  at: Run,
  from: number,
  to: number,
): Option[] {
  const { layout } = scales;
  const lead = layout.headings[from] as Block;
  const next = layout.headings[to];
  const apart =
    to < at.end && next && next.gap === 0 && (layout.headings[from + 1]?.gap ?? 1) > 0 ? APART : 0;
  const candidates: { body: number; evidence: number; position: Stack['position']; score: number }[] = [];
  for (let body = 0; body < bodies.length; body++) {
    let evidence = 0;
    for (let h = from; h < to; h++) evidence += scales.weigh(h, bodies[body] as Body);
    const position =
      body === at.below && to >= at.end - 1 && !at.amid
        ? 'above'
        : body === at.above && from === at.first && !at.amid
          ? 'below'
          : 'elsewhere';
    const place = positions[position] + weighPlace(position, evidence, lead);
    candidates.push({ body, evidence, position, score: evidence + place + apart + (at.amid ? AMID : 0) });
  }
  candidates.sort((a, b) => b.score - a.score);
  return candidates
    .filter(({ position }, rank) => rank < MOST_CANDIDATES || position !== 'elsewhere')
    .map(({ body, evidence, position, score }) => {
      const reading = scales.read(from, to, bodies[body]);
      return { use: { kind: 'stack', body, position, reading }, score: score + reading.score, evidence };
    });
}

/** What lines `[from, to)` could be else: a subhead, a picture's title, a label, nothing. */
function otherOptions(scales: Scales, bodies: readonly Body[], at: Run, from: number, to: number): Option[] {
  const { layout } = scales;
  const options: Option[] = [];
  const block = layout.headings[from] as Block;
  if (to - from === 1) {
    if (at.amid) {
      const alone = at.end - at.first === 1 ? SUBHEAD.between : SUBHEAD.double;
      const score = alone + subheadForm(block) + scales.weighSection(from, at.run);
      options.push({ use: { kind: 'subhead', body: at.below, before: at.run }, score, evidence: 0 });
    } else if (to === at.end && at.below >= 0 && from > at.first) {
      // Right under a headline a line is the deck, unless the text has subheads and this is the first.
      const body = bodies[at.below] as Body;
      const score =
        weighFirstSubhead(layout, body, block) + subheadForm(block) + Math.max(0, scales.weigh(from, body));
      options.push({ use: { kind: 'subhead', body: at.below, before: at.run }, score, evidence: 0 });
    }
    options.push({ use: { kind: 'orphan' }, score: ORPHAN, evidence: 0 });
    if (block.strand.text.length <= 6) options.push({ use: { kind: 'label' }, score: LABEL, evidence: 0 });
  }
  if (to - from <= 2) {
    const blocks = layout.runs[at.run] as readonly Block[];
    const after = blocks[blocks.indexOf(layout.headings[to - 1] as Block) + 1];
    const beside = after !== undefined && (after.kind === 'caption' || after.kind === 'credit');
    const reading = scales.read(from, to, undefined);
    const titled = scales.weighTitle(from, to);
    const score = (beside ? PICTURE : PICTURE_ALONE) + titled + reading.score;
    options.push({ use: { kind: 'picture', reading }, score, evidence: titled });
  }
  return options;
}

const bestFirst = (paths: Path[]): Path[] => paths.sort((a, b) => b.score - a.score).slice(0, BEAM);

/** Stacks that are drawn after the texts are mostly drawn in the order of the texts. */
function weighOrder(last: number, body: number): number {
  if (last < 0) return 0;
  return body > last ? ORDER.onward : ORDER.back;
}

/** Explains the headings of a page, given its bodies: the best assignment as a whole, not first come first served. */
export function matchHeadlines(
  layout: Layout,
  bodies: readonly Body[],
  positions: Positions = USUAL_POSITIONS,
  without: ReadonlySet<string> = new Set(),
): Assignment {
  const scales = new Scales(layout, without);
  const bodyOf = new Int32Array(layout.paragraphs.length).fill(-1);
  bodies.forEach((body, b) => {
    bodyOf.fill(b, body.from, body.to);
  });
  let beam: Path[] = [START];
  layout.headingsOf.forEach((numbers, run) => {
    const first = numbers[0];
    if (first === undefined) return;
    const above = bodyOf[run - 1] ?? -1;
    const below = bodyOf[run] ?? -1;
    const at: Run = {
      run,
      first,
      end: first + numbers.length,
      above,
      below,
      amid: above === below && above >= 0,
    };
    // paths[k]: ways to explain the headings before number first + k.
    const paths: Path[][] = [beam, ...numbers.map((): Path[] => [])];
    for (let from = first; from < at.end; from++) {
      const here = bestFirst(paths[from - first] as Path[]);
      for (let to = from + 1; to <= Math.min(at.end, from + LONGEST_STACK); to++) {
        const into = paths[to - first] as Path[];
        const options = [
          ...stackOptions(scales, bodies, positions, at, from, to),
          ...otherOptions(scales, bodies, at, from, to),
        ];
        const hopeless = Math.max(...options.map(({ score }) => score)) - HOPELESS;
        for (const before of here) {
          for (const { use, score, evidence } of options) {
            if (score < hopeless && use.kind !== 'orphan') continue;
            const body = use.kind === 'stack' ? use.body : -1;
            if (body >= 0 && isUsed(before, body)) continue;
            const used = body >= 0 && body < BITS ? before.used | (1 << body) : before.used;
            const apart = use.kind === 'stack' && use.position === 'elsewhere';
            const order = apart ? weighOrder(before.last, body) : 0;
            into.push({
              score: before.score + score + order,
              used,
              last: apart ? body : before.last,
              group: { from, to, run, use, evidence },
              before,
            });
          }
        }
      }
    }
    beam = bestFirst(paths[numbers.length] as Path[]);
  });

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
  for (let path: Path | undefined = best; path; path = path.before) if (path.group) groups.push(path.group);
  return { score: most, groups: groups.reverse() };
}

/** A stack that shares no word with its text must at least stand above it; a new block of the PDF is not below one. */
function weighPlace(position: Stack['position'], evidence: number, first: Block): number {
  return (evidence < 1 ? WORDLESS[position] : 0) + (position === 'below' && first.indented ? NEW_BLOCK : 0);
}

// “地瓜经济”蔓延“产业圈” “研发在丰台，转化在津冀”: two sayings that begin with a quotation mark.
const COUPLET = /^“[^ ]+ [^ ]+$/u;

/** What it costs to take a line right under the headline for the first subhead: little where others are like it. */
function weighFirstSubhead(layout: Layout, body: Body, block: Block): number {
  let cost: number = SUBHEAD.only;
  for (let p = body.from + 1; p < body.to; p++) {
    const numbers = layout.headingsOf[p] ?? [];
    const other = layout.headings[numbers[0] ?? -1];
    if (numbers.length !== 1 || !other) continue;
    const alike =
      Math.abs(other.strand.text.length - block.strand.text.length) <= 1 ||
      (COUPLET.test(other.strand.text) && COUPLET.test(block.strand.text));
    cost = Math.max(cost, alike ? SUBHEAD.alike : SUBHEAD.first);
  }
  return cost;
}

/** Evidence that lines are the title of a picture: a caption repeats their words. */
function captionEvidence(layout: Layout, from: number, to: number): number {
  const title = layout.headings
    .slice(from, to)
    .map((block) => block.strand.text)
    .join('\n');
  let most = 0;
  for (const caption of layout.captions) most = Math.max(most, sharedPairs(title, caption.strand.text));
  return Math.min(most * TITLED, MOST_TITLED);
}

/** How much a line reads like a subhead: short, no date line words. */
function subheadForm(block: Block): number {
  const length = block.strand.text.length;
  const dash = block.strand.text.startsWith('——') ? -5 : 0;
  const long = COUPLET.test(block.strand.text) ? 0 : length > 24 ? -2 : length > 18 ? -0.8 : 0;
  return long + (block.mark > 0 ? -4 : 0) + dash;
}
