import type { NameKind } from '../../model.ts';
import type { Crumb } from '../crumbs.ts';
import { once } from '../once.ts';
import { urlFor } from '../urls.ts';
import type { NameRecord } from './index-names.ts';
import { groupByInitial, type InitialGroup } from './initials.ts';
import { NAME_KINDS } from './name-entries.ts';
import { getNameIndex } from './site-names.ts';

/** More names on one page are slow to load and to look through: each letter then has a page of its own. */
const MOST_ON_PAGE = 600;

/** All names of one kind that occur in the archive. */
export interface NameShelf {
  kind: NameKind;
  /** Last step of the list's address: `/names/all/<path>/`. */
  path: string;
  count: number;
  groups: InitialGroup<NameRecord>[];
  /** The names of most articles, first; as many as a first page shows. */
  foremost: NameRecord[];
  /** Each letter has a page of its own. */
  byLetter: boolean;
}

const PATHS: Readonly<Record<NameKind, string>> = {
  person: 'people',
  place: 'places',
  organisation: 'organisations',
};
const FOREMOST = 18;

/** The kinds of names in their order, with the names that are mentioned somewhere. */
export const getNameShelves = once(async (): Promise<NameShelf[]> => {
  const { records } = await getNameIndex();
  return NAME_KINDS.map((kind) => {
    const list = [...records.values()].filter(
      ({ name, mentions }) => name.kind === kind && mentions.length > 0,
    );
    return {
      kind,
      path: PATHS[kind],
      count: list.length,
      groups: groupByInitial(list, ({ name }) => name.headword),
      foremost: list.toSorted((a, b) => b.mentions.length - a.mentions.length).slice(0, FOREMOST),
      byLetter: list.length > MOST_ON_PAGE,
    };
  });
});

/** `/names/all/`: the kinds of names, with their letters. */
export const ALL_NAMES: Crumb = { label: '全部', href: urlFor('names/all/') };

/** `/names/all/people/`; with a letter the place of that letter: on the page, or its own page. */
export function nameListUrl({ path, byLetter }: NameShelf, letter?: string): string {
  const list = urlFor(`names/all/${path}/`);
  if (!letter) return list;
  return byLetter ? `${list}${pathOfLetter(letter)}/` : `${list}#${anchorOfLetter(letter)}`;
}

/** What a reader sees of a letter: 其他 of what has none. */
export const labelOfLetter = (letter: string) => (letter === '#' ? '其他' : letter);

/** `w` of W; `others` of what has no letter. */
export const pathOfLetter = (letter: string) => (letter === '#' ? 'others' : letter.toLowerCase());

/** Its place on a page that has all letters. */
export const anchorOfLetter = (letter: string) => `letter-${pathOfLetter(letter)}`;
