import type { Issue } from '../model.ts';
import { getIssues } from './issues.ts';
import { once } from './once.ts';

/** A month of a year: its issues, none where the archive has nothing. */
export interface MonthShelf {
  /** `2023-04` */
  month: string;
  issues: readonly Issue[];
}

/** A year from the first to the last that the archive touches; years without issues are among them. */
export interface YearShelf {
  year: string;
  months: readonly MonthShelf[];
  issues: readonly Issue[];
}

/** Years, oldest first, with twelve months each. */
export const getYears = once(async (): Promise<readonly YearShelf[]> => {
  const issues = await getIssues();
  if (issues.length === 0) return [];
  const byMonth = Map.groupBy(issues, (issue) => issue.date.slice(0, 7));
  const first = Number(issues[0]!.date.slice(0, 4));
  const last = Number(issues.at(-1)!.date.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index);
    const months = Array.from({ length: 12 }, (_, number) => {
      const month = `${year}-${String(number + 1).padStart(2, '0')}`;
      return { month, issues: byMonth.get(month) ?? [] };
    });
    return { year, months, issues: months.flatMap((month) => month.issues) };
  });
});

/** How a month is drawn: with a printed date, with inferred ones only, or empty. */
export const kindOfMonth = ({ issues }: MonthShelf): 'has' | 'guess' | undefined =>
  issues.length === 0 ? undefined : issues.some((issue) => issue.dateSource === 'printed') ? 'has' : 'guess';
