import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import type { Extension } from 'micromark-util-types';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import type { Block, BlockKind } from '../model.ts';
import type { ContentProblem } from './content-problem.ts';
import { findForbidden } from './find-forbidden.ts';
import { joinLines } from './join-lines.ts';
import { offsetOfError, placesInFile } from './place-in-file.ts';
import { readPlainBlocks } from './read-plain-blocks.ts';
import { renderInline } from './render-inline.ts';

/** The fixed set of components an article may use; none takes attributes. */
export const COMPONENTS: Readonly<Record<string, BlockKind>> = {
  Caption: 'caption',
  Credit: 'credit',
  Byline: 'byline',
  Source: 'source',
};

// A newspaper has no use for these, and each of them swallows text: "2023. 年" as a list loses its number,
// "[丰台]: 报" as a definition vanishes, "---" under a line turns it into a heading.
const PLAIN_TEXT_ONLY: Extension = {
  disable: {
    null: [
      'list',
      'blockQuote',
      'thematicBreak',
      'setextUnderline',
      'definition',
      'codeFenced',
      'codeIndented',
      'codeText',
      'labelStartImage',
      'htmlFlow',
      'htmlText',
      'autolink',
      'hardBreakEscape',
      'hardBreakTrailing',
    ],
  },
};

// What Markdown does not count as text; an ideographic space is a printed character and stays.
const EDGE_SPACE = /^[ \t\n]+|[ \t\n]+$/gu;

const INLINE = new Set(['text', 'strong', 'emphasis', 'link']);
/** Addresses that are no programs and do not look like another host's. */
export const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)[^\\\s<>"]*$/iu;
// An editor's note to himself: {/* … */}. The only expression that an article may hold.
export const COMMENT = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)+$/u;

const processor = unified()
  .use(function plainTextOnly(this: Processor) {
    const data = this.data() as { micromarkExtensions?: Extension[] };
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), PLAIN_TEXT_ONLY];
  })
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkCjkFriendly)
  .freeze();

/** Where the body stands in its file. */
export interface BodyPlace {
  file: string;
  /** 1-based line of the file on which the body begins. */
  firstLine: number;
}

/**
 * Parses the body of an article into blocks. Nothing in it can run: imports, exports, expressions, attributes
 * and components outside {@link COMPONENTS} are problems, with their line.
 *
 * @param source MDX text after the front matter
 * @param place file and line of its beginning
 * @returns the blocks, and the problems found (when there are any, the blocks are not to be published)
 */
export function parseBody(source: string, place: BodyPlace): { blocks: Block[]; problems: ContentProblem[] } {
  const blocks = readPlainBlocks(source, place.firstLine);
  return blocks ? { blocks, problems: [] } : parseMarkup(source, place);
}

