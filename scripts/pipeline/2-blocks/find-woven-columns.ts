import { endsInside, type Piece } from './cut-woven-rows.ts';
import { DATELINE } from './openers.ts';
import type { PagePairs } from './page-pairs.ts';
import type { Row } from './row.ts';
import { LINK, leastLink, weighLink, weighQuotes } from './weigh-weave.ts';

/** Another column begins. */
const OPEN = 3.5;
/** Its measure is not the commonest. */
const OTHER_MEASURE = 0.5;
/** Row by row the scanner goes from one column to the next; where it comes to one too early, another rests. */
const SWITCH = 0.2;
const STAY = 1.5;
/** A column that rests has ended. */
const CLOSE = 2.25;
/** So many columns stand side by side at most, and so many in a run, one below the other. */
const MOST_ABREAST = 5;
const MOST_COLUMNS = 16;
/**
 * Of each number of columns abreast so many ways to read the rows so far are followed up, and none that is so much less
 * likely (nats) than the best. Columns end at a price: among all ways the one back to a single column would be lost.
 */
const MOST_WAYS = 12;
const HOPELESS = 8;
/** The pieces up to here before one hold the last of its column: each column rests a while at most. */
const NEAR = 6;
/** Nothing is known yet of a quotation that is open ({@link weighQuotes}). */
const UNKNOWN = 2;
const QUOTES = /[“”]/gu;

interface Column {
  /** Its first and its last piece. */
  readonly first: number;
  readonly last: number;
  /** Is a quotation open in it? */
  readonly quotation: number;
  /** Which of the measures it has. */
  readonly measure: number;
  readonly ended: boolean;
}

/** A way to read the pieces so far. */
interface Way {
  readonly cost: number;
  /** From left to right. */
  readonly columns: readonly Column[];
  /** In which of them the piece stands, and whether it is the first there. */
  readonly side: number;
  readonly opens: boolean;
  readonly before: Way | undefined;
}

/** Ways that differ in nothing that counts for what comes are one, the likelier. */
class Ways {
  readonly #known = new Map<string, Way>();
  #least = Number.POSITIVE_INFINITY;

