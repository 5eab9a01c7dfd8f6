import { parseArticle } from '../../src/loader/parse-article.ts';
import type { MergeConflict } from '../pipeline/4-mdx/merge-conflict.ts';
import { mergeWithEdits } from '../pipeline/4-mdx/merge-with-edits.ts';
import type { ArticlePlan, PageVersions } from './article-plan.ts';
import { blobIdOf } from './blob-id.ts';
import { keepApart } from './keep-apart.ts';
import { matchVersions, type VersionGroup } from './match-versions.ts';
import { orderOf, versionOf } from './read-version.ts';
import { type MachineVersions, replayChange } from './replay-change.ts';

/**
 * Plans what a run of the machine does to the articles of one page. Files that nobody touched follow the
 * machine; touched files are merged three ways; where both changed the same words, or an editor cut the page
 * otherwise, the editor's files stay. Nothing that an editor deleted comes back.
 *
 * @param readBase gives what the machine wrote last time for an article
 * @throws {ContentError} when a file of the page cannot be read as an article
 */
export async function planArticles(
  page: PageVersions,
  readBase: (id: string, blob: string) => Promise<string | undefined>,
): Promise<ArticlePlan> {
  const { folder, proposed, files, record, sameScan } = page;
  const pathOf = (id: string) => `${folder}/${id}.mdx`;
  const recorded = record?.articles ?? {};
  const bases = new Map<string, string | undefined>();
  for (const [id, blob] of Object.entries(recorded)) {
    const file = files.get(id);
    bases.set(id, file !== undefined && blobIdOf(file) === blob ? file : await readBase(id, blob));
  }
  const groups = matchVersions({
    recorded: [...bases].map(([id, text]) => versionOf(id, text ?? files.get(id), folder, true)),
    proposed: [...proposed].map(([id, text]) => versionOf(id, text, folder)),
    files: [...files].map(([id, text]) => versionOf(id, text, folder)),
    sameScan,
  });

  const plan: ArticlePlan = {
    changes: new Map(),
    outcomes: [],
    articles: {},
    declined: {},
    renamed: [],
    machineTexts: new Map(),
  };
  const propose = (ids: readonly string[]) =>
    ids.map((id) => ({ file: pathOf(id), text: proposed.get(id)! }));
  const untouched = (id: string) => files.has(id) && blobIdOf(files.get(id)!) === recorded[id];
  const decline = (ids: readonly string[]) => {
    let known = true;
    for (const id of ids) {
      const blob = blobIdOf(proposed.get(id)!);
      if (record?.declined[id] !== blob) known = false;
      plan.declined[id] = blob;
    }
    return known;
  };
  const write = (id: string) => {
    const text = proposed.get(id)!;
    plan.articles[id] = blobIdOf(text);
    if (files.get(id) !== text) plan.changes.set(pathOf(id), text);
  };

  for (const group of groups) {
    const strangers = group.files.filter((id) => !(id in recorded));
    // The machine now cuts where the editor had cut.
    const learned =
      !group.pairs &&
      sameScan &&
      strangers.length > 0 &&
      group.recorded.length > 0 &&
      sameIds(group.proposed, group.files);
    const recut =
      group.files.length > 0 && (strangers.length > 0 || !group.recorded.every((id) => files.has(id)));
    if (group.pairs ? recut : learned) {
      replay(group);
      continue;
    }
    if (group.pairs) {
      for (const [before, after] of group.pairs) {
        if (!files.has(before)) {
          plan.articles[after] = recorded[before]!;
          plan.outcomes.push({ kind: 'deleted', file: pathOf(before) });
        } else if (untouched(before)) {
          const same = before === after && files.get(before) === proposed.get(after);
          plan.outcomes.push({ kind: same ? 'unchanged' : 'updated', file: pathOf(after) });
          write(after);
          if (before !== after) rename(before, after);
        } else mergeOne(before, after);
      }
      continue;
    }
    // A number that another article's file has is not free.
    const taken = group.proposed.some((id) => files.has(id) && !group.files.includes(id));
    const free = strangers.length === 0 && !taken && group.recorded.every(untouched);
    // A page with articles but without a record was made by hand: what it lacks, it lacks on purpose.
    if (free && (record || files.size === 0)) {
      for (const id of group.proposed) {
        plan.outcomes.push({ kind: files.has(id) ? 'updated' : 'created', file: pathOf(id) });
        write(id);
      }
      for (const id of group.recorded) {
        if (group.proposed.includes(id)) continue;
        plan.outcomes.push({ kind: 'removed', file: pathOf(id) });
        plan.changes.set(pathOf(id), null);
        const heir = nearest(id, group.proposed);
        if (heir) plan.renamed.push({ from: id, to: heir });
      }
      continue;
    }
    for (const id of group.recorded) plan.articles[id] = recorded[id]!;
    if (group.proposed.length === 0) continue;
    plan.outcomes.push({
      kind: 'recut',
      file: pathOf(group.files[0] ?? group.recorded[0] ?? group.proposed[0]!),
      known: decline(group.proposed),
      proposed: propose(group.proposed),
    });
  }
  keepApart(plan, page, decline);
  const known = new Map<string, string>();
  for (const text of [...bases.values(), ...proposed.values()])
    if (text !== undefined) known.set(blobIdOf(text), text);
  for (const [id, blob] of Object.entries(plan.articles)) {
    const text = known.get(blob);
    if (text !== undefined) plan.machineTexts.set(id, text);
  }
  plan.outcomes.sort((a, b) => (a.file < b.file ? -1 : 1));
  return plan;

  /** An editor cut these articles otherwise than the machine: what it has learned goes where the words are now. */
  function replay(group: VersionGroup): void {
    const pairs = group.pairs ?? new Map(group.proposed.map((id) => [id, id]));
    const versions = new Map<string, MachineVersions>();
    const inOrder = (ids: readonly string[], texts: ReadonlyMap<string, string | undefined>) =>
      [...ids].sort((a, b) => orderOf(texts.get(a)) - orderOf(texts.get(b)));
    const before = inOrder(
      [...new Set([...group.recorded, ...pairs.keys()])],
      new Map([...proposed, ...bases]),
    );
    for (const id of before) {
      const [base, after] = [bases.get(id), pairs.get(id)];
      versions.set(id, {
        ...(base !== undefined && { base }),
        ...(after !== undefined && { proposed: proposed.get(after)! }),
      });
    }
    const keep = (kind: 'conflict' | 'baseMissing', conflicts?: MergeConflict[]): void => {
      for (const id of group.recorded) plan.articles[id] = recorded[id]!;
      plan.outcomes.push({
        kind,
        file: pathOf(group.files[0]!),
        known: decline(group.proposed),
        proposed: propose(group.proposed),
        ...(conflicts && { conflicts }),
      });
    };
    if (group.recorded.some((id) => bases.get(id) === undefined)) {
      keep('baseMissing');
      return;
    }
    const edited = new Map(
      inOrder(group.files, files).map((id) => [id, files.get(id)!.replaceAll('\r\n', '\n')]),
    );
    const { texts, conflicts } = replayChange(versions, edited, { sameScan });
    if (conflicts.length > 0) {
      keep('conflict', conflicts);
      return;
    }
    const nameOf = (id: string) => (group.pairs?.has(id) ? pairs.get(id)! : id);
    const spoilt = [...texts].find(([id, text]) => !parseArticle(text, pathOf(nameOf(id))).article);
    if (spoilt) {
      keep('conflict', [{ base: '', edited: edited.get(spoilt[0])!, proposed: spoilt[1] }]);
      return;
    }
    for (const [id, after] of pairs) {
      plan.articles[after] = blobIdOf(proposed.get(after)!);
      if (!files.has(id)) plan.outcomes.push({ kind: 'deleted', file: pathOf(id) });
    }
    for (const id of group.files) {
      const [to, text] = [nameOf(id), texts.get(id)];
      plan.outcomes.push({ kind: text === undefined ? 'unchanged' : 'merged', file: pathOf(to) });
      if (text === undefined && to === id) continue;
      plan.changes.set(pathOf(to), text ?? edited.get(id)!);
      if (to !== id) rename(id, to);
    }
  }

  function rename(before: string, after: string): void {
    if (!plan.changes.has(pathOf(before))) plan.changes.set(pathOf(before), null);
    plan.renamed.push({ from: before, to: after });
  }

  function nearest(id: string, ids: readonly string[]): string | undefined {
    const text = bases.get(id) ?? files.get(id);
    const shingles = versionOf(id, text, folder, true).shingles;
    const shared = (other: string) => {
      let count = 0;
      for (const shingle of versionOf(other, proposed.get(other), folder).shingles)
        if (shingles.has(shingle)) count++;
      return count;
    };
    return ids.map((other) => ({ other, count: shared(other) })).sort((a, b) => b.count - a.count)[0]?.other;
  }

  function mergeOne(before: string, after: string): void {
    const [edited, now] = [files.get(before)!, proposed.get(after)!];
    const blob = blobIdOf(now);
    const keep = (kind: 'conflict' | 'baseMissing', conflicts?: MergeConflict[]): void => {
      plan.articles[before] = recorded[before]!;
      plan.outcomes.push({
        kind,
        file: pathOf(before),
        known: decline([after]),
        proposed: propose([after]),
        ...(conflicts && { conflicts }),
      });
    };
    if (blob === recorded[before]) {
      plan.articles[before] = blob;
      plan.outcomes.push({ kind: 'unchanged', file: pathOf(before) });
      return;
    }
    const base = bases.get(before);
    const merged =
      base === undefined
        ? undefined
        : mergeWithEdits(base, edited.replaceAll('\r\n', '\n'), now, { sameScan });
    if (base === undefined || merged === undefined) keep('baseMissing');
    else if (merged.conflicts.length > 0) keep('conflict', merged.conflicts);
    else if (!parseArticle(merged.text, pathOf(after)).article) {
      // Lines that merge well can still make no article: a field twice, a broken component.
      keep('conflict', [{ base, edited, proposed: now }]);
    } else {
      plan.articles[after] = blob;
      plan.changes.set(pathOf(after), merged.text);
      plan.outcomes.push({ kind: 'merged', file: pathOf(after) });
      if (before !== after) rename(before, after);
    }
  }
}

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id));
