import type { CleanedScan } from '../../src/model.ts';
import { linePasses } from './1-lines/index.ts';
import { cutLines, type LinesState, startsOfLines } from './1-lines/line.ts';
import { readScan } from './1-lines/read-scan.ts';
import { blockPasses } from './2-blocks/index.ts';
import { makeRows } from './2-blocks/make-rows.ts';
import type { BlocksState } from './2-blocks/row.ts';
import type { ArticlesState, TopicRule } from './3-articles/draft.ts';
import { articlePasses } from './3-articles/index.ts';
import { type Pass, runPasses } from './pass.ts';
import { readFolio } from './read-folio.ts';
import { writeOut } from './write-out.ts';

export { readFolio } from './read-folio.ts';
export { ScanError } from './scan-error.ts';

/** What is known of a page beside its text. */
export interface CleanOptions {
  /** How the scan is named in the output. */
  scan: string;
  /** Topics and their terms, from `content/topics/`; without them no article gets a topic. */
  topics?: readonly TopicRule[];
  /** Date of the issue, `YYYY-MM-DD`, where the page does not print it. */
  date?: string;
  /** Page, two digits, where the page does not print it. */
  page?: string;
  /** Names of passes to leave out (for measuring what each contributes). */
  without?: ReadonlySet<string>;
}

/** A pass or a sign that a pass weighs. */
export interface PassName {
  readonly stage: '1-lines' | '2-blocks' | '3-articles';
  readonly name: string;
  /** What later passes work on comes from it: it cannot be left out. */
  readonly needed: boolean;
  /** The pass that weighs the sign. */
  readonly signOf?: string;
}

const namesOf = (
  stage: PassName['stage'],
  passes: readonly Pick<Pass<unknown>, 'name' | 'needed' | 'signs'>[],
): PassName[] =>
  passes.flatMap(({ name, needed, signs }) => [
    { stage, name, needed: needed ?? false },
    ...(signs ?? []).map((sign) => ({ stage, name: sign, needed: false, signOf: name })),
  ]);

/** All passes in order, with the signs they weigh: for the ablation table and for fixtures. */
export const passNames: readonly PassName[] = [
  ...namesOf('1-lines', linePasses),
  ...namesOf('2-blocks', blockPasses),
  ...namesOf('3-articles', articlePasses),
];

/** The states a page goes through, for tests of single passes. `until` names the last pass to run. */
export interface Stages {
  lines: LinesState;
  blocks?: BlocksState;
  articles?: ArticlesState;
}

/** Runs the pipeline on text up to a pass. */
export function runStages(text: string, options: CleanOptions, until?: string): Stages {
  const run = { ...(options.without ? { without: options.without } : {}), ...(until ? { until } : {}) };
  const lines = runPasses(linePasses, cutLines(text, startsOfLines(text)), run);
  if (linePasses.some((pass) => pass.name === until)) return { lines };
  const blocks = runPasses(blockPasses, makeRows(lines), run);
  if (blockPasses.some((pass) => pass.name === until)) return { lines, blocks };
  const date = readFolio(lines.furniture.map((strand) => strand.text)).date ?? options.date;
  const undrafted: ArticlesState = {
    blocks: blocks.blocks,
    drafts: [],
    furniture: [],
    topics: options.topics ?? [],
    ...(date === undefined ? {} : { date }),
  };
  const articles = runPasses(articlePasses, undrafted, run);
  return { lines, blocks, articles };
}

/** Cleans page text that is known to be Chinese text. Total: any string gives a result. */
export function cleanText(text: string, options: CleanOptions): CleanedScan {
  const { lines, articles } = runStages(text, options);
  const folio = readFolio(lines.furniture.map((strand) => strand.text));
  return writeOut(
    options.scan,
    folio.page ?? options.page ?? '00',
    startsOfLines(text),
    articles as ArticlesState,
    lines.furniture,
    lines.removed,
  );
}

/**
 * Cleans one page: from the bytes (UTF-8, GB18030) or the text of a scan to articles with provenance,
 * furniture and removals, in the form of the contract. Pure.
 * @throws ScanError for an empty or binary file, a wrong encoding, another language.
 */
export function cleanScan(input: Uint8Array | string, options: CleanOptions): CleanedScan {
  return cleanText(readScan(input, options.scan), options);
}
