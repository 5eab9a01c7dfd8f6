import type { Article } from '../../src/model.ts';
import type { PageInput } from '../../src/provenance/aligned-page.ts';

export type Operation = 'change' | 'move' | 'drop' | 'add';

/** One edited character: of an article's text (`role`, `block`) or of a line of the scan. */
export interface Edit {
  side: 'article' | 'scan';
  operation: Operation;
  /** Edited part of the article, or line of the scan (1-based). */
  article?: string;
  role?: string;
  block?: number;
  line?: number;
  before: string;
  after: string;
}

const POOL =
  '的丰台区一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会，。、“”（）—0123ABc';

/** Changes, moves, drops or adds one character of a text. Moves go at least two characters away. */
export function editText(text: string, operation: Operation, random: () => number): string {
  const at = pickLetter(text, random);
  const fresh = () => {
    let letter = text[at]!;
    while (letter === text[at]) letter = POOL[Math.floor(random() * POOL.length)]!;
    return letter;
  };
  if (operation === 'change') return text.slice(0, at) + fresh() + text.slice(at + 1);
  if (operation === 'drop') return text.slice(0, at) + text.slice(at + 1);
  if (operation === 'add') return text.slice(0, at) + fresh() + text.slice(at);
  const rest = text.slice(0, at) + text.slice(at + 1);
  for (let k = 0; k < 200; k++) {
    const to = pickLetter(rest, random);
    const moved = rest.slice(0, to) + text[at] + rest.slice(to);
    if (Math.abs(to - at) > 1 && moved !== text) return moved;
  }
  return rest;
}

function pickLetter(text: string, random: () => number): number {
  let at = Math.floor(random() * text.length);
  while (text[at]!.trim() === '') at = (at + 1) % text.length;
  return at;
}

/** Edits one character of the page: of a random article's part, or of a random line of the scan. */
export function editPage(
  input: PageInput,
  side: Edit['side'],
  operation: Operation,
  random: () => number,
): { input: PageInput; edit: Edit } {
  if (side === 'scan') {
    let line = Math.floor(random() * input.lines.length);
    while (input.lines[line]!.trim().length < (operation === 'move' ? 4 : 1))
      line = (line + 1) % input.lines.length;
    const before = input.lines[line]!;
    const after = editText(before, operation, random);
    return {
      input: { ...input, lines: input.lines.with(line, after) },
      edit: { side, operation, line: line + 1, before, after },
    };
  }
  // Every character of the page is as likely as any other.
  const targets = input.articles.flatMap((article) => [
    ...(['kicker', 'headline', 'deck'] as const).flatMap((role) =>
      article[role] === undefined || (role === 'headline' && article.headlineSource === 'derived')
        ? []
        : [{ article, role, block: undefined, text: article[role] }],
    ),
    ...article.blocks.map((block, index) => ({
      article,
      role: 'block' as const,
      block: index + 1,
      text: block.text,
    })),
  ]);
  const usable = targets.filter(({ text }) => text.length >= 5);
  let left = random() * usable.reduce((sum, { text }) => sum + text.length, 0);
  const target =
    usable.find(({ text }) => {
      left -= text.length;
      return left < 0;
    }) ?? usable[0]!;
  const after = editText(target.text, operation, random);
  const edited: Article = { ...target.article };
  if (target.role === 'block')
    edited.blocks = edited.blocks.map((block, index) =>
      index + 1 === target.block ? { ...block, text: after } : block,
    );
  else edited[target.role] = after;
  return {
    input: {
      ...input,
      articles: input.articles.map((article) => (article === target.article ? edited : article)),
    },
    edit: {
      side,
      operation,
      article: target.article.name,
      role: target.role,
      ...(target.block !== undefined && { block: target.block }),
      before: target.text,
      after,
    },
  };
}
