import type { ArticlesState, Draft } from './3-articles/draft.ts';
import { type CleanOptions, runStages, type Stages } from './index.ts';

function showDraft(draft: Draft): string[] {
  const part = (role: string): string[] =>
    draft.stack?.lines
      .filter((line) => line.role === role)
      .map((line) => `${role} ${line.block.strand.text}`) ?? [];
  return [
    `article ${draft.headline?.source ?? ''}`.trim(),
    ...part('section'),
    ...(draft.section ? [`section = ${draft.section.text}`] : []),
    ...part('kicker'),
    ...(draft.headline ? [`headline = ${draft.headline.text}`] : part('headline')),
    ...part('deck'),
    ...(draft.jumpFrom ? [`jumpFrom ${draft.jumpFrom.page}`] : []),
    ...(draft.jumpTo ? [`jumpTo ${draft.jumpTo.page}`] : []),
    ...draft.bylines.map(({ role, name }) => `byline ${role} ${name}`),
    ...(draft.reprintedFrom ? [`reprintedFrom ${draft.reprintedFrom}`] : []),
    ...(draft.eventDate ? [`eventDate ${draft.eventDate}`] : []),
    ...(draft.topics.length > 0 ? [`topics ${draft.topics.join(' ')}`] : []),
    ...draft.body.map((block) => `${block.kind === 'heading' ? 'subhead' : block.kind} ${block.strand.text}`),
    ...[...draft.bylineRows, ...draft.pictures].map((block) => `${block.kind} ${block.strand.text}`),
    ...draft.doubts.map((doubt) => `doubt ${doubt.code}`),
  ];
}

function showArticles(state: ArticlesState): string[] {
  return [...state.drafts.flatMap(showDraft), ...state.furniture.map((strand) => `furniture ${strand.text}`)];
}

/** The furthest state of a page in words, a line an item: what fixtures of passes compare. */
function showStages(stages: Stages): string[] {
  const { lines, blocks, articles } = stages;
  if (articles) return showArticles(articles);
  if (blocks && blocks.blocks.length > 0)
    return blocks.blocks.map((block) => `${block.kind} ${block.strand.text}`);
  if (blocks) {
    return blocks.rows.map(
      (row) =>
        `${row.aside ? 'aside ' : ''}${row.kind === 'text' ? (row.place ?? row.form ?? 'text') : row.kind} ${row.strand.text}`,
    );
  }
  return [
    ...lines.lines
      .filter((line) => line.strand.text !== '')
      .map((line) => `${'#'.repeat(line.mark)}${line.strand.text}`),
    ...lines.furniture.map((strand) => `furniture ${strand.text}`),
    ...lines.removed.map(({ strand, reason }) => `removed ${reason} ${strand.text}`),
  ];
}

/** What a pass makes of lines of a scan. */
export function showPass(
  scan: readonly string[],
  pass: string,
  options: Omit<CleanOptions, 'scan'> = {},
): string[] {
  return showStages(runStages(scan.join('\n'), { scan: 'fixture', ...options }, pass));
}
