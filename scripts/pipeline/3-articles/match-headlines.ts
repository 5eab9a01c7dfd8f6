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

const BEAM = 16;
const LONGEST_STACK = 4;
const MOST_CANDIDATES = 4;
/** Where stacks stand: right above their text mostly; a page that does otherwise does so throughout. */
export type Positions = Readonly<Record<Stack['position'], number>>;
export const USUAL_POSITIONS: Positions = { above: 0, below: -2, elsewhere: -2.2 };
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
const NO_HEADLINE = -3.2;
const ORPHAN = -7;
const PICTURE = -1.5;
const PICTURE_ALONE = -5;
const LABEL = -5;
/** What each pair of characters says that a title shares with a caption, and the most they say. */
const TITLED = 0.8;
const MOST_TITLED = 3.5;
/** A subhead, the first of its text (right under the stack) and between paragraphs. */
const SUBHEAD = { first: -2, only: -5, between: 0, double: -3 } as const;
/** A subhead belongs to the paragraphs below it as a headline does to its text. */
const SECTION = 0.7;
/** Most paragraphs under one subhead. */
const LONGEST_SECTION = 5;
/** A stack of another article amid the paragraphs of one. */
const AMID = -4.5;
/** Lines that touch were drawn together. */
const APART = -1;

interface Path {
  score: number;
  readonly used: readonly boolean[];
  readonly group: Group | undefined;
  readonly before: Path | undefined;
}

const bodyAt = (bodies: readonly Body[], paragraph: number): number =>
  bodies.findIndex((body) => paragraph >= body.from && paragraph < body.to);

