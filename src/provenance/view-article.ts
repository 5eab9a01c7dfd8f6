import { writeCodes } from '../loader/find-forbidden.ts';
import type { PartRole, Piece, Provenance, ProvenancePart } from '../model.ts';

/** A run of text in a sentence or a line; `piece` where it is a difference. */
export interface Run {
  text: string;
  piece?: Piece;
  /** Number of the sentence it belongs to. */
  sentence: number;
}

/** A published sentence. */
export interface SentenceView {
  number: number;
  runs: Run[];
  /** Anchor of the scan line on which it begins; absent where it is an editor's own. */
  line?: string;
}

/** A line of the scan as far as it belongs to the part. */
export interface LineView {
  line: number;
  anchor: string;
  runs: Run[];
  /** Whether the text goes on in the next line without a break. */
  joined: boolean;
  /** Number of the sentence that begins or goes on here. */
  sentence: number;
}

/** A part of an article in both forms, side by side. */
export interface PartView {
  role: PartRole;
  block?: number;
  movedFrom?: number;
  sentences: SentenceView[];
  lines: LineView[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });

/**
 * Sets an article's text and the scan's side by side: published sentences, scan lines, and for every run of
 * both the sentence that joins them.
 */
export function viewArticle(provenance: Provenance): PartView[] {
  const counter = { sentence: 0, anchors: new Map<number, number>() };
  return provenance.parts.map((part) => viewPart(part, counter));
}

interface Counter {
  sentence: number;
  anchors: Map<number, number>;
}

function viewPart(part: ProvenancePart, counter: Counter): PartView {
  const starts: number[] = [];
  for (const { index } of segmenter.segment(part.text)) starts.push(index);
  if (starts.length === 0) starts.push(0);
  const first = counter.sentence + 1;
  counter.sentence += starts.length;
  const sentences: SentenceView[] = starts.map((_, index) => ({ number: first + index, runs: [] }));
  const lines: LineView[] = [];

  const openLine = (line: number, sentence: number): LineView => {
    const count = (counter.anchors.get(line) ?? 0) + 1;
    counter.anchors.set(line, count);
    const view: LineView = {
      line,
      anchor: count === 1 ? `n${line}` : `n${line}-${count}`,
      runs: [],
      joined: false,
      sentence,
    };
    lines.push(view);
    return view;
  };

  let current = 0;
  for (const piece of cutAtSentences(part.pieces, starts)) {
    while (current + 1 < starts.length && piece.at >= starts[current + 1]!) current++;
    const sentence = sentences[current]!;
    const { kind } = piece;
    const difference = kind ? { piece } : {};
    if (piece.after !== '')
      sentence.runs.push({ text: piece.after, sentence: sentence.number, ...difference });
    if (piece.before === '') continue;

    const rows = linesOf(piece);
    if (kind === 'part-joined') {
      openLine(rows[0]!, sentence.number);
      continue;
    }
    piece.before.split('\n').forEach((text, index) => {
      const at = rows[Math.min(index, rows.length - 1)];
      let line = lines.at(-1);
      if (index > 0 && line && kind === 'line-joined') line.joined = true;
      if (!line || index > 0 || (at !== undefined && line.line !== at && index === 0 && rows.length === 1))
        line = openLine(at ?? line?.line ?? 0, sentence.number);
      if (text !== '')
        line.runs.push({ text: kind ? writeCodes(text) : text, sentence: sentence.number, ...difference });
    });
    if (sentence.line === undefined) sentence.line = lines.at(-1)!.anchor;
  }
  return {
    role: part.role,
    ...(part.block !== undefined && { block: part.block }),
    ...(part.movedFrom !== undefined && { movedFrom: part.movedFrom }),
    sentences: sentences.filter(({ runs }) => runs.length > 0),
    lines,
  };
}

/** The lines that a piece touches, in order. */
function linesOf({ source }: Piece): number[] {
  return [...new Set(source.map(([line]) => line))];
}

/** Text that is the same in both is cut where a sentence begins; a difference is whole. */
function* cutAtSentences(pieces: readonly Piece[], starts: readonly number[]): Generator<Piece> {
  for (const piece of pieces) {
    if (piece.kind) {
      yield piece;
      continue;
    }
    let from = 0;
    for (const start of starts) {
      const cut = start - piece.at;
      if (cut <= from || cut >= piece.after.length) continue;
      yield slicePiece(piece, from, cut);
      from = cut;
    }
    yield slicePiece(piece, from, piece.after.length);
  }
}

function slicePiece(piece: Piece, from: number, to: number): Piece {
  if (from === 0 && to === piece.after.length) return piece;
  const text = piece.after.slice(from, to);
  return { before: text, after: text, at: piece.at + from, source: piece.source };
}
