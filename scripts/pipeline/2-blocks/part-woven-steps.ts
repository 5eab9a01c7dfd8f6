import { openMarks } from '../characters.ts';
import { joinStrands, type Strand, sliceStrand } from '../strand.ts';
import { breaksWord } from '../word-meanings.ts';
import { type BlocksState, makeRow, type Row } from './row.ts';
import { isVerticalStep } from './vertical-steps.ts';
import { gatherPairs, type RunningText } from './weigh-join.ts';

const PIECE = String.raw`[\p{Script=Han}0-9“”‘’《》（），、：！？·—…%]{1,4}`;
/** 八千 北屏半: what stands side by side in one or two vertical lines. */
const WOVEN = new RegExp(`^${PIECE}(?: ${PIECE})?$`, 'u');
const SIDE_BY_SIDE = /^\S*\p{Script=Han}\S* \S*\p{Script=Han}/u;
/** 本报记者 何满: a byline stands in a row like this as well. */
const NAMED = /记者|通讯员|摄|文\/|图\//u;
/** No longer row (characters) is one of steps; where there is one line only, no longer than the second. */
const LONGEST = 9;
const LONGEST_OF_ONE = 3;
/** Rows, rows of more than one character, and Chinese characters of the least run; no headline has more rows. */
const FEWEST = { rows: 4, wide: 2, characters: 6 } as const;
const MOST_ROWS = 48;

/** Evidence (nats) of two characters that come to stand together: a word of the page, a known word, both, neither. */
const JOINT = { seen: 1.6, known: 1.4, both: 2.2, neither: -1.3, mark: -0.2 } as const;
/** Of taking apart what stands without a space; of rows that go to the two lines by turns. */
const TORN = -1.5;
const TURN = 0.3;
/** Of a mark that closes what is not open, or is left open. */
const UNBALANCED = -2.5;
/** So much a joint, or the rows are no headline; where two stand in one row, they hardly are anything else. */
const ENOUGH = { one: 0.05, two: -0.1 } as const;
/** Ways that are followed up. */
const BEAM = 40;
/** A word is looked for in so many characters before the joint. */
const REACH = 4;

/** One way to deal the rows so far to the left and the right line; `side` is where the last row went, −1 to both. */
interface Way {
  readonly lines: readonly [string, string];
  readonly pieces: readonly [readonly Strand[], readonly Strand[]];
  readonly score: number;
  readonly side: number;
}

const HAN_FIRST = /^\p{Script=Han}/u;
const HAN_LAST = /\p{Script=Han}$/u;

function weighJoint(line: string, piece: string, running: RunningText): number {
  if (piece === '') return 0;
  const unbalanced = openMarks(line + piece) < 0 ? UNBALANCED : 0;
  if (line === '') return unbalanced;
  if (!HAN_LAST.test(line) || !HAN_FIRST.test(piece)) return JOINT.mark + unbalanced;
  const tail = line.slice(-REACH);
  const seen = running.holds(tail.slice(-1) + piece.charAt(0));
  const known = breaksWord(tail, piece);
  return seen && known ? JOINT.both : seen ? JOINT.seen : known ? JOINT.known : JOINT.neither;
}

/** How the pieces of a row may be dealt to the left and the right line. */
function dealRow({ strand }: Row, two: boolean): { parts: [Strand, Strand]; cost: number }[] {
  const { text } = strand;
  const part = (from: number, to: number): Strand => sliceStrand(strand, from, to);
  const none = part(0, 0);
  const space = text.indexOf(' ');
  if (space >= 0) return [{ parts: [part(0, space), part(space + 1, text.length)], cost: 0 }];
  if (!two) return [{ parts: [strand, none], cost: 0 }];
  const ways: { parts: [Strand, Strand]; cost: number }[] = [
    { parts: [strand, none], cost: 0 },
    { parts: [none, strand], cost: 0 },
  ];
  for (let at = 1; at < text.length; at++)
    ways.push({ parts: [part(0, at), part(at, text.length)], cost: TORN });
  return ways;
}

