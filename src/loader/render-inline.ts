import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { PhrasingContent, Text } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { joinLines } from './join-lines.ts';

/**
 * HTML of an editor's emphasis and links. Only `strong`, `em`, `a` and text can come out.
 *
 * @param children phrasing content that the guard has let through
 */
export function renderInline(children: PhrasingContent[]): string {
  const paragraph = structuredClone({ type: 'paragraph' as const, children });
  const texts: Text[] = [];
  visit(paragraph, 'text', (node) => {
    node.value = joinLines(node.value);
    texts.push(node);
  });
  // A space at the edge of a block is none, inside a link too.
  const [first, last] = [texts[0], texts.at(-1)];
  if (first) first.value = first.value.replace(/^[ \t\n]+/u, '');
  if (last) last.value = last.value.replace(/[ \t\n]+$/u, '');
  const element = toHast(paragraph) as Element;
  return toHtml(element.children).trim();
}
