import { cannotBegin } from '../characters.ts';
import { assignPairs } from './assign-pairs.ts';
import { readColumnEdges } from './column-edges.ts';
import type { ColumnRun } from './column-runs.ts';
import type { PagePairs } from './page-pairs.ts';
import type { Row } from './row.ts';
import { readSharedPairs } from './shared-pairs.ts';
import { weighColumnLink } from './weigh-column-link.ts';

/** Most broken ends of a page: more show that its blank lines do not divide blocks. */
const MOST_BROKEN = 60;
/** So much likelier (nats) another run must be than the next, or than none: most pages were read in order. */
const MARGIN = 1;

/** Which run goes on from which: by run, the run behind it, −1 where it is the next or none. */
export function findLinks(rows: readonly Row[], runs: readonly ColumnRun[], pairs: PagePairs): Int32Array {
  const links = new Int32Array(runs.length).fill(-1);
  const broken = runs.filter(({ brokenEnd }) => brokenEnd).length;
  if (broken === 0 || broken > MOST_BROKEN) return links;
  const edges = readColumnEdges(rows, runs);
  const ends = [...edges.ends];
  const starts = [...edges.starts];
  const shared = readSharedPairs(rows, runs);
  const gains = ends.map(([e, end]) =>
    starts.map(([s, start]) => {
      const first = start.first.strand.text.charAt(0);
      if (s === e || (cannotBegin(first) && !'”’'.includes(first))) return -Infinity;
      return weighColumnLink(end, start, { distance: s - e, shared: shared.between(e, s), pairs });
    }),
  );
  const assigned = assignPairs(gains);
  assigned.forEach((k, own) => {
    const [e] = ends[own] as (typeof ends)[number];
    const start = starts[k]?.[0] ?? -1;
    if (start < 0 || start === e + 1) return;
    const gain = gains[own] as number[];
    const next = starts.findIndex(([s]) => s === e + 1);
    const staying = assigned.includes(next) ? 0 : Math.max(0, gain[next] ?? 0);
    if ((gain[k] as number) - staying >= MARGIN) links[e] = start;
  });
  return links;
}
