import { writeCodes } from '../loader/find-forbidden.ts';
import type { Furniture, Removal } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import { foldText } from './fold-character.ts';
import { characterAt } from './page-characters.ts';

const bare = (text: string) => foldText(text).key;

/**
 * Is this what stands in the scan? What cannot be seen may be listed by its code (`<U+200B>`); spaces do not count,
 * nor does the coding of a mark: a comma that the recognition gave as ASCII is listed as it was printed.
 *
 * @param listed text of an issue's file
 * @param found text of the scan
 */
export const isListedAs = (listed: string, found: string): boolean =>
  bare(found) === bare(listed) || bare(writeCodes(found)) === bare(listed);

/** Gives the characters of furniture and removals to them, and reports those that are not as listed. */
export function takeListed(page: AlignedPage): void {
  page.furniture.forEach((item, index) => {
    take(page, 'furniture', index, item);
  });
  page.removed.forEach((item, index) => {
    take(page, 'removed', index, item);
  });
}

function take(page: AlignedPage, list: 'furniture' | 'removed', index: number, item: Furniture | Removal) {
  const { characters, owner, owners } = page;
  const owned: number[] = [];
  let found = '';
  let free = true;
  for (const [line, from, to] of item.source) {
    if (line > page.lines.length) continue;
    found += page.lines[line - 1]!.slice(from, to);
    for (
      let i = characterAt(characters, line, from);
      i < characters.firstOfLine[line]! && characters.offset[i]! < to;
      i++
    ) {
      if (owner[i] !== -1) free = false;
      owned.push(i);
    }
  }
  if (!isListedAs(item.text, found) || !free) {
    page.problems.push({ list, index, span: item.source[0] ?? [1, 0, 0], listed: item.text, found });
    return;
  }
  for (const i of owned) owner[i] = owners.length;
  owners.push({ kind: list, index });
}
