import { containment } from '../../src/archive/shingles.ts';

/** An article in one of its versions: as a file, as the machine wrote it last time, as it writes it now. */
export interface Version {
  id: string;
  shingles: ReadonlySet<string>;
  /** Scan lines, for versions made from the same scan. */
  lines: ReadonlySet<number>;
}

/** Articles that have words in common: what the machine wrote, what it writes now, what stands in files. */
export interface VersionGroup {
  recorded: string[];
  proposed: string[];
  files: string[];
  /** From recorded to proposed id, where the cut into articles is the same as last time; else absent. */
  pairs?: Map<string, string>;
}

/** Two articles that share this much of the smaller one are about the same words of the page. */
const SHARED = 0.3;

/**
 * Finds which articles of three versions of a page belong together.
 *
 * @param versions the three versions; `sameScan` when lines and ids of all of them mean the same
 * @returns groups without words in common with each other
 */
export function matchVersions({
  recorded,
  proposed,
  files,
  sameScan,
}: {
  recorded: readonly Version[];
  proposed: readonly Version[];
  files: readonly Version[];
  sameScan: boolean;
}): VersionGroup[] {
  const nodes = [
    ...recorded.map((version) => ({ kind: 'recorded' as const, version })),
    ...proposed.map((version) => ({ kind: 'proposed' as const, version })),
    ...files.map((version) => ({ kind: 'files' as const, version })),
  ];
  const parent = nodes.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const likeness = (a: Version, b: Version) =>
    Math.max(
      containment(a.shingles, b.shingles),
      sameScan ? overlap(a.lines, b.lines) : 0,
      sameScan && a.id === b.id ? 1 : 0,
    );
  for (let a = 0; a < nodes.length; a++) {
    for (let b = a + 1; b < nodes.length; b++) {
      if (nodes[a]!.kind === nodes[b]!.kind) continue;
      const sameArticle =
        nodes[a]!.version.id === nodes[b]!.version.id &&
        nodes[a]!.kind === 'recorded' &&
        nodes[b]!.kind === 'files';
      if (sameArticle || likeness(nodes[a]!.version, nodes[b]!.version) >= SHARED)
        parent[rootOf(a)] = rootOf(b);
    }
  }
  const groups = new Map<number, VersionGroup>();
  nodes.forEach(({ kind, version }, index) => {
    const group = groups.get(rootOf(index)) ?? { recorded: [], proposed: [], files: [] };
    groups.set(rootOf(index), group);
    group[kind].push(version.id);
  });
  const byId = (list: readonly Version[]) => new Map(list.map((version) => [version.id, version]));
  const [before, after] = [byId(recorded), byId(proposed)];
  return [...groups.values()].map((group) => {
    const pairs = pairUp(group, before, after, likeness);
    return pairs ? { ...group, pairs } : group;
  });
}

/** One proposed article for each recorded one, each the other's likeliest; `undefined` where there is none. */
function pairUp(
  group: VersionGroup,
  before: ReadonlyMap<string, Version>,
  after: ReadonlyMap<string, Version>,
  likeness: (a: Version, b: Version) => number,
): Map<string, string> | undefined {
  if (group.recorded.length !== group.proposed.length) return undefined;
  const best = (version: Version, ids: readonly string[], others: ReadonlyMap<string, Version>) =>
    ids.reduce<{ id?: string; score: number }>(
      (found, id) => {
        const score = likeness(version, others.get(id)!) + (id === version.id ? 1e-6 : 0);
        return score > found.score ? { id, score } : found;
      },
      { score: 0 },
    ).id;
  const pairs = new Map<string, string>();
  for (const id of group.recorded) {
    const to = best(before.get(id)!, group.proposed, after);
    if (to === undefined || best(after.get(to)!, group.recorded, before) !== id) return undefined;
    pairs.set(id, to);
  }
  return pairs;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const line of small) if (large.has(line)) shared++;
  return shared / small.size;
}
