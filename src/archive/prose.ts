import type { Article, Block } from '../model.ts';
import { breakWords } from './break-words.ts';
import { escapeMarkup } from './escape-markup.ts';

/** A block with its number in the article (`p1` …) and its HTML. */
export interface ProseBlock {
  anchor: string;
  kind: Block['kind'];
  text: string;
  html: string;
}

/** Blocks that are set together: running text, or one picture's captions and credits. */
export interface ProseGroup {
  kind: 'text' | 'picture';
  blocks: ProseBlock[];
}

// 本报讯 opens a report in bold, with the reporters in brackets.
const DATELINE = /^本报讯(?:（[^）]*）)?/u;
// 记者：… 王少峰：… ; questions and answers of an interview.
const SPEAKER = /^([\p{Script=Han}·]{1,8}：)(?=.)/u;
const ASKERS = /^(?:记者|问|主持人)：/u;

/**
 * An article's blocks as the page sets them. Numbers follow the order of the blocks, headings and captions
 * counted, so that an address like `#p3` stays while the article keeps its blocks.
 *
 * @param article the article
 */
export function setProse(article: Article): ProseGroup[] {
  const interview = article.blocks.filter((block) => ASKERS.test(block.text)).length >= 2;
  const groups: ProseGroup[] = [];
  article.blocks.forEach((block, index) => {
    const kind = block.kind === 'caption' || block.kind === 'credit' ? 'picture' : 'text';
    const item = {
      anchor: `p${index + 1}`,
      kind: block.kind,
      text: block.text,
      html: htmlOf(block, interview),
    };
    const last = groups.at(-1);
    // A caption after a credit begins the next picture.
    const nextPicture = block.kind === 'caption' && last?.blocks.at(-1)?.kind === 'credit';
    if (last?.kind === kind && !nextPicture) last.blocks.push(item);
    else groups.push({ kind, blocks: [item] });
  });
  return groups;
}

/** The dateline with which an article opens (电头), as it is printed: `本报讯（记者 王蕾蕾）`; nothing where it has none. */
export function datelineOf({ blocks }: Pick<Article, 'blocks'>): string | undefined {
  const opening = blocks.find(({ kind }) => kind === 'paragraph');
  return opening && DATELINE.exec(opening.text)?.[0];
}

function htmlOf(block: Block, interview: boolean): string {
  if (block.html) return block.html;
  if (block.kind === 'subhead') return breakWords(block.text);
  if (block.kind !== 'paragraph') return escapeMarkup(block.text);
  const head = DATELINE.exec(block.text)?.[0];
  if (head)
    return `<b class="dateline">${escapeMarkup(head)}</b>${escapeMarkup(block.text.slice(head.length))}`;
  const speaker = interview ? SPEAKER.exec(block.text)?.[0] : undefined;
  if (speaker)
    return `<b class="speaker">${escapeMarkup(speaker)}</b>${escapeMarkup(block.text.slice(speaker.length))}`;
  return escapeMarkup(block.text);
}
