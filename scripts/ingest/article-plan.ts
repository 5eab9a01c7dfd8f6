import type { MergeConflict } from '../pipeline/4-mdx/merge-conflict.ts';
import type { MachineRecord } from './machine-record.ts';

/** The articles of one page, as texts by id. */
export interface PageVersions {
  /** `content/articles/<date>`. */
  folder: string;
  /** What the machine writes now. */
  proposed: ReadonlyMap<string, string>;
  /** What stands in the files. */
  files: ReadonlyMap<string, string>;
  /** Of the last run. */
  record: MachineRecord | undefined;
  /** The last run was made from the same scan. */
  sameScan: boolean;
}

/** What became of one article. */
export interface ArticleOutcome {
  kind:
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'merged'
    | 'conflict' // both changed the same words: the editor's stay
    | 'baseMissing' // what the machine wrote last time is not there: the editor's file stays
    | 'recut' // the machine now cuts the page otherwise, and an editor was here: the files stay
    | 'deleted' // an editor deleted it: it stays deleted
    | 'removed';
  /** Path from the root. */
  file: string;
  conflicts?: MergeConflict[];
  /** What the machine would write, where it was not written. */
  proposed?: { file: string; text: string }[];
  /** Already reported at an earlier run. */
  known?: boolean;
}

/** What is to be written for a page, and what is to be said about it. */
export interface ArticlePlan {
  /** New text by path; `null` removes. */
  changes: Map<string, string | null>;
  outcomes: ArticleOutcome[];
  articles: Record<string, string>;
  declined: Record<string, string>;
  /** Articles that have another name from now on. */
  renamed: { from: string; to: string }[];
  /** What the machine wrote, by the ids of `articles`: the next run merges against it. */
  machineTexts: Map<string, string>;
}
