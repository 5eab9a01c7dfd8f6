import type { CleanedArticle, CleanedBlock, CleanedScan, Doubt } from '../../src/model.ts';
import type { Dropped } from './1-lines/line.ts';
import type { Block } from './2-blocks/row.ts';
import type { ArticlesState, Draft, DraftDoubt } from './3-articles/draft.ts';
import { joinStrands, type LineStarts, lineAt, type Strand, spansOf, startOf } from './strand.ts';

/** Evidence in nats → closeness: 1 is a toss-up, 0 no contest. */
const closenessOf = (margin: number): number =>
  Math.round((100 / (1 + Math.exp(Math.max(margin, 0)))) * 2) / 100;

function blockOf(block: Block, starts: LineStarts): CleanedBlock {
  // Jump lines stand in the spans of their article, not among its blocks.
  const kind = block.kind === 'heading' ? 'subhead' : (block.kind as Exclude<typeof block.kind, 'jump'>);
  return { kind, text: block.strand.text, source: spansOf(block.strand, starts) };
}

function doubtOf(doubt: DraftDoubt, starts: LineStarts): Doubt & { closeness: number } {
  return {
    line: lineAt(starts, Math.max(doubt.offset, 0)),
    message: doubt.message,
    code: doubt.code,
    ...(doubt.runnerUp ? { runnerUp: doubt.runnerUp } : {}),
    closeness: closenessOf(doubt.margin),
  };
}

function articleOf(draft: Draft, starts: LineStarts, page: string): CleanedArticle {
  const part = (role: 'kicker' | 'deck'): Strand | undefined => {
    const lines = draft.stack?.lines.filter((line) => line.role === role) ?? [];
    return lines.length > 0
      ? joinStrands(
          lines.map((line) => line.block.strand),
          () => ' ',
        )
      : undefined;
  };
  const kicker = part('kicker');
  const deck = part('deck');
  const printed = draft.headline?.strand;
  const isAbove = (row: Block): boolean => {
    const first = draft.body[0];
    return first !== undefined && startOf(row.strand) < startOf(first.strand);
  };
  const blocks = [
    ...draft.bylineRows.filter((row) => isAbove(row)),
    ...draft.body,
    ...draft.bylineRows.filter((row) => !isAbove(row)),
    ...draft.pictures,
  ].map((block) => blockOf(block, starts));
  const lead = draft.body.find((block) => block.kind === 'paragraph') ?? draft.body[0];
  const anchor = lead?.strand ?? printed ?? draft.pictures[0]?.strand ?? draft.bylineRows[0]?.strand;
  const line = anchor ? lineAt(starts, Math.max(0, startOf(anchor))) : 1;
  const jumps = [draft.jumpFrom?.strand, draft.jumpTo?.strand].filter((strand) => strand !== undefined);
  return {
    id: `p${page}-${String(line).padStart(3, '0')}`,
    ...(kicker ? { kicker: kicker.text } : {}),
    headline: draft.headline?.text ?? '（无题）',
    headlineSource: draft.headline?.source ?? 'derived',
    ...(deck ? { deck: deck.text } : {}),
    ...(draft.section ? { section: draft.section.text } : {}),
    bylines: draft.bylines.map(({ role, name }) => ({ role, name })),
    ...(draft.jumpFrom ? { jumpFrom: draft.jumpFrom.page } : {}),
    ...(draft.jumpTo ? { jumpTo: draft.jumpTo.page } : {}),
    ...(draft.reprintedFrom ? { reprintedFrom: draft.reprintedFrom } : {}),
    ...(draft.eventDate ? { eventDate: draft.eventDate } : {}),
    topics: [...draft.topics],
    spans: {
      ...(kicker ? { kicker: spansOf(kicker, starts) } : {}),
      ...(printed ? { headline: spansOf(printed, starts) } : {}),
      ...(deck ? { deck: spansOf(deck, starts) } : {}),
      ...(jumps.length > 0 ? { jump: spansOf(joinStrands(jumps), starts) } : {}),
    },
    blocks,
    // The weakest first: an editor checks from the top.
    doubts: draft.doubts.map((doubt) => doubtOf(doubt, starts)).sort((a, b) => b.closeness - a.closeness),
  };
}

/** Articles of one page must not share an id: a second one on the same line gets the next free number. */
function withUniqueIds(articles: CleanedArticle[]): CleanedArticle[] {
  const taken = new Set<string>();
  return articles.map((article) => {
    let id = article.id;
    while (taken.has(id)) id = id.replace(/\d+$/u, (line) => String(Number(line) + 1).padStart(3, '0'));
    taken.add(id);
    return id === article.id ? article : { ...article, id };
  });
}

/** What the cleaner prints for a page. */
export function writeOut(
  scan: string,
  page: string,
  starts: LineStarts,
  state: ArticlesState,
  furniture: readonly Strand[],
  removed: readonly Dropped[],
): CleanedScan {
  return {
    scan,
    articles: withUniqueIds(state.drafts.map((draft) => articleOf(draft, starts, page))),
    furniture: [...furniture, ...state.furniture]
      .filter((strand) => strand.text.trim() !== '')
      .map((strand) => ({ text: strand.text, source: spansOf(strand, starts) })),
    removed: removed.map(({ strand, reason }) => ({
      text: strand.text,
      source: spansOf(strand, starts),
      reason,
    })),
  };
}
