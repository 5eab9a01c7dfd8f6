import type { Block } from '../2-blocks/row.ts';
import { jointOfLines } from '../2-blocks/weigh-join.ts';
import { joinStrands, type Strand } from '../strand.ts';
import type { Body, Group, PictureUse, StackUse } from './assignment.ts';
import type { Cut } from './cut-articles.ts';
import type { Draft, DraftDoubt, Stack, StackLine } from './draft.ts';
import { fillTitles, isPictureTitle, type Placed } from './fill-titles.ts';
import { findDoubts } from './find-doubts.ts';
import type { Layout } from './layout.ts';
import { sharedPairs } from './match-words.ts';
import { weighByline } from './weigh-byline.ts';
import { rolesOf } from './weigh-stack.ts';

/** A draft that can still be added to. */
interface Growing {
  body: Block[];
  stack?: Stack;
  bylineRows: Block[];
  pictures: Block[];
  jumps: Block[];
  doubts: DraftDoubt[];
  /** Position on the page, for the order of articles without text. */
  order: number;
}

/** How much nearness says for a caption, against the words that it shares with a text (nats). */
const NEAR_OWNER = 1.5;
/** 秋收正当时 / …联合收割机在金色田野间来回穿梭。: a title without a text has the picture below it, whatever words they share. */
const NEAR_TITLE = 4;
/** 光影瞬间 / 荷风送清凉: what the title is of, its column says. */
const NEAR_PICTURE = 12;
const NEAR = 0.4;

function stackOf(group: Group, use: StackUse | PictureUse, layout: Layout): Stack {
  const { reading } = use;
  const lines: StackLine[] = rolesOf(reading, group.to - group.from).map((role, k) => ({
    role,
    block: layout.headings[group.from + k] as Block,
  }));
  return {
    lines,
    position: use.kind === 'stack' ? use.position : 'above',
    margin: 9,
    roleMargin: reading.margin,
  };
}

/** The line of a subhead, or the two that the setter cut from one; undefined for the second of them. */
function subheadAt(group: Group, block: Block, layout: Layout): Block | undefined {
  const lines = layout.headings.slice(group.from, group.to);
  if (block !== lines[0]) return undefined;
  const [{ strand }, second] = lines as [Block, Block | undefined];
  if (!second) return { ...block };
  const joint = jointOfLines(strand.text, second.strand.text, layout.running);
  return {
    ...block,
    strand: joinStrands([strand, second.strand], () => joint),
    rows: block.rows + second.rows,
  };
}

const startDraft = (order: number, doubts: readonly DraftDoubt[] = []): Growing => ({
  body: [],
  bylineRows: [],
  pictures: [],
  jumps: [],
  doubts: [...doubts],
  order,
});

