/** A scan that cannot be cleaned: where, what was found, what was expected, what to do (in Chinese). */
export class ScanError extends Error {
  readonly scan: string;
  readonly line: number | undefined;
  readonly problem: 'empty' | 'binary' | 'encoding' | 'language';

  constructor(problem: ScanError['problem'], scan: string, message: string, line?: number) {
    super(`${scan}${line === undefined ? '' : `:${line}`}：${message}`);
    this.name = 'ScanError';
    this.problem = problem;
    this.scan = scan;
    this.line = line;
  }
}
