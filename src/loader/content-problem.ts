import { showHidden } from './find-forbidden.ts';

/** Something an editor has to mend: where it is, what was found, what was expected, what to do. */
export interface ContentProblem {
  /** Path from the root of the repository. */
  file: string;
  /** 1-based line in the file. */
  line: number;
  column?: number;
  /** Path of the field in front matter or YAML: `bylines.0.name`. */
  field?: string;
  found: string;
  expected: string;
  remedy?: string;
}

/**
 * One line an editor can act on: `file:line  字段 …：读到 …，应为 …。怎样改：…`.
 *
 * @param problem what is wrong and where
 */
export function formatProblem(problem: ContentProblem): string {
  const place = `${showHidden(problem.file)}:${problem.line}${problem.column ? `:${problem.column}` : ''}`;
  const field = problem.field ? `“${problem.field}” ` : '';
  const remedy = problem.remedy ? `怎样改：${problem.remedy}` : '';
  return `${place}  ${field}读到 ${showHidden(problem.found)}；应为 ${problem.expected}。${remedy}`;
}

/** All problems of the content at once, so that an editor mends them in one go. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(`内容有 ${problems.length} 处要改：\n${problems.map(formatProblem).join('\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}