/** Explains the headings of a page, given its bodies: the best assignment as a whole, not first come first served. */
export function matchHeadlines(
  layout: Layout,
  bodies: readonly Body[],
  positions: Positions = USUAL_POSITIONS,
  without: ReadonlySet<string> = new Set(),
): Assignment {
  const words = !without.has('headline-words');
  const roles = !without.has('headline-roles');
  let beam: Path[] = [{ score: 0, used: bodies.map(() => false), group: undefined, before: undefined }];
  const evidenceOf = new Map<number, number>();
  const weigh = (heading: number, body: number): number => {
    const key = heading * bodies.length + body;
    let known = evidenceOf.get(key);
    if (known === undefined) {
      const { from, to } = bodies[body] as Body;
      known = words ? layout.matches.weigh(heading, from, to) : 0;
      evidenceOf.set(key, known);
    }
    return known;
  };
  const leads = new Map<number, number>();
  const inLead = (heading: number, body: number): number => {
    const key = heading * bodies.length + body;
    let known = leads.get(key);
    if (known === undefined) {
      const { from, to } = bodies[body] as Body;
      known = layout.matches.inLead(heading, from, to);
      leads.set(key, known);
    }
    return known;
  };
  /** Reads lines as the stack of a body; of a picture where there is none. */
  const read = (from: number, to: number, body = -1): Reading => {
    const lines = layout.headings.slice(from, to);
    return readStack(
      roles,
      lines,
      lines.map((_, k) => (body < 0 ? 0 : inLead(from + k, body))),
    );
  };

  // Evidence that a line belongs to the paragraphs right below it, up to the next heading.
  const weighSection = (heading: number, run: number): number => {
    let to = run + 1;
    while (
      to < layout.paragraphs.length &&
      to < run + LONGEST_SECTION &&
      (layout.headingsOf[to]?.length ?? 0) === 0
    )
      to++;
    return SECTION * Math.max(0, layout.matches.weigh(heading, run, to));
  };

  layout.headingsOf.forEach((numbers, run) => {
    const first = numbers[0];
    if (first === undefined) return;
    const end = first + numbers.length;
    const above = run > 0 ? bodyAt(bodies, run - 1) : -1;
    const below = run < layout.paragraphs.length ? bodyAt(bodies, run) : -1;
    const amid = above === below && above >= 0;
    const blocks = layout.runs[run] as readonly Block[];
    // paths[k]: best paths that have explained the headings before number first + k.
    const paths: Path[][] = [beam, ...numbers.map(() => [])];
    for (let from = first; from < end; from++) {
      const here = (paths[from - first] as Path[]).sort((a, b) => b.score - a.score).slice(0, BEAM);
      for (let to = from + 1; to <= Math.min(end, from + LONGEST_STACK); to++) {
        const uses: { use: Use; score: number; evidence: number }[] = [];
        let apart = 0;
        const next = layout.headings[to];
        if (to < end && next && next.gap === 0 && (layout.headings[from + 1]?.gap ?? 1) > 0) apart = APART;
        const ranked = bodies
          .map((_, body) => {
            let evidence = 0;
            for (let h = from; h < to; h++) evidence += weigh(h, body);
            const position =
              body === below && (to === end || to === end - 1) && !amid
                ? 'above'
                : body === above && from === first && !amid
                  ? 'below'
                  : 'elsewhere';
            const reading = read(from, to, body);
            return {
              body,
              evidence,
              position,
              reading,
              score: evidence + positions[position] + reading.score + apart,
            } as const;
          })
          .sort((a, b) => b.score - a.score);
        ranked.forEach((candidate, rank) => {
          if (rank >= MOST_CANDIDATES && candidate.position === 'elsewhere') return;
          uses.push({
            use: {
              kind: 'stack',
              body: candidate.body,
              position: candidate.position,
              reading: candidate.reading,
            },
            score: candidate.score + (amid ? AMID : 0),
            evidence: candidate.evidence,
          });
        });
        if (to - from === 1) {
          if (amid) {
            const alone = numbers.length === 1 ? SUBHEAD.between : SUBHEAD.double;
            uses.push({
              use: { kind: 'subhead', body: below, before: run },
              score: alone + subheadForm(layout.headings[from] as Block) + weighSection(from, run),
              evidence: 0,
            });
          } else if (to === end && below >= 0 && from > first) {
            // Right under a headline a line is the deck, unless the text has subheads and this is the first.
            const others = hasSubheads(layout, bodies[below] as Body) ? SUBHEAD.first : SUBHEAD.only;
            uses.push({
              use: { kind: 'subhead', body: below, before: run },
              score: others + subheadForm(layout.headings[from] as Block) + Math.max(0, weigh(from, below)),
              evidence: 0,
            });
          }
          uses.push({ use: { kind: 'orphan' }, score: ORPHAN, evidence: 0 });
          if ((layout.headings[from] as Block).strand.text.length <= 6)
            uses.push({ use: { kind: 'label' }, score: LABEL, evidence: 0 });
        }
        if (to - from <= 2) {
          const at = blocks.indexOf(layout.headings[to - 1] as Block);
          const after = blocks[at + 1];
          const beside = after !== undefined && (after.kind === 'caption' || after.kind === 'credit');
          const reading = read(from, to);
          const titled = captionEvidence(layout, from, to);
          uses.push({
            use: { kind: 'picture', reading },
            score: (beside ? PICTURE : PICTURE_ALONE) + titled + reading.score,
            evidence: titled,
          });
        }
        for (const path of here) {
          for (const { use, score, evidence } of uses) {
            if (use.kind === 'stack' && path.used[use.body]) continue;
            const used = use.kind === 'stack' ? path.used.map((was, i) => was || i === use.body) : path.used;
            (paths[to - first] as Path[]).push({
              score: path.score + score,
              used,
              group: { from, to, run, use, evidence },
              before: path,
            });
          }
        }
      }
    }
    beam = (paths[numbers.length] as Path[]).sort((a, b) => b.score - a.score).slice(0, BEAM);
  });

  let best: Path | undefined;
  for (const path of beam) {
    const score = path.score + NO_HEADLINE * path.used.filter((used) => !used).length;
    if (!best || score > best.score) best = { ...path, score };
  }
  const groups: Group[] = [];
  for (let path = best; path; path = path.before) if (path.group) groups.push(path.group);
  return { score: best?.score ?? 0, groups: groups.reverse() };
}

/** Does a text have single heading lines between its paragraphs? */
function hasSubheads(layout: Layout, body: Body): boolean {
  for (let p = body.from + 1; p < body.to; p++) if (layout.headingsOf[p]?.length === 1) return true;
  return false;
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
  return (length > 24 ? -2 : length > 18 ? -0.8 : 0) + (block.mark > 0 ? -4 : 0) + dash;
}
