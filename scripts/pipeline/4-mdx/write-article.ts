import type { ArticleFrontMatter, BlockKind, Byline, Doubt } from '../../../src/model.ts';
import { escapeMdx } from './escape-mdx.ts';

const quote = (text: string) => JSON.stringify(text);

/** Front matter as an editor meets it: fields in one order, every string in quotation marks, a line each. */
export function writeFrontMatter(article: ArticleFrontMatter): string {
  const lines: string[] = [];
  const field = (name: string, value: string | undefined) => {
    if (value !== undefined) lines.push(`${name}: ${value}`);
  };
  const list = (name: string, rows: string[]) => {
    if (rows.length > 0) lines.push(`${name}:`, ...rows.map((row) => `  - ${row}`));
  };
  const text = (value: string | undefined) => (value === undefined ? undefined : quote(value));

  field('id', quote(article.id));
  field('date', quote(article.date));
  field('page', quote(article.page));
  field('order', String(article.order));
  field('status', article.status);
  field(
    'withdrawn',
    article.withdrawn &&
      `{ reason: ${quote(article.withdrawn.reason)}, date: ${quote(article.withdrawn.date)} }`,
  );
  field('kicker', text(article.kicker));
  field('headline', quote(article.headline));
  field('headlineSource', article.headlineSource);
  field('deck', text(article.deck));
  field('section', text(article.section));
  list(
    'bylines',
    article.bylines.map(({ role, name }: Byline) => `{ role: ${quote(role)}, name: ${quote(name)} }`),
  );
  field('jumpFrom', text(article.jumpFrom));
  field('jumpTo', text(article.jumpTo));
  field('reprintedFrom', text(article.reprintedFrom));
  field('eventDate', text(article.eventDate));
  field('topics', `[${article.topics.join(', ')}]`);
  field('lines', `[${article.lines.map(([from, to]) => `[${from}, ${to}]`).join(', ')}]`);
  list('doubts', article.doubts.map(writeDoubt));
  list(
    'exceptions',
    article.exceptions.map(
      ({ code, text: at, reason }) =>
        `{ code: ${quote(code)}, ${at === undefined ? '' : `text: ${quote(at)}, `}reason: ${quote(reason)} }`,
    ),
  );
  return lines.join('\n');
}

function writeDoubt({ line, message, code, runnerUp, closeness }: Doubt): string {
  const parts = [`line: ${line}`, `message: ${quote(message)}`];
  if (code !== undefined) parts.push(`code: ${quote(code)}`);
  if (runnerUp !== undefined) parts.push(`runnerUp: ${quote(runnerUp)}`);
  if (closeness !== undefined) parts.push(`closeness: ${closeness}`);
  return `{ ${parts.join(', ')} }`;
}

/**
 * The file of an article: front matter, then a block a line with a blank line between blocks.
 *
 * @param article front matter, every default filled in
 * @param blocks its blocks, bare text
 * @returns the text of `content/articles/<date>/<id>.mdx`; parsing it gives article and blocks back
 * @throws when a block cannot be written (see {@link escapeMdx})
 */
export function writeArticle(
  article: ArticleFrontMatter,
  blocks: readonly { kind: BlockKind; text: string }[],
): string {
  const body = blocks.map(({ kind, text }) => `${escapeMdx(kind, text)}\n`).join('\n');
  return `---\n${writeFrontMatter(article)}\n---\n\n${body}`;
}
