/** One measured thing: a line of the table. */
export interface BenchRow {
  part: string;
  /** What was measured; the same words at every size. */
  what: string;
  articles: number;
  /** Processor time of all processes, user and system, in seconds. */
  processor: number;
  /** Time on the clock, in seconds. */
  elapsed: number;
  /** Highest resident memory of the largest process, in bytes. */
  memory?: number;
  files?: number;
  bytes?: number;
  /** Web pages among the files. */
  pages?: number;
  /** Files that the run wrote anew, of those that were there. */
  rewritten?: number;
  /** Those of them that have nothing to do with what was changed. */
  unrelated?: number;
}

/** What a part is given. */
export interface BenchContext {
  /** Folder of the repository. */
  root: string;
  /** An empty folder for this part and size; it is deleted afterwards. */
  folder: string;
  articles: number;
  say: (line: string) => void;
}

/** A part of the bench: `scripts/bench/<name>.ts` exports it as `part`. */
export type BenchPart = (context: BenchContext) => Promise<BenchRow[]>;