  offer(way: Way): void {
    if (way.cost > this.#least + HOPELESS) return;
    let key = '';
    for (const { ended, last, quotation, measure } of way.columns)
      if (!ended) key += `${last},${quotation}${measure};`;
    const known = this.#known.get(key);
    if (known && known.cost <= way.cost) return;
    this.#known.set(key, way);
    this.#least = Math.min(this.#least, way.cost);
  }

  /** The likeliest first. */
  take(): Way[] {
    const ways = [...this.#known.values()].filter(({ cost }) => cost <= this.#least + HOPELESS);
    const taken = new Uint8Array(MOST_ABREAST + 1);
    return ways
      .sort((a, b) => a.cost - b.cost)
      .filter(({ columns }) => {
        const abreast = columns.reduce((sum, { ended }) => sum + (ended ? 0 : 1), 0);
        taken[abreast] = (taken[abreast] as number) + 1;
        return (taken[abreast] as number) <= MOST_WAYS;
      });
  }
}

/** The columns after a piece was put into one of them: whichever should have come before it rests or has ended. */
function goOn(
  columns: readonly Column[],
  side: number,
  piece: number,
  quotation: number,
): [number, Column[]][] {
  const own = columns[side] as Column;
  const next = columns.map((column, c) => (c === side ? { ...own, last: piece, quotation } : column));
  let ways: [number, Column[]][] = [[0, next]];
  let alone = true;
  let inTurn = true;
  columns.forEach((column, c) => {
    if (c === side || column.ended) return;
    alone = false;
    if (column.last > own.last) return;
    inTurn = false;
    ways = ways.flatMap(([cost, after]): [number, Column[]][] => [
      [cost + STAY, after],
      [cost + CLOSE, after.map((other, o) => (o === c ? { ...other, ended: true } : other))],
    ]);
  });
  if (!alone && inTurn) (ways[0] as [number, Column[]])[0] += SWITCH;
  return ways;
}

/** A piece that is to be put into a column. */
interface Step {
  readonly piece: number;
  /** Its quotation marks. */
  readonly marks: string;
  /** It is of the row of the piece before, so it stands right of it. */
  readonly sameRow: boolean;
  /** Some rows of the run tell what is left and right of what; else columns are put in order later. */
  readonly told: boolean;
  /** What a column costs that it begins. */
  readonly opening: number;
}
type Link = (before: number, after: number, measure: number) => number;

const leftmostOf = (way: Way, { sameRow }: Step): number => (sameRow ? way.side + 1 : 0);

/** Offers the piece as going on in each column that may. */
function continueColumns(way: Way, step: Step, link: Link, offered: Ways): void {
  for (let side = leftmostOf(way, step); side < way.columns.length; side++) {
    const { last, measure, ended, quotation } = way.columns[side] as Column;
    if (ended) continue;
    const quotes = weighQuotes(step.marks, quotation);
    const cost = way.cost + link(last, step.piece, measure) + quotes.cost;
    for (const [more, columns] of goOn(way.columns, side, step.piece, quotes.open))
      offered.offer({ cost: cost + more, columns, side, opens: false, before: way });
  }
}

/** Offers the piece as the first of a column, at each place and of each measure. */
function beginColumns(way: Way, step: Step, measures: number, offered: Ways): void {
  const { columns } = way;
  const abreast = columns.filter(({ ended }) => !ended).length;
  if (abreast >= MOST_ABREAST || columns.length >= MOST_COLUMNS) return;
  const { piece } = step;
  const quotes = weighQuotes(step.marks, UNKNOWN);
  for (let side = step.told ? leftmostOf(way, step) : columns.length; side <= columns.length; side++) {
    for (let measure = 0; measure < measures; measure++) {
      const column = { first: piece, last: piece, quotation: quotes.open, measure, ended: false };
      offered.offer({
        cost: way.cost + step.opening + quotes.cost + (measure > 0 ? OTHER_MEASURE : 0),
        columns: [...columns.slice(0, side), column, ...columns.slice(side)],
        side,
        opens: true,
        before: way.side < 0 ? undefined : way,
      });
    }
  }
}

/** The pieces of each column, by which piece began it. */
function gatherColumns(way: Way, pieces: readonly Piece[]): Row[][] {
  const steps: Way[] = [];
  for (let step: Way | undefined = way; step; step = step.before) steps.push(step);
  const columns: Row[][] = [];
  steps.reverse().forEach(({ side, opens }, i) => {
    if (opens) columns.splice(side, 0, []);
    (columns[side] as Row[]).push((pieces[i] as Piece).row);
  });
  return columns;
}

/** What a piece costs that goes on from another, in a column of the measure that it fits best. */
function weighAnyLink(before: Piece, after: Piece, measures: readonly number[], pairs: PagePairs): number {
  let least = Number.POSITIVE_INFINITY;
  for (const measure of measures) least = Math.min(least, weighLink(before.row, after.row, measure, pairs));
  return least;
}

/** What one column of all pieces costs. */
function weighPlain(
  pieces: readonly Piece[],
  marks: readonly string[],
  measures: readonly number[],
  pairs: PagePairs,
): number {
  let cost = 0;
  let quotation = UNKNOWN;
  pieces.forEach((piece, i) => {
    if (i > 0) cost += weighAnyLink(pieces[i - 1] as Piece, piece, measures, pairs);
    const quotes = weighQuotes(marks[i] as string, quotation);
    cost += quotes.cost;
    quotation = quotes.open;
  });
  return cost;
}

/** May several columns cost no more than this? Few runs of a page are worth the search. */
function mayBeWoven(
  pieces: readonly Piece[],
  most: number,
  measures: readonly number[],
  pairs: PagePairs,
): boolean {
  let cost = OPEN - LINK.datelineBelow;
  for (let i = 1; i < pieces.length; i++) cost += leastLink((pieces[i] as Piece).row);
  for (let i = 1; i < pieces.length; i++) {
    // Each piece that is looked at costs more than the least that any could.
    if (cost > most) return false;
    const piece = pieces[i] as Piece;
    let least = OPEN - LINK.datelineBelow;
    for (let k = Math.max(0, i - NEAR); k < i; k++) {
      const before = pieces[k] as Piece;
      if (before.at < piece.at) least = Math.min(least, weighAnyLink(before, piece, measures, pairs));
    }
    cost += least - leastLink(piece.row);
  }
  return cost <= most;
}

/**
 * Which column each piece stands in: a beam search over how the scanner went from column to column. Columns begin and
 * end anywhere in the run; with each piece one goes on, or another begins.
 *
 * Of 80 pages as pdftotext reads them, with the text of three papers, rows went on with another row than their own at 396
 * places when two columns at most were told apart, and at 175 with five; no weight, moved by a third, did better.
 *
 * @param measures of the columns (em), the commonest first
 * @param least so much likelier (nats) several columns must be than one
 * @returns the rows of each column, from left to right where rows that held several tell it, else as they began; nothing
 *   where one column is as likely
 */
export function findWovenColumns(
  pieces: readonly Piece[],
  measures: readonly number[],
  pairs: PagePairs,
  least: number,
): Row[][] | undefined {
  const marks = pieces.map(({ row }) => (row.strand.text.match(QUOTES) ?? []).join(''));
  const plain = weighPlain(pieces, marks, measures, pairs);
  if (!mayBeWoven(pieces, plain - least, measures, pairs)) return undefined;
  const n = pieces.length;
  const links = new Map<number, number>();
  const link = (before: number, after: number, measure: number): number => {
    const key = (before * n + after) * measures.length + measure;
    let cost = links.get(key);
    if (cost === undefined) {
      const [one, two] = [(pieces[before] as Piece).row, (pieces[after] as Piece).row];
      cost = weighLink(one, two, measures[measure] as number, pairs);
      links.set(key, cost);
    }
    return cost;
  };
  const told = pieces.some(({ at }, i) => at === pieces[i - 1]?.at);
  let ways: Way[] = [{ cost: 0, columns: [], side: -1, opens: false, before: undefined }];
  pieces.forEach(({ row, at }, i) => {
    const offered = new Ways();
    const sameRow = at === pieces[i - 1]?.at;
    const opening = i === 0 ? 0 : OPEN - (DATELINE.test(row.strand.text) ? LINK.datelineBelow : 0);
    const step = { piece: i, marks: marks[i] as string, sameRow, told, opening };
    for (const way of ways) {
      continueColumns(way, step, link, offered);
      beginColumns(way, step, measures.length, offered);
    }
    ways = offered.take();
  });
  /** Where a column ends inside a sentence, the next one goes on from it. */
  const turn = ({ columns }: Way): number =>
    columns.reduce((sum, { last, measure }, c) => {
      const next = columns[c + 1];
      return next && endsInside((pieces[last] as Piece).row)
        ? sum + Math.min(0, link(last, next.first, measure))
        : sum;
    }, 0);
  const [best] = ways;
  if (!best || plain - best.cost < least) return undefined;
  const costs = ways.map((way) => way.cost + turn(way));
  return gatherColumns(ways[costs.indexOf(Math.min(...costs))] as Way, pieces);
}
