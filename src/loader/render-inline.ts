import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { PhrasingContent } from 'mdast';
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
  visit(paragraph, 'text', (node) => {
    node.value = joinLines(node.value);
  });
  const element = toHast(paragraph) as Element;
  return toHtml(element.children).trim();
}
