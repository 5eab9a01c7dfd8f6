import { isHan } from '../is-han.ts';
import type { ContentProblem } from '../loader/content-problem.ts';
import type { Span } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import { spansOf } from './page-characters.ts';

/**
 * A page's account in characters of the scan that are not white space:
 * `scan = published + corrected + furniture + removed + withdrawn`, else something is lost.
 * `corrected` are characters that an editor replaced or deleted within a text; `hanScan` and
 * `hanAccounted` are the same count of Chinese characters alone.
 */
export interface PageAccount {
  scan: number;
  published: number;
  corrected: number;
  furniture: number;
  removed: number;
  withdrawn: number;
  lost: number;
  hanScan: number;
  hanAccounted: number;
}

/** Text of the scan that nothing accounts for. */
export interface LostText {
  text: string;
  source: Span[];
}

/** Counts the characters of an aligned page by who has them. */
export function accountPage(page: AlignedPage): PageAccount {
  const account: PageAccount = {
    scan: page.owner.length,
    published: 0,
    corrected: 0,
    furniture: 0,
    removed: 0,
    withdrawn: 0,
    lost: 0,
    hanScan: 0,
    hanAccounted: 0,
  };
  page.owner.forEach((index, character) => {
    const owner = page.owners[index];
    if (!owner) account.lost++;
    else if (owner.kind === 'part') account.published++;
    else account[owner.kind]++;
    if (isHan(page.characters.raw.charCodeAt(character))) {
      account.hanScan++;
      if (owner) account.hanAccounted++;
    }
  });
  for (const part of page.parts) for (const list of part.dropped.values()) account.corrected += list.length;
  account.published -= account.corrected;
  return account;
}

/** The runs of characters that nobody has. */
function listLost(page: AlignedPage): LostText[] {
  const lost: LostText[] = [];
  for (let from = 0; from < page.owner.length; from++) {
    if (page.owner[from] !== -1) continue;
    let to = from;
    while (to < page.owner.length && page.owner[to] === -1) to++;
    const indexes = Array.from({ length: to - from }, (_, k) => from + k);
    lost.push({ text: page.characters.raw.slice(from, to), source: spansOf(page.characters, indexes) });
    from = to;
  }
  return lost;
}

/**
 * What an editor has to mend so that a page's account balances, each with its place.
 *
 * @param page the aligned page
 * @param places the scan, and the issue's file that lists furniture and removals
 */
export function checkPage(
  page: AlignedPage,
  { scan, issueFile }: { scan: { file: string }; issueFile: string },
): ContentProblem[] {
  const problems: ContentProblem[] = page.problems.map(({ list, index, span, listed, found }) => ({
    file: issueFile,
    line: 1,
    field: `${list}.${index}`,
    found: `“${listed}”，而扫描文本第 ${span[0]} 行这一处是“${found}”`,
    expected: '与扫描文本相同、没有在别处列过的文字',
    remedy: '改正 text 或 source（行号从 1 起，字位从 0 起）。',
  }));
  for (const { text, source } of listLost(page)) {
    const [line, from] = source[0]!;
    const last = source[source.length - 1]![0];
    problems.push({
      file: scan.file,
      line,
      column: from + 1,
      found: `“${shorten(text)}”（${text.length} 字，第 ${line}${last > line ? `—${last}` : ''} 行）不在任何一篇文章里，也没有列为版面附件或删去的文字`,
      expected: '扫描文本的每个字都有去处',
      remedy: `补进文章，或在 ${issueFile} 这一版的 removed 里写明：{ text: "${shorten(text)}", source: ${JSON.stringify(source)}, reason: "……" }`,
    });
  }
  return problems;
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 40)}……${text.slice(-12)}` : text);
