import type { Issue } from '../model.ts';
import type { MonthShelf } from './years.ts';

/** A day in a month's table; absent days before the first and after the last are `undefined`. */
export interface Day {
  day: number;
  date: string;
  issue?: Issue;
  /** The day lies in the span of an inferred date. */
  maybe: boolean;
}

/**
 * A month as weeks from Monday to Sunday.
 *
 * @param shelf the month and its issues
 */
export function setMonth({ month, issues }: MonthShelf): (Day | undefined)[][] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const byDate = new Map(issues.map((issue) => [issue.date, issue]));
  const cells: (Day | undefined)[] = Array.from({ length: lead }, () => undefined);
  for (let day = 1; day <= days; day += 1) {
    const date = `${month}-${String(day).padStart(2, '0')}`;
    const issue = byDate.get(date);
    const maybe = issues.some(
      ({ earliest, latest }) => earliest && latest && earliest <= date && date <= latest,
    );
    cells.push({ day, date, maybe, ...(issue && { issue }) });
  }
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