/** Puts everything that stands between paragraphs to the article it belongs to. */
export function gatherDrafts(
  layout: Layout,
  cut: Cut,
): { drafts: (Draft & { jumps: readonly Block[] })[]; loose: Strand[] } {
  const loose: Strand[] = [];
  const doubts = findDoubts(layout, cut);
  const growing = cut.bodies.map((body, b) => startDraft(body.from, doubts[b]));
  const groupOf = new Map<Block, Group>();
  const pictureOf = new Map<Group, number>();
  for (const group of cut.assignment.groups) {
    for (let h = group.from; h < group.to; h++) groupOf.set(layout.headings[h] as Block, group);
    if (group.use.kind === 'picture') {
      pictureOf.set(group, growing.length);
      growing.push({ ...startDraft(group.run), stack: stackOf(group, group.use, layout) });
    } else if (group.use.kind === 'stack') {
      (growing[group.use.body] as Growing).stack = stackOf(group, group.use, layout);
    }
  }
  // A page that is nothing but a picture and its caption.
  if (growing.length === 0 && layout.runs.flat().some((block) => block.kind !== 'heading')) {
    growing.push(startDraft(0));
  }
  const ownerOf = (group: Group | undefined): number =>
    group?.use.kind === 'stack'
      ? group.use.body
      : group && pictureOf.has(group)
        ? (pictureOf.get(group) as number)
        : -1;
  const bodyAt = (paragraph: number): number =>
    cut.bodies.findIndex((body) => paragraph >= body.from && paragraph < body.to);

  const chooseOwner = (caption: Block, owner: number, above: number, below: number): number => {
    const c = layout.captions.indexOf(caption);
    let best = owner >= 0 ? owner : above >= 0 ? above : below;
    let most = -Infinity;
    growing.forEach((draft, d) => {
      const body = cut.bodies[d];
      let weight =
        d === owner
          ? body || draft.pictures.length > 0
            ? NEAR_OWNER
            : isPictureTitle(draft.stack)
              ? NEAR_PICTURE
              : NEAR_TITLE
          : d === above || d === below
            ? NEAR
            : 0;
      if (body && c >= 0) weight += layout.captionMatches.weigh(c, body.from, body.to);
      else if (!body) {
        const title = draft.stack?.lines.map((line) => line.block.strand.text).join('') ?? '';
        weight += sharedPairs(title, caption.strand.text) * 1.2 + (draft.pictures.length > 0 ? -4 : 0.5);
      }
      if (weight > most) {
        most = weight;
        best = d;
      }
    });
    return best;
  };

  /** Does a byline between two texts belong to the one below? */
  const isBelow = (run: number, k: number): boolean => {
    const above = run > 0 ? bodyAt(run - 1) : -1;
    const below = run < layout.paragraphs.length ? bodyAt(run) : -1;
    const blocks = layout.runs[run] as readonly Block[];
    const [a, b] = [cut.bodies[above], cut.bodies[below]];
    if (!a || !b || a === b || blocks.some(({ kind }) => kind === 'heading')) return false;
    const textOf = ({ from, to }: Body): { first: Block; last: Block } => ({
      first: layout.paragraphs[from] as Block,
      last: layout.paragraphs[to - 1] as Block,
    });
    const bylines = (growing[above] as Growing).bylineRows.length;
    return (
      weighByline({
        byline: blocks[k] as Block,
        next: blocks[k + 1] ?? layout.paragraphs[run],
        above: { ...textOf(a), bylines },
        below: textOf(b),
      }) > 0
    );
  };

  const placed: Placed[] = [];
  const tieOf = (caption: Block, to: number): number => {
    const c = layout.captions.indexOf(caption);
    const body = cut.bodies[to];
    return body && c >= 0 ? layout.captionMatches.weigh(c, body.from, body.to) : 0;
  };

  for (let run = 0; run < layout.runs.length; run++) {
    const above = run > 0 ? bodyAt(run - 1) : -1;
    const below = run < layout.paragraphs.length ? bodyAt(run) : -1;
    const blocks = layout.runs[run] as readonly Block[];
    let owner = above;
    let pictureOwner = -1;
    blocks.forEach((block, k) => {
      const group = groupOf.get(block);
      if (block.kind === 'heading') {
        const use = group?.use;
        if (use?.kind === 'subhead') {
          const subhead = subheadAt(group as Group, block, layout);
          if (subhead) growing[use.body]?.body.push(subhead);
        }
        if (use?.kind === 'label' || use?.kind === 'orphan' || !group) loose.push(block.strand);
        if (ownerOf(group) >= 0) owner = ownerOf(group);
        return;
      }
      const before = blocks[k - 1];
      const next = blocks.slice(k + 1).find((other) => other.kind === 'heading');
      const nextOwner = next ? ownerOf(groupOf.get(next)) : below;
      if (block.kind === 'jump') {
        const back = block.strand.text.includes('转') && !block.strand.text.includes('上接');
        const to = back ? (k === 0 ? above : owner) : nextOwner >= 0 ? nextOwner : below >= 0 ? below : above;
        const draft = growing[to];
        if (draft) draft.jumps.push(block);
        else loose.push(block.strand);
        return;
      }
      if (block.kind === 'caption' || block.kind === 'credit') {
        const to =
          block.kind === 'caption' || pictureOwner < 0
            ? chooseOwner(block, owner, above, below)
            : pictureOwner;
        pictureOwner = block.kind === 'caption' ? to : -1;
        const draft = growing[to];
        if (!draft) {
          loose.push(block.strand);
          return;
        }
        draft.pictures.push(block);
        if (block.kind === 'caption') placed.push({ blocks: [block], to, tie: tieOf(block, to) });
        else if (before?.kind === 'caption')
          placed.push({ ...(placed.pop() as Placed), blocks: [before, block] });
        return;
      }
      // A byline under a headline belongs to it; where none stands between two texts it is weighed whose it is.
      const to =
        block.kind === 'byline' && isBelow(run, k)
          ? below
          : owner >= 0
            ? owner
            : nextOwner >= 0
              ? nextOwner
              : below;
      const draft = growing[to] ?? (cut.bodies.length === 0 ? growing[0] : undefined);
      if (draft) draft.bylineRows.push(block);
      else loose.push(block.strand);
    });
    const body = growing[below];
    if (body && run < layout.paragraphs.length) body.body.push(layout.paragraphs[run] as Block);
  }
  fillTitles(growing, placed);
  const drafts = growing
    .filter((draft) => {
      if (draft.body.length + draft.pictures.length + draft.bylineRows.length > 0 || draft.stack) return true;
      for (const jump of draft.jumps) loose.push(jump.strand);
      return false;
    })
    .map(({ body, stack, bylineRows, pictures, jumps, doubts: found, order }) => ({
      order,
      body,
      bylineRows,
      pictures,
      jumps,
      bylines: [],
      topics: [],
      doubts: found,
      ...(stack ? { stack } : {}),
    }));
  drafts.sort((a, b) => a.order - b.order);
  return { drafts: drafts.map(({ order: _, ...draft }) => draft), loose };
}
