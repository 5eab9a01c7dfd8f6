import { beforeAll, describe, expect, test } from 'vitest';
import { makeRandom } from '../../scripts/bench/make-random.ts';
import type { Provenance, ProvenancePart } from '../../src/model.ts';
import { checkPage } from '../../src/provenance/account-page.ts';
import { alignPage } from '../../src/provenance/align-page.ts';
import type { PageInput } from '../../src/provenance/aligned-page.ts';
import { foldCharacter } from '../../src/provenance/fold-character.ts';
import { traceArticle } from '../../src/provenance/trace-article.ts';
import { type Edit, editPage, type Operation } from './edit-pages.ts';
import { readRealPages } from './read-real-pages.ts';

const EDITS = 500;
const PLACES = { scan: { file: 'content/scans/x/p01.txt' }, issueFile: 'content/issues/x.yaml' };

interface Reading {
  provenance: Map<string, Provenance>;
  problems: ReturnType<typeof checkPage>;
}

function read(input: PageInput): Reading {
  const page = alignPage(input);
  const articles = input.articles.filter((article) => article.status !== 'withdrawn');
  return {
    provenance: new Map(
      articles.map((article) => [article.name, traceArticle(page, article, PLACES.scan.file)]),
    ),
    problems: checkPage(page, PLACES),
  };
}

const changesOf = (part: ProvenancePart) =>
  part.pieces.filter(({ kind }) => kind !== undefined && kind !== 'line-joined');
const nameOf = (piece: { kind?: string | undefined; before: string; after: string }) =>
  `${piece.kind}|${piece.before}|${piece.after}`;

/** The changes of a part that it did not have before the edit. */
function newChanges(part: ProvenancePart, old: ProvenancePart | undefined) {
  const known = old ? changesOf(old).map(nameOf) : [];
  return changesOf(part).filter((piece) => {
    const at = known.indexOf(nameOf(piece));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** Does undoing the named changes give the text as it was before the edit? Then they are right and in place. */
function undoes(part: ProvenancePart, changes: readonly unknown[], before: string): boolean {
  const undone = part.pieces.map((piece) => (changes.includes(piece) ? piece.before : piece.after)).join('');
  return undone === before || fold(undone) === fold(before);
}

// Where the scan has another coding of a mark (, for ，) undoing gives the scan's.
const fold = (text: string) => Array.from(text, foldCharacter).join('');

function findArticleEdit(edit: Edit, old: Reading, now: Reading): string | undefined {
  const provenance = now.provenance.get(edit.article!)!;
  const part = provenance.parts.find(({ role, block }) => role === edit.role && block === edit.block)!;
  const before = old.provenance
    .get(edit.article!)!
    .parts.find(({ role, block }) => role === edit.role && block === edit.block);
  const changes = newChanges(part, before);
  if (changes.length === 0) return 'no change is named in the part that was edited';
  if (edit.operation === 'move' && changes.some(({ kind }) => kind !== 'moved' && kind !== 'edited'))
    return `a move is named ${changes.map(nameOf)}`;
  return undoes(part, changes, edit.before)
    ? undefined
    : `undoing ${changes.map(nameOf)} does not give the text`;
}

function findScanEdit(edit: Edit, old: Reading, now: Reading): string | undefined {
  if (now.problems.some(({ line, found }) => line === edit.line || found.includes(`第 ${edit.line} 行`)))
    return undefined;
  for (const [name, provenance] of now.provenance) {
    const before = old.provenance.get(name)!;
    for (const [index, part] of provenance.parts.entries()) {
      for (const piece of newChanges(part, before.parts[index])) {
        // What the scan lacks has no place in it: its neighbours have.
        const pieceAt = part.pieces.indexOf(piece);
        const near = [part.pieces[pieceAt - 1], piece, part.pieces[pieceAt + 1]];
        if (near.some((each) => each?.source.some(([line]) => line === edit.line))) return undefined;
      }
    }
  }
  return 'neither a change nor lost text is named on the line';
}

describe('every edited character is found and named with its place', () => {
  let pages: Awaited<ReturnType<typeof readRealPages>>;
  let readings: Reading[];
  beforeAll(async () => {
    pages = await readRealPages();
    readings = pages.map(({ input }) => read(input));
  });

  const cases = (['article', 'scan'] as const).flatMap((side) =>
    (['change', 'move', 'drop', 'add'] as const).map((operation): [Edit['side'], Operation] => [
      side,
      operation,
    ]),
  );

  test.each(cases)('%s: %s', (side, operation) => {
    const random = makeRandom(20230414 + cases.findIndex((c) => c[0] === side && c[1] === operation));
    const missed: unknown[] = [];
    for (let count = 0; count < EDITS / cases.length; count++) {
      const index = Math.floor(random() * pages.length);
      const { input, edit } = editPage(pages[index]!.input, side, operation, random);
      const now = read(input);
      const why = (side === 'article' ? findArticleEdit : findScanEdit)(edit, readings[index]!, now);
      if (why !== undefined) missed.push({ why, page: pages[index]!.scan.file, ...edit });
    }
    expect(missed).toEqual([]);
  });
});