/** Parts steps into the two vertical lines, or the one, that read best. */
function partSteps(steps: readonly Row[], running: RunningText): Way['pieces'] | undefined {
  const two = steps.some(({ strand }) => SIDE_BY_SIDE.test(strand.text));
  let ways: Way[] = [{ lines: ['', ''], pieces: [[], []], score: 0, side: -1 }];
  for (const step of steps) {
    const deals = dealRow(step, two);
    const next = new Map<string, Way>();
    for (const { lines, pieces, score, side } of ways) {
      for (const { parts, cost } of deals) {
        const [left, right] = parts;
        const to = right.text === '' ? 0 : left.text === '' ? 1 : -1;
        const turn = two && to >= 0 && side >= 0 && to !== side ? TURN : 0;
        const joints = weighJoint(lines[0], left.text, running) + weighJoint(lines[1], right.text, running);
        const way: Way = {
          lines: [lines[0] + left.text, lines[1] + right.text],
          pieces: [
            left.text === '' ? pieces[0] : [...pieces[0], left],
            right.text === '' ? pieces[1] : [...pieces[1], right],
          ],
          score: score + cost + turn + joints,
          side: to,
        };
        // What ends alike goes on alike.
        const open = way.lines.map(openMarks).join();
        const key = `${to} ${open} ${way.lines[0].slice(-REACH)} ${way.lines[1].slice(-REACH)}`;
        const same = next.get(key);
        if (!same || same.score < way.score) next.set(key, way);
      }
    }
    ways = [...next.values()].sort((a, b) => b.score - a.score).slice(0, BEAM);
  }
  const scoreOf = ({ lines, score }: Way): number =>
    score + lines.filter((line) => openMarks(line) > 0).length * UNBALANCED;
  const [first, ...others] = ways;
  if (!first) return undefined;
  const best = others.reduce((most, way) => (scoreOf(way) > scoreOf(most) ? way : most), first);
  const joints = best.pieces.reduce((sum, pieces) => sum + Math.max(0, pieces.length - 1), 0);
  return scoreOf(best) / Math.max(1, joints) < (two ? ENOUGH.two : ENOUGH.one) ? undefined : best.pieces;
}

const isWoven = ({ kind, strand: { text } }: Row): boolean =>
  kind === 'text' && text.length <= LONGEST && WOVEN.test(text) && !NAMED.test(text);

function isHeadline(steps: readonly Row[]): boolean {
  const texts = steps.map(({ strand }) => strand.text);
  return (
    steps.length >= FEWEST.rows &&
    steps.length <= MOST_ROWS &&
    (texts.some((text) => SIDE_BY_SIDE.test(text)) || texts.every((text) => text.length <= LONGEST_OF_ONE)) &&
    texts.some((text) => text.length <= 2) &&
    steps.filter((step) => !isVerticalStep(step, 1)).length >= FEWEST.wide &&
    (texts.join('').match(/\p{Script=Han}/gu)?.length ?? 0) >= FEWEST.characters
  );
}

/**
 * Gathers vertical lines that were read across: two or three characters of a line come out in one row, and where two
 * lines stand side by side (kicker and headline, headline and deck), what is level with each other: 八千 北屏半 / 程 /
 * 双跑 马拉 / 松. Blank lines stand before and behind. The words tell which character belongs to which line; the line to
 * the right is read first.
 */
export function partWovenSteps(state: BlocksState): BlocksState {
  const { rows } = state;
  const out: Row[] = [];
  let running: RunningText | undefined;
  let changed = false;
  for (let i = 0; i < rows.length; ) {
    let end = i + 1;
    if (isWoven(rows[i] as Row))
      while (end < rows.length && (rows[end] as Row).gap === 0 && isWoven(rows[end] as Row)) end++;
    const steps = rows.slice(i, end);
    const first = steps[0] as Row;
    const apart = (i === 0 || first.gap > 0) && (rows[end]?.gap ?? 1) > 0;
    i = end;
    if (apart && isHeadline(steps)) {
      running ??= gatherPairs([
        rows.flatMap(({ strand }) => (strand.text.length > LONGEST ? [strand.text] : [])).join(''),
      ]);
      const lines = partSteps(steps, running);
      if (lines) {
        for (const pieces of [lines[1], lines[0]]) {
          if (pieces.length === 0) continue;
          const how = { kind: 'heading', vertical: true, indented: first.indented } as const;
          out.push(makeRow(joinStrands(pieces), first.gap, how));
        }
        changed = true;
        continue;
      }
    }
    for (const step of steps) out.push(step);
  }
  return changed ? { ...state, rows: out } : state;
}
