import { cannotBegin } from '../pipeline/characters.ts';

/** Lines of a paragraph in a column of `width` characters, the first indented by two. */
export function wrapParagraph(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + width - (from === 0 ? 2 : 0));
    if (to < text.length && cannotBegin(text[to] as string)) to++;
    lines.push(text.slice(from, to));
    from = to;
  }
  return lines;
}
