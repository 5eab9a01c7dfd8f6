import type { Block, BlockKind } from '../model.ts';
import { findForbidden } from './find-forbidden.ts';
import { joinLines } from './join-lines.ts';

/** A line in which Markdown or MDX could see more than text, or a space that is none. */
const MORE_THAN_TEXT = /[\\`*_{}<>[\]&!~|#\t\r\0]|^ | $|^(?:import|export)/u;
const SUBHEAD = '## ';

/**
 * The blocks of a body that is nothing but text: paragraphs and subheads, a blank line between them, and no sign that
 * Markdown or MDX knows. Most articles are. Read this way they come out as the parsers give them, which
 * `tests/loader/plain-blocks.test.ts` holds, without the half of the reading that parsing is.
 *
 * @param source MDX text after the front matter
 * @param firstLine line of the file on which it begins, from 1
 * @returns nothing where a parser has to look at it
 */
export function readPlainBlocks(source: string, firstLine: number): Block[] | undefined {
  if (findForbidden(source).length > 0) return undefined;
  const blocks: Block[] = [];
  let open: { kind: BlockKind; lines: string[]; line: number } | undefined;
  const close = () => {
    if (open) blocks.push({ kind: open.kind, text: joinLines(open.lines.join('\n')), line: open.line });
    open = undefined;
  };
  for (const [index, whole] of source.split('\n').entries()) {
    if (whole === '') {
      close();
      continue;
    }
    const isSubhead = whole.startsWith(SUBHEAD);
    const text = isSubhead ? whole.slice(SUBHEAD.length) : whole;
    // A subhead right above or below other lines is left to the parsers, too.
    if (text === '' || MORE_THAN_TEXT.test(text) || (open && (isSubhead || open.kind === 'subhead')))
      return undefined;
    if (open) open.lines.push(text);
    else open = { kind: isSubhead ? 'subhead' : 'paragraph', lines: [text], line: firstLine + index };
  }
  close();
  return blocks;
}
