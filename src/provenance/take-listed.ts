import type { Furniture, Removal } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import { characterAt } from './page-characters.ts';

const bare = (text: string) => text.replace(/\s+/gu, '');

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
  if (bare(found) !== bare(item.text) || !free) {
    page.problems.push({ list, index, span: item.source[0] ?? [1, 0, 0], listed: item.text, found });
    return;
  }
  for (const i of owned) owner[i] = owners.length;
  owners.push({ kind: list, index });
}
