import type { ArticlePlan, PageVersions } from './article-plan.ts';

/**
 * A better scan can give one article the number that another has, whose file stays. Two articles never share
 * a file: the one that wanted to move in stays where it was.
 *
 * @param plan is mended
 * @param decline notes ids whose text is not written; gives whether the last run declined the same
 */
export function keepApart(
  plan: ArticlePlan,
  { folder, proposed, files, record }: PageVersions,
  decline: (ids: readonly string[]) => boolean,
): void {
  const pathOf = (id: string) => `${folder}/${id}.mdx`;
  for (;;) {
    const leaving = new Set(plan.renamed.map(({ from }) => from));
    const blocked = plan.renamed.find(
      ({ to }) => files.has(to) && !leaving.has(to) && plan.changes.get(pathOf(to)) != null,
    );
    if (!blocked) break;
    const { from, to } = blocked;
    const text = plan.changes.get(pathOf(to))!;
    plan.changes.delete(pathOf(to));
    if (plan.changes.get(pathOf(from)) === null) plan.changes.delete(pathOf(from));
    delete plan.articles[to];
    for (const id of [from, to]) {
      const blob = record?.articles[id];
      if (blob) plan.articles[id] = blob;
    }
    plan.renamed = plan.renamed.filter((move) => move !== blocked);
    plan.outcomes = plan.outcomes.filter(({ file }) => file !== pathOf(to));
    plan.outcomes.push({
      kind: 'conflict',
      file: pathOf(from),
      known: decline([to]),
      proposed: [{ file: pathOf(to), text }],
    });
  }
  // Where one article left and another moved in, the file is not removed.
  for (const [file, text] of plan.changes) {
    const id = file.slice(folder.length + 1, -'.mdx'.length);
    if (text === null && plan.renamed.some(({ to }) => to === id) && proposed.has(id))
      plan.changes.set(file, proposed.get(id)!);
  }
}