/** {@link parseBody} of a body that may hold more than text. */
export function parseMarkup(
  source: string,
  place: BodyPlace,
): { blocks: Block[]; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const blocks: Block[] = [];
  const placeAt = placesInFile(source, place.firstLine);
  const lineOf = (node: { position?: { start: { offset?: number | undefined } } | undefined }) =>
    placeAt(node.position?.start.offset).line;
  const report = (node: Parameters<typeof lineOf>[0], found: string, expected: string, remedy?: string) => {
    problems.push({ file: place.file, line: lineOf(node), found, expected, ...(remedy && { remedy }) });
  };

  let tree: Root;
  try {
    tree = processor.parse(source) as Root;
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return {
      blocks,
      problems: [
        {
          file: place.file,
          ...placeAt(offsetOfError(error)),
          found: `不能解析的写法（${error.reason}）`,
          expected: '普通文字；{ } < > 之前要加反斜线',
          remedy: '正文里的 { 写作 \\{，< 写作 \\<；段首的 import、export 写作 &#x69;mport、&#x65;xport。',
        },
      ],
    };
  }

  const addInline = (kind: BlockKind, children: PhrasingContent[], node: Parameters<typeof lineOf>[0]) => {
    for (const child of children) checkInline(child, report);
    const kept = children.filter((child) => child.type !== 'mdxTextExpression');
    const text = joinLines(textOf(kept)).replace(EDGE_SPACE, '');
    if (text === '') return;
    for (const { code, name } of findForbidden(text))
      report(node, `${name} ${code}`, '报上印的字', '删去这个字符；U+FFFD 要对照扫描文本补上原字。');
    const plain = kept.every((child) => child.type === 'text');
    blocks.push({ kind, text, ...(!plain && { html: renderInline(kept) }), line: lineOf(node) });
  };

  const addComponent = (element: MdxJsxFlowElement | MdxJsxTextElement) => {
    const kind =
      element.name && Object.hasOwn(COMPONENTS, element.name) ? COMPONENTS[element.name] : undefined;
    if (!kind) {
      report(
        element,
        `<${element.name ?? ''}>`,
        `只有 ${Object.keys(COMPONENTS)
          .map((name) => `<${name}>`)
          .join('、')} 可用`,
        '若是报上印的字，< 之前加反斜线：\\<',
      );
      return;
    }
    if (element.attributes.length > 0)
      report(element, `<${element.name}> 带属性`, `不带属性的 <${element.name}>…</${element.name}>`);
    for (const child of element.children) {
      if (child.type === 'paragraph') addInline(kind, child.children, child);
      else if (isPhrasing(child)) {
        addInline(kind, element.children as PhrasingContent[], element);
        break;
      } else checkBlock(child, report);
    }
  };

  for (const node of tree.children) {
    switch (node.type) {
      case 'paragraph':
        if (isComponentLine(node))
          for (const child of node.children) {
            if (child.type === 'mdxJsxTextElement') addComponent(child);
          }
        else addInline('paragraph', node.children, node);
        break;
      case 'heading':
        if (node.depth !== 2)
          report(
            node,
            `${'#'.repeat(node.depth)} 标题`,
            '小标题用两个井号：## 小标题',
            '若 # 是报上印的字，之前加反斜线：\\#',
          );
        addInline('subhead', node.children, node);
        break;
      case 'mdxJsxFlowElement':
        addComponent(node);
        break;
      default:
        checkBlock(node, report);
    }
  }
  return { blocks, problems };
}

type Report = (node: RootContent, found: string, expected: string, remedy?: string) => void;

const isPhrasing = (node: RootContent): node is PhrasingContent =>
  INLINE.has(node.type) || node.type === 'mdxTextExpression' || node.type === 'mdxJsxTextElement';

/** A paragraph that holds nothing but components: `<Caption>…</Caption>` on one line. */
function isComponentLine(paragraph: Paragraph): boolean {
  return (
    paragraph.children.some((child) => child.type === 'mdxJsxTextElement') &&
    paragraph.children.every(
      (child) => child.type === 'mdxJsxTextElement' || (child.type === 'text' && child.value.trim() === ''),
    )
  );
}

function checkInline(node: PhrasingContent, report: Report): void {
  if (node.type === 'mdxTextExpression') {
    if (!COMMENT.test(node.value))
      report(node, `花括号里的程序 {${node.value}}`, '普通文字', '若是报上印的字，写作 \\{…\\}');
    return;
  }
  if (!INLINE.has(node.type)) {
    report(
      node,
      node.type === 'mdxJsxTextElement' ? `<${node.name ?? ''}>` : node.type,
      '普通文字、**强调** 或 [链接](https://…)',
      '若是报上印的字，之前加反斜线。',
    );
    return;
  }
  if (node.type === 'link' && !SAFE_ADDRESS.test(node.url)) {
    report(node, `链接 ${node.url}`, '以 https://、http://、mailto:、/ 或 # 开头的地址');
  }
  if (node.type === 'link' && textOf(node).trim() === '')
    report(node, `没有字的链接 ${node.url}`, '[字](地址)', '写上字，或删去。');
  if ('children' in node) for (const child of node.children) checkInline(child, report);
}

function checkBlock(node: RootContent, report: Report): void {
  if (node.type === 'mdxFlowExpression') {
    if (!COMMENT.test(node.value))
      report(node, `花括号里的程序 {${node.value}}`, '普通文字', '若是报上印的字，写作 \\{…\\}');
  } else if (node.type === 'mdxjsEsm') {
    report(
      node,
      `程序 ${node.value.split('\n')[0]}`,
      '普通文字',
      '若是报上印的字，段首写作 &#x69;mport 或 &#x65;xport。',
    );
  } else {
    report(node, node.type, '段落、## 小标题或 <Caption> 等');
  }
}
