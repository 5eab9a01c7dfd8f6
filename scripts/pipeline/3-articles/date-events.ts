import type { ArticlesState, Draft } from './draft.ts';

const DAY = /(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日/u;

/** The day of `month` and `day` that is nearest to the issue of `date`, at most ten months off. */
function nearestYear(date: string, month: number, day: number): number {
  const year = Number(date.slice(0, 4));
  const of = (y: number): number => Math.abs(Date.UTC(y, month - 1, day) - Date.parse(date));
  return [year - 1, year, year + 1].sort((a, b) => of(a) - of(b))[0] as number;
}

function dateOf(draft: Draft, issue: string): string | undefined {
  const lead = draft.body.find((block) => block.kind === 'paragraph');
  const match = lead ? DAY.exec(lead.strand.text) : null;
  if (!match) return undefined;
  const month = Number(match[2]);
  const day = Number(match[3]);
  const year = match[1] ? Number(match[1]) : nearestYear(issue, month, day);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Dates the event of a report: the day that its lead names, in the year nearest to the issue's date. */
export function dateEvents(state: ArticlesState): ArticlesState {
  const issue = state.date;
  if (issue === undefined) return state;
  return {
    ...state,
    drafts: state.drafts.map((draft) => {
      const eventDate = dateOf(draft, issue);
      return eventDate === undefined ? draft : { ...draft, eventDate };
    }),
  };
}
