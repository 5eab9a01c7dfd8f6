import type { NameEntry, NameKind } from '../../model.ts';
import { makeMatcher, type NameMatch, type Phrase } from './match-names.ts';

/** A confirmed name, with the address of its page. */
export interface Name extends NameEntry {
  kind: NameKind;
  /** Last step of its address: `/names/<slug>/`. */
  slug: string;
}

export const KIND_LABELS: Readonly<Record<NameKind, string>> = {
  person: '人物',
  place: '地点',
  organisation: '机构',
};

// What an address or a folder cannot hold or takes for something else: a slash, a question mark, a dot at the
// beginning (`..` is the folder above), marks of other systems.
const NO_ADDRESS = /[\s/\\?#%“”‘’（）()<>:"|*&'`]+/gu;
/** A folder's name is 255 bytes at most: a Chinese character takes three. */
const LONGEST_SLUG = 60;

/** The last step of an address, as near to the headword as an address can be; never empty, never `..`. */
function slugOf(headword: string): string {
  const slug = [...headword.replace(NO_ADDRESS, '-')].slice(0, LONGEST_SLUG).join('');
  return slug.replace(/^[.-]+|[.-]+$/gu, '') || 'name';
}

/** The kinds in the order in which readers are offered them. */
export const NAME_KINDS = ['person', 'place', 'organisation'] as const satisfies readonly NameKind[];

/** `/names/all/…` are the lists. */
const TAKEN = ['all'];

/** Gives every entry an address of its own: its slug, else its headword as it is written. */
export function listNames(entries: Readonly<Record<NameKind, readonly NameEntry[]>>): Name[] {
  const used = new Set<string>(TAKEN);
  return NAME_KINDS.flatMap((kind) =>
    entries[kind].map((entry) => {
      const base = entry.slug ?? slugOf(entry.headword);
      let slug = base;
      // Some systems take EVE and eve for one folder.
      for (let count = 2; used.has(slug.toLowerCase()); count++) slug = `${base}-${count}`;
      used.add(slug.toLowerCase());
      return { ...entry, kind, slug };
    }),
  );
}

/** Makes the matcher of all names, their other forms, and the phrases in which they are none. */
export function matcherOf(names: readonly Name[]): (text: string) => NameMatch<Name>[] {
  const phrases: Phrase<Name>[] = names.flatMap((name) => [
    { text: name.headword, name },
    ...name.forms.map((text) => ({ text, name })),
    ...name.notIn.map((text) => ({ text })),
  ]);
  return makeMatcher(phrases);
}
