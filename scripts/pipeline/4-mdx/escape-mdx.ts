import { COMPONENTS, parseBody } from '../../../src/loader/parse-body.ts';
import type { BlockKind } from '../../../src/model.ts';

const COMPONENT_OF = new Map(Object.entries(COMPONENTS).map(([name, kind]) => [kind, name]));

// What Markdown and MDX read as more than text.
const LIKELY = /[\\{}<*_[\]&`~]|^#/gu;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/gu;
const LEADING_KEYWORD = /^(?=import|export)(.)/u;
const reference = (character: string) => `&#x${character.codePointAt(0)!.toString(16)};`;

/** From the kindest to an editor's eye to the safest. */
const ESCAPES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(LIKELY, '\\$&').replace(LEADING_KEYWORD, reference),
  (text) => text.replace(ASCII_PUNCTUATION, '\\$&').replace(LEADING_KEYWORD, reference),
  (text) => text.replace(/[^\p{Script=Han}]/gu, reference).replace(LEADING_KEYWORD, reference),
];

/**
 * Writes one block as MDX that parses back to exactly its text, with as few escapes as possible.
 *
 * @param kind what the block is
 * @param text its text, one line
 * @returns one line of MDX
 * @throws when no way of writing gives the text back (a line break or an edge space in the text)
 */
export function escapeMdx(kind: BlockKind, text: string): string {
  for (const escapeText of ESCAPES) {
    const mdx = wrap(kind, escapeText(text));
    const { blocks, problems } = parseBody(mdx, { file: '', firstLine: 1 });
    if (
      problems.length === 0 &&
      blocks.length === 1 &&
      blocks[0]!.kind === kind &&
      blocks[0]!.text === text &&
      !blocks[0]!.html
    )
      return mdx;
  }
  throw new Error(`写不成 MDX 的文字：${JSON.stringify(text)}`);
}

function wrap(kind: BlockKind, mdx: string): string {
  if (kind === 'paragraph') return mdx;
  if (kind === 'subhead') return `## ${mdx}`;
  const name = COMPONENT_OF.get(kind)!;
  return `<${name}>${mdx}</${name}>`;
}
