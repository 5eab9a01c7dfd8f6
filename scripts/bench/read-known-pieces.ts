import { type Cut, cutArticles } from '../pipeline/3-articles/cut-articles.ts';
import { type Layout, layOut } from '../pipeline/3-articles/layout.ts';
import { type Piece, readPieces } from '../pipeline/3-articles/weigh-pieces.ts';
import { runStages } from '../pipeline/index.ts';
import { type KnownPage, plain } from './read-known-gaps.ts';

/** Two texts of a page as it is cut, and whether the second goes on with the first. */
export interface KnownPiece {
  readonly piece: Piece;
  readonly goesOn: boolean;
}

/** Runs of so many characters tell where in an article a text comes from. */
const TELLING = 6;

/** The article that most of a text comes from, and how far from its beginning the text begins. */
function placeOf(text: string, known: readonly string[]): { article: number; at: number } | undefined {
  const places = known.map((): number[] => []);
  for (let i = 0; i + TELLING <= text.length; i++) {
    known.forEach((body, article) => {
      const at = body.indexOf(text.slice(i, i + TELLING));
      if (at >= 0) places[article]?.push(at);
    });
  }
  const most = Math.max(...places.map(({ length }) => length));
  const article = places.findIndex(({ length }) => length === most);
  return most > 0 ? { article, at: Math.min(...(places[article] as number[])) } : undefined;
}

function textsOf(layout: Layout, cut: Cut): string[] {
  return cut.bodies.map(({ from, to }) =>
    layout.paragraphs
      .slice(from, to)
      .map(({ strand }) => plain(strand.text))
      .join(''),
  );
}

/** Reads a page up to where it is cut, and finds which of its texts are pieces of one article. */
export function readKnownPieces({ text, bodies }: KnownPage): KnownPiece[] {
  const { blocks } = runStages(text, { scan: 'known.txt' }, 'join-headings');
  const layout = layOut(blocks?.blocks ?? []);
  if (layout.spacing.flow !== 'blocks') return [];
  const cut = cutArticles(layout);
  const known = bodies.map(plain);
  const places = textsOf(layout, cut).map((own) => placeOf(own, known));
  return readPieces(layout, cut).flatMap((piece): KnownPiece[] => {
    const [before, after] = [places[piece.before], places[piece.after]];
    if (!before || !after || before.article !== after.article || before.at >= after.at)
      return [{ piece, goesOn: false }];
    const between = places.some(
      (place) => place?.article === before.article && place.at > before.at && place.at < after.at,
    );
    // A piece further back in the article: neither right nor wrong.
    return between ? [] : [{ piece, goesOn: true }];
  });
}
