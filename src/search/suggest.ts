import type { Suggestions } from './files.ts';
import { type CharacterMap, foldText } from './fold.ts';

/** A suggestion: what it is, what is shown, and where it leads: to a search, or to a page of the archive. */
export interface Suggestion {
  kind: 'recent' | 'topic' | 'name' | 'headline';
  text: string;
  /** Path under the base: `2023-04-14/p02-009/`. Absent where the text is searched for. */
  path?: string;
}

/** So many of each kind. */
const MOST = { recent: 4, topic: 2, name: 4, headline: 5 };

/**
 * Suggestions for what is typed so far: recent searches, topics, names, headlines that hold it. What begins
 * with it comes before what holds it.
 *
 * @param recent newest first
 */
export function suggest(
  typed: string,
  { topics, names, headlines }: Suggestions,
  recent: readonly string[],
  map: CharacterMap,
): Suggestion[] {
  const wanted = foldText(typed.trim(), map);
  if (wanted === '') {
    return recent.slice(0, MOST.recent).map((text) => ({ kind: 'recent', text }));
  }
  const pick = <T>(list: readonly T[], textOf: (one: T) => string, most: number): T[] => {
    const ranked = list.map((one, at) => ({ one, at, place: foldText(textOf(one), map).indexOf(wanted) }));
    return ranked
      .filter(({ place }) => place !== -1)
      .sort((a, b) => Number(a.place > 0) - Number(b.place > 0) || a.at - b.at)
      .slice(0, most)
      .map(({ one }) => one);
  };
  return [
    ...pick(recent, (text) => text, MOST.recent).map((text): Suggestion => ({ kind: 'recent', text })),
    ...pick(topics, ([title]) => title, MOST.topic).map(
      ([text, slug]): Suggestion => ({ kind: 'topic', text, path: `topics/${slug}/` }),
    ),
    ...pick(names, (name) => name, MOST.name).map((text): Suggestion => ({ kind: 'name', text })),
    ...pick(headlines, ([headline]) => headline, MOST.headline).map(
      ([text, name]): Suggestion => ({ kind: 'headline', text, path: `${name}/` }),
    ),
  ];
}
