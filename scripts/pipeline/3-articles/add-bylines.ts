import type { ArticlesState, Draft } from './draft.ts';
import { type Name, readCredit, readDateline, readNames, readSignature } from './read-bylines.ts';

const REPRINT = /《([^》]+)》|(?:据|转载自|摘自|原载)\s*([\p{Script=Han}]{2,10})/u;

function namesOf(draft: Draft): Name[] {
  const paragraphs = draft.body.filter((block) => block.kind === 'paragraph');
  const names: Name[] = [];
  for (const row of draft.bylineRows) if (row.kind === 'byline') names.push(...readNames(row.strand.text));
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first) names.push(...readDateline(first.strand.text));
  if (last) names.push(...readSignature(last.strand.text));
  // A photographer is the author of an article that is nothing but a picture.
  if (paragraphs.length === 0) {
    for (const row of draft.pictures) if (row.kind === 'credit') names.push(...readCredit(row.strand.text));
  }
  const seen = new Set<string>();
  return names.filter(({ role, name }) => {
    const key = `${role} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Reads the names from datelines, byline rows and signatures, and the source of reprints. */
export function addBylines(state: ArticlesState): ArticlesState {
  const drafts = state.drafts.map((draft) => {
    const bylines = namesOf(draft);
    const source = draft.bylineRows.find((row) => row.kind === 'source');
    const match = source ? REPRINT.exec(source.strand.text) : null;
    const reprintedFrom = match?.[1] ?? match?.[2];
    if (bylines.length === 0 && reprintedFrom === undefined) return draft;
    return { ...draft, bylines, ...(reprintedFrom ? { reprintedFrom } : {}) };
  });
  return { ...state, drafts };
}
