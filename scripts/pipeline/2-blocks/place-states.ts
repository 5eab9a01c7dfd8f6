/** States of a row in the search for places: state 0 is a heading; then come, measure by measure, the places. */
export const HEADING = 0;
/** Places of a row in its paragraph, as numbers. */
export const FIRST = 0;
export const MIDDLE = 1;
export const LAST = 2;
export const SINGLE = 3;
/** A middle row of a paragraph that has had no mark yet. */
export const BARE = 4;
/** So many places has each measure. */
export const EACH = 5;

/** State of the first place at a measure; the others follow. */
export const stateAt = (measure: number): number => 1 + EACH * measure;

/** A page, or a run before a jump line, that ends inside a paragraph costs so much (nats). */
export const CUT_OFF = 4;
/**
 * A paragraph without any mark: headlines that follow each other, each cut in two rows, look like one. Two rows that end
 * as a paragraph does may be a sentence; three, or two that are cut off, cost so much (nats).
 */
export const NO_MARK = 4;
