import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { findForbidden } from './find-forbidden.ts';
import { COMMENT, SAFE_ADDRESS } from './parse-body.ts';
import { offsetOfError, placesInFile } from './place-in-file.ts';

/** HTML that topic, about and handbook pages may use, with its attributes; components of the site they have none. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'p br hr em strong ul ol li dl dt dd table caption thead tbody tfoot tr figure figcaption blockquote kbd code sub sup small details summary'
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href'],
  abbr: ['title'],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  img: ['src', 'alt', 'width', 'height'],
  time: ['datetime'],
};
/** Attributes that every element may have. */
const GLOBAL = ['id', 'lang', 'title'];
const ADDRESSES = new Set(['href', 'src']);
/** An address inside the archive, without a scheme: `../browse/`, `#notes`. */
const RELATIVE = /^(?:\.{0,2}\/(?![/\\])|#|[\w.~-]+(?:[/#]|$))[^\\\s<>"]*$/u;

const isSafe = (address: string) => SAFE_ADDRESS.test(address) || RELATIVE.test(address);

/** Where the parsed text stands: its file, and how many lines of the file come before it. */
interface PagePlace {
  file: string;
  linesBefore: number;
}

/**
 * What a topic, about or handbook page holds that could run: imports and exports, expressions, attributes that
 * are expressions, components, elements outside the list, addresses that are programs.
 *
 * @param tree the parsed page
 * @param source the text it was parsed from
 * @returns problems with their lines; none where the page is harmless
 */
export function checkPage(tree: Root, source: string, { file, linesBefore }: PagePlace): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const placeAt = placesInFile(source, linesBefore + 1);
  visit(tree, (node) => {
    const report = (found: string, expected: string, remedy?: string) => {
      const at = placeAt(node.position?.start.offset);
      problems.push({ file, ...at, found, expected, ...(remedy && { remedy }) });
    };
    switch (node.type) {
      case 'mdxjsEsm':
        report(
          `程序 ${node.value.split('\n')[0]}`,
          '文字、表格、链接',
          '若是要写的字，段首写作 &#x69;mport 或 &#x65;xport。',
        );
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!COMMENT.test(node.value))
          report(`花括号里的程序 {${node.value}}`, '普通文字', '若是要写的字，写作 \\{…\\}');
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkElement(node, report);
        break;
      case 'html':
        report(`HTML ${node.value.slice(0, 40)}`, 'Markdown，或成对的标签');
        break;
      case 'link':
      case 'image':
      case 'definition':
        if (!isSafe(node.url))
          report(`地址 ${node.url}`, '站内的地址，或以 https://、http://、mailto: 开头的地址');
        break;
      case 'text':
        for (const { code, name } of findForbidden(node.value)) report(`${name} ${code}`, '看得见的字');
    }
  });
  return problems;
}

type Report = (found: string, expected: string, remedy?: string) => void;

function checkElement(node: MdxJsxFlowElement | MdxJsxTextElement, report: Report): void {
  const name = node.name ?? '';
  const allowed = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  if (!allowed) {
    report(`<${name}>`, `只有这些可用：${Object.keys(ELEMENTS).join('、')}`);
    return;
  }
  for (const attribute of node.attributes) {
    if (
      attribute.type === 'mdxJsxExpressionAttribute' ||
      (typeof attribute.value === 'object' && attribute.value)
    ) {
      report(`<${name}> 的属性里有程序`, '引号里的文字');
      continue;
    }
    const { name: key, value } = attribute as MdxJsxAttribute & { value?: string | null };
    if (![...allowed, ...GLOBAL].includes(key))
      report(`<${name}> 的属性 ${key}`, `以下之一：${[...allowed, ...GLOBAL].join('、')}`);
    else if (ADDRESSES.has(key) && !isSafe(value ?? ''))
      report(`地址 ${value}`, '站内的地址，或以 https://、http://、mailto: 开头的地址');
  }
}

const processor = unified().use(remarkParse).use(remarkMdx).freeze();

/**
 * Parses the body of a page and checks it.
 *
 * @param source text after the front matter
 * @param place its file, and how many lines of the file come before
 */
export function checkPageBody(source: string, place: PagePlace): ContentProblem[] {
  try {
    return checkPage(processor.parse(source), source, place);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return [
      {
        file: place.file,
        ...placesInFile(source, place.linesBefore + 1)(offsetOfError(error)),
        found: `不能解析的写法（${error.reason}）`,
        expected: '成对的标签；文字里的 { < 之前加反斜线',
      },
    ];
  }
}

/** The same as a plugin of remark: nothing that is compiled to a program gets past it. */
export function guardPage() {
  return (tree: Root, file: VFile): void => {
    const problems = checkPage(tree, String(file), { file: file.path ?? '', linesBefore: 0 });
    if (problems.length > 0) throw new ContentError(problems);
  };
}
