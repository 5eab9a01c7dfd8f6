import type { ArticleFrontMatter, BlockKind } from '../../src/model.ts';
import { Refusal } from '../describe-failure.ts';
import { moveNames } from '../ingest/move-names.ts';
import { escapeMdx } from '../pipeline/4-mdx/escape-mdx.ts';
import { editFrontMatter } from './edit-front-matter.ts';
import { type Desk, type DeskChange, frontOf } from './open-desk.ts';

/**
 * Joins articles of one page to the first of them. Nothing printed goes: the others' headlines become
 * subheads, their addresses lead to the first.
 *
 * @param desk the desk
 * @param names articles, the first keeps its name
 * @param today day that stands beside the redirects
 * @throws {Refusal} when they are not of one page
 */
export async function mergeArticles(
  desk: Desk,
  names: readonly string[],
  today: string,
): Promise<DeskChange> {
  if (new Set(names).size !== names.length || names.length < 2)
    throw new Refusal('合并要两篇以上不同的文章：npm run merge -- 2023-04-14/p02-009 2023-04-14/p02-060');
  const opened = [];
  for (const name of names) opened.push(await desk.open(name));
  const [first, ...others] = opened as [(typeof opened)[number], ...typeof opened];
  const { date, page } = first.article;
  for (const { article } of others) {
    if (article.date !== date || article.page !== page)
      throw new Refusal(
        `${article.name} 和 ${first.article.name} 不在同一版。跨版的报道用 jumpTo、jumpFrom 相连，不合并。`,
      );
  }
  let text = first.text.trimEnd();
  const front: ArticleFrontMatter = { ...frontOf(first.article) };
  const lines = [...front.lines];
  for (const { article, text: own } of others) {
    const subheads: { kind: BlockKind; text: string }[] = [
      article.kicker,
      article.headlineSource === 'printed' ? article.headline : undefined,
      article.deck,
    ].flatMap((words) => (words === undefined ? [] : [{ kind: 'subhead' as const, text: words }]));
    const body = own.slice(own.indexOf('\n---', 3) + 4).trim();
    text += `\n\n${[...subheads.map((block) => escapeMdx(block.kind, block.text)), body].filter((part) => part !== '').join('\n\n')}`;
    lines.push(...article.lines);
    front.bylines = unite(front.bylines, article.bylines);
    front.topics = unite(front.topics, article.topics);
    front.doubts = unite(
      front.doubts,
      article.doubts.filter(({ code }) => code !== 'headlineDerived'),
    );
    front.exceptions = unite(front.exceptions, article.exceptions);
    if (article.jumpTo !== undefined) front.jumpTo = article.jumpTo;
    if (article.reprintedFrom !== undefined) front.reprintedFrom ??= article.reprintedFrom;
    if (article.status === 'machine') front.status = 'machine';
  }
  front.lines = lines.sort((a, b) => a[0] - b[0]);

  const changes = new Map<string, string | Uint8Array | null>();
  changes.set(
    first.article.file,
    `${editFrontMatter(text, front, ['status', 'bylines', 'jumpTo', 'reprintedFrom', 'topics', 'lines', 'doubts', 'exceptions'])}\n`,
  );
  for (const { article } of others) changes.set(article.file, null);
  await moveNames(
    desk.root,
    others.map(({ article }) => ({
      from: article.name,
      to: first.article.name,
      date: today,
      reason: '并为一篇',
    })),
    changes,
  );
  return {
    changes,
    said: [
      `${names.slice(1).join('、')} 并入 ${first.article.name}：`,
      `  ${first.article.file}  ${front.headline}`,
      '并入的标题成了小标题（## …），不合适就改。旧地址会转到这一篇；再运行 npm run ingest 不会把它们拆开。',
    ],
  };
}

/** Both lists, nothing twice. */
function unite<T>(a: readonly T[], b: readonly T[]): T[] {
  const known = new Set(a.map((item) => JSON.stringify(item)));
  return [...a, ...b.filter((item) => !known.has(JSON.stringify(item)))];
}
