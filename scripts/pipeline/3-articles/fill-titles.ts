import type { Block } from '../2-blocks/row.ts';
import { isOverPictures } from '../2-blocks/standing-heads.ts';
import type { Stack } from './draft.ts';
import { sharedPairs } from './match-words.ts';

/** A picture's caption with its credit, and the draft that has it. */
export interface Placed {
  readonly blocks: readonly Block[];
  /** Number of the draft. */
  readonly to: number;
  /** How much its words say that it belongs there (nats). */
  readonly tie: number;
}

/** What is asked of a draft. */
export interface Titled {
  readonly body: readonly Block[];
  readonly stack?: Stack;
  pictures: Block[];
}

/** What each pair of characters says that a title shares with a caption. */
const SHARED = 1.2;
/** A caption that its words tie closer to a text than this (nats) stays there. */
const TIED = 2;

/** Does the column over a title say that it is a picture's: 光影瞬间 / 荷风送清凉? */
export const isPictureTitle = (stack: Stack | undefined): boolean =>
  stack?.lines.some(({ block }) => isOverPictures(block.strand.text)) ?? false;

/**
 * Gives each title of a picture that has none one that was given to a text: where a page draws its headlines apart from the
 * texts, the caption stands beside a text that is another's. It is the one whose words tie it least to that text.
 * @param drafts are changed
 * @param placed the captions of the page with their credits, as they were given
 */
export function fillTitles(drafts: readonly Titled[], placed: readonly Placed[]): void {
  const given = new Set<Placed>();
  for (const draft of drafts) {
    if (draft.body.length > 0 || draft.pictures.length > 0 || !isPictureTitle(draft.stack)) continue;
    const title = draft.stack?.lines.map(({ block }) => block.strand.text).join('') ?? '';
    let best: Placed | undefined;
    let most = -TIED;
    for (const picture of placed) {
      const caption = picture.blocks[0] as Block;
      if (given.has(picture) || picture.blocks.length < 2 || drafts[picture.to]?.body.length === 0) continue;
      const weight = SHARED * sharedPairs(title, caption.strand.text) - picture.tie;
      if (weight <= most) continue;
      most = weight;
      best = picture;
    }
    if (!best) continue;
    const { blocks, to } = best;
    given.add(best);
    const owner = drafts[to] as Titled;
    owner.pictures = owner.pictures.filter((block) => !blocks.includes(block));
    draft.pictures = [...blocks];
  }
}
