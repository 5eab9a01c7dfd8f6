import { DATELINE_NAMES, NAMES_AT_END } from '../2-blocks/byline-forms.ts';
import type { Block } from '../2-blocks/row.ts';

/** A byline between two texts, no headline before or behind it, and what stands around it. */
export interface BylineBetween {
  readonly byline: Block;
  /** What stands right behind it: the text below, or a source, a jump line. */
  readonly next: Block | undefined;
  /** The text above, its first and its last paragraph; the bylines that it has already. */
  readonly above: { readonly first: Block; readonly last: Block; readonly bylines: number };
  /** The text below. */
  readonly below: { readonly first: Block; readonly last: Block };
}

/**
 * Evidence (nats) that the byline belongs to the text below. From 510 bylines between two texts without a headline
 * between them, on pages of fourteen papers: 文/X stands behind its text, 471 of 485 times; 本报记者 X stands before it,
 * 15 of 15 times, as what stands behind a text is in brackets or has 文/. What has its names already needs no others,
 * and a line that touches one text and stands apart from the other belongs to the one it touches (6 of 6).
 */
const WEIGHTS = {
  behind: -2,
  before: 3,
  /** The text above has a byline; has names in brackets at its end; has them in its dateline. */
  hasByline: 3,
  signed: 3,
  dated: 1,
  /** The text below has names. */
  belowHasNames: -3,
  touches: 2.5,
  /** （原文刊载于《…》） below it: names and source end a text. */
  source: -6,
} as const;

/** 文/罗嘉禾, （记者 许念）: how names stand behind a text. */
const BEHIND = /^(?:[□■◎●]\s*)?(?:[（(]|文|撰文|图文|整理|采写|执笔)/u;

const isSigned = (last: Block): boolean => NAMES_AT_END.test(last.strand.text);
const isDated = (first: Block): boolean => DATELINE_NAMES.test(first.strand.text);

/** Evidence (nats) that a byline between two texts names who wrote the one below; below 0 the one above. */
export function weighByline({ byline, next, above, below }: BylineBetween): number {
  let weight: number = BEHIND.test(byline.strand.text) ? WEIGHTS.behind : WEIGHTS.before;
  if (next?.kind === 'source') return weight + WEIGHTS.source;
  if (above.bylines > 0) weight += WEIGHTS.hasByline;
  if (isSigned(above.last)) weight += WEIGHTS.signed;
  else if (isDated(above.first)) weight += WEIGHTS.dated;
  if (isSigned(below.last) || isDated(below.first)) weight += WEIGHTS.belowHasNames;
  if (next?.kind === 'paragraph' && byline.gap > 0 !== next.gap > 0)
    weight += byline.gap > 0 ? WEIGHTS.touches : -WEIGHTS.touches;
  return weight;
}
