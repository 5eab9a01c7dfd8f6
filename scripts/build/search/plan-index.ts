/** An article to be indexed: its date and how many places it takes. */
export interface Measured {
  date: string;
  length: number;
}

/** Consecutive articles: ordinal of the first, and of the one after the last. */
export interface Run {
  first: number;
  end: number;
}

/**
 * Cuts the archive into runs that end where an issue ends.
 *
 * @param articles by date
 * @param limit a run that reaches this many (articles or places) is closed at the end of its issue
 * @param weigh what an article adds to the limit
 * @param sameYear whether a run ends with its year as well
 */
export function cutRuns(
  articles: readonly Measured[],
  limit: number,
  weigh: (article: Measured) => number,
  sameYear: boolean,
): Run[] {
  const runs: Run[] = [];
  let first = 0;
  let weight = 0;
  for (let at = 0; at < articles.length; at++) {
    weight += weigh(articles[at]!);
    const next = articles[at + 1];
    const issueEnds = next?.date !== articles[at]!.date;
    const yearEnds = next?.date.slice(0, 4) !== articles[at]!.date.slice(0, 4);
    if (next && !(issueEnds && weight >= limit) && !(sameYear && yearEnds)) continue;
    runs.push({ first, end: at + 1 });
    first = at + 1;
    weight = 0;
  }
  return runs;
}

/** Letters of a token that name its first character. */
const CODE = 4;

/**
 * Cuts the alphabet into lanes of about so many chunks of the index. All tokens of one first character are in
 * one lane.
 *
 * @param chunks first word of each chunk, sorted
 * @returns the code at which each lane begins, sorted
 */
export function cutLanes(chunks: readonly string[], limit: number): string[] {
  const lanes: string[] = [];
  for (let at = 0; at < chunks.length; at += limit) {
    const code = chunks[at]!.slice(0, CODE).padEnd(CODE, 'a');
    if (code !== lanes.at(-1)) lanes.push(code);
  }
  return lanes;
}
