import type { Article, NameEntry, NameKind } from '../../src/model.ts';
import type { Finding } from './finding.ts';
import { proposeOrganisations } from './propose-organisations.ts';
import { proposePeople } from './propose-people.ts';
import { proposePlaces } from './propose-places.ts';

/** A name that the machine proposes: its form, its first finding, and in how many articles it was found. */
export interface Proposal extends Finding {
  kind: NameKind;
  articles: number;
}

/**
 * Proposes names from the text of articles, by rules alone: nothing is looked up in what editors confirmed.
 *
 * @param articles the articles
 * @param onArticle is told after each
 * @returns by kind and number of articles, the most frequent first
 */
export function proposeNames(articles: readonly Article[], onArticle: () => void = () => {}): Proposal[] {
  const proposals = new Map<string, Proposal>();
  for (const article of articles) {
    const rules: [NameKind, Finding[]][] = [
      ['person', proposePeople(article)],
      ['place', proposePlaces(article)],
      ['organisation', proposeOrganisations(article)],
    ];
    for (const [kind, findings] of rules) {
      for (const finding of findings) {
        const key = `${kind}|${finding.form}`;
        const known = proposals.get(key);
        if (known) known.articles++;
        else proposals.set(key, { kind, ...finding, articles: 1 });
      }
    }
    onArticle();
  }
  // 丰台创新中心 ends like an organisation, but is known as a place.
  for (const { kind, form } of [...proposals.values()])
    if (kind === 'place') proposals.delete(`organisation|${form}`);
  return [...proposals.values()].sort(
    (a, b) => a.kind.localeCompare(b.kind) || b.articles - a.articles || (a.form < b.form ? -1 : 1),
  );
}

/** The proposals that no entry has yet, as headword, other form, or phrase that is no name. */
export function listNew(
  proposals: readonly Proposal[],
  entries: Readonly<Record<NameKind, readonly NameEntry[]>>,
): Proposal[] {
  const known = new Set(
    Object.values(entries).flatMap((list) =>
      list.flatMap(({ headword, forms, notIn }) => [headword, ...forms, ...notIn]),
    ),
  );
  return proposals.filter(({ form }) => !known.has(form));
}
