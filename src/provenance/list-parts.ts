import type { Article, PartRole } from '../model.ts';
import { foldText } from './fold-character.ts';

/** A part of an article that is looked for in the scan. Filled in while it is placed. */
export interface Part {
  article: Article;
  role: PartRole;
  /** Number of the block, from 1. */
  block?: number;
  /** The published text. */
  text: string;
  /** Its characters that are not white space, folded. */
  key: string;
  /** Offset in `text` of each of them. */
  at: Int32Array;
  /** Index of the scan's character that each of them is, −1 where the scan has none. */
  from: Int32Array;
  /** Characters of the scan that are not published, by the number of the unit before which they stood. */
  dropped: Map<number, number[]>;
  /** Its number among the owners. */
  owner: number;
  placed: boolean;
  /** A section label may stand in the article or over several: no place for it is no fault. */
  optional: boolean;
  /** A headline of ours: the page prints none. */
  derived: boolean;
}

/** The parts of an article in reading order: kicker, headline, deck, jump line, blocks. */
export function listParts(article: Article): Part[] {
  const parts: Part[] = [];
  const add = (role: PartRole, text: string | undefined, more: Partial<Part> = {}) => {
    if (text !== undefined) parts.push({ ...makePart(article, role, text), ...more });
  };
  // 发现丰台之美 over a picture is printed once: as the kicker, which names the section too.
  if (article.section !== article.kicker) add('section', article.section, { optional: true });
  add('kicker', article.kicker);
  add('headline', article.headline, { derived: article.headlineSource === 'derived' });
  add('deck', article.deck);
  article.blocks.forEach((block, index) => {
    add('block', block.text, { block: index + 1 });
  });
  return parts;
}

/** A part without a place yet. */
export function makePart(article: Article, role: PartRole, text: string): Part {
  const { key, at } = foldText(text);
  return {
    article,
    role,
    text,
    key,
    at,
    from: new Int32Array(at.length).fill(-1),
    dropped: new Map(),
    owner: -1,
    placed: false,
    optional: false,
    derived: false,
  };
}
