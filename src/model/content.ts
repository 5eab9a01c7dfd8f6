import { z } from 'zod';
import { ArticleId, ArticleName, Byline, IsoDate, Line, PageNumber, UNKNOWN_PAGE } from './atoms.ts';
import { attributes, BlockKind, Doubt, Furniture, headings, Removal } from './cleaned-scan.ts';

/**
 * `machine` nobody has read it; `proofread` read once against the scan; `validated` read by a second
 * person; `withdrawn` no longer published: the address stays and says why.
 */
export const Status = z.enum(['machine', 'proofread', 'validated', 'withdrawn']);
export type Status = z.infer<typeof Status>;

/** An accepted exception to a finding of `npm run check`, with the editor's reason. */
export const AcceptedException = z.strictObject({ code: Line, text: Line.optional(), reason: Line });
export type AcceptedException = z.infer<typeof AcceptedException>;

/**
 * Front matter of `content/articles/<date>/<id>.mdx`, in the order in which it is written.
 * `order` is the reading order on the page; `lines` are the scan lines the article claims, as inclusive ranges.
 */
export const ArticleFrontMatter = z
  .strictObject({
    id: ArticleId,
    date: IsoDate,
    page: PageNumber,
    order: z.int().min(1),
    status: Status,
    withdrawn: z.strictObject({ reason: Line, date: IsoDate }).optional(),
    ...headings,
    headlineSource: headings.headlineSource.default('printed'),
    ...attributes,
    bylines: attributes.bylines.default([]),
    topics: attributes.topics.default([]),
    lines: z.array(z.tuple([z.int().min(1), z.int().min(1)])),
    doubts: z.array(Doubt).default([]),
    exceptions: z.array(AcceptedException).default([]),
  })
  .superRefine((article, context) => {
    if (article.status === 'withdrawn' && !article.withdrawn) {
      context.addIssue({
        code: 'custom',
        path: ['withdrawn'],
        message: '已撤下的文章要写明 withdrawn: { reason, date }',
      });
    }
    if (article.status !== 'withdrawn' && article.withdrawn) {
      context.addIssue({
        code: 'custom',
        path: ['status'],
        message: '写了 withdrawn 的文章，status 要写 withdrawn',
      });
    }
    if (!article.id.startsWith(`p${article.page}-`)) {
      context.addIssue({ code: 'custom', path: ['page'], message: `版次与 id 不合：id 是 ${article.id}` });
    }
  });
export type ArticleFrontMatter = z.infer<typeof ArticleFrontMatter>;

/**
 * A block as it is published. `text` is the bare text; `html` is there only where an editor's emphasis or
 * link makes it differ from the escaped text. `line` is the line in the `.mdx` file.
 */
export const Block = z.strictObject({
  kind: BlockKind,
  text: z.string(),
  html: z.string().optional(),
  line: z.int().min(1),
});
export type Block = z.infer<typeof Block>;

/** An article as the site reads it. `name` is `<date>/<id>`; `file` the path of its file from the root. */
export type Article = ArticleFrontMatter & {
  name: string;
  file: string;
  blocks: Block[];
};

/** How a fact is known: printed on the page, or inferred from its text. */
export const KnownBy = z.enum(['printed', 'inferred', 'unknown']);

/** A page (版) of an issue: its number, how that is known, and what stands on it outside articles. */
export const Page = z
  .strictObject({
    page: PageNumber,
    pageSource: KnownBy,
    evidence: Line.optional(),
    section: Line.optional(),
    staff: z.array(Byline).optional(),
    furniture: z.array(Furniture).default([]),
    removed: z.array(Removal).default([]),
  })
  .superRefine((page, context) => {
    if ((page.page === UNKNOWN_PAGE) !== (page.pageSource === 'unknown')) {
      context.addIssue({
        code: 'custom',
        path: ['pageSource'],
        message: '版次 "00" 与 pageSource: unknown 要同时使用',
      });
    }
    if (page.pageSource === 'inferred' && !page.evidence) {
      context.addIssue({ code: 'custom', path: ['evidence'], message: '推定的版次要写明依据 evidence' });
    }
  });
export type Page = z.infer<typeof Page>;

/** `content/issues/<date>.yaml`: an issue (期), how its date is known, and its pages. */
export const Issue = z
  .strictObject({
    date: IsoDate,
    dateSource: z.enum(['printed', 'inferred']),
    earliest: IsoDate.optional(),
    latest: IsoDate.optional(),
    evidence: Line.optional(),
    issueNumber: Line.optional(),
    exceptions: z.array(AcceptedException).optional(),
    pages: z.array(Page).min(1),
  })
  .superRefine((issue, context) => {
    if (issue.dateSource === 'inferred' && !issue.evidence) {
      context.addIssue({ code: 'custom', path: ['evidence'], message: '推定的日期要写明依据 evidence' });
    }
    if (issue.earliest && issue.earliest > issue.date) {
      context.addIssue({ code: 'custom', path: ['earliest'], message: `不能晚于 date（${issue.date}）` });
    }
    if (issue.latest && issue.latest < issue.date) {
      context.addIssue({ code: 'custom', path: ['latest'], message: `不能早于 date（${issue.date}）` });
    }
    const seen = new Set<string>();
    issue.pages.forEach((page, index) => {
      if (seen.has(page.page))
        context.addIssue({
          code: 'custom',
          path: ['pages', index, 'page'],
          message: `版次 ${page.page} 写了两次`,
        });
      seen.add(page.page);
    });
  });
export type Issue = z.infer<typeof Issue>;

/**
 * Front matter of `content/topics/<slug>.mdx`. `terms` and their weights say what belongs; a phrase under
 * `exceptions` holds a term without being about the topic (倍增 in a shop's name). `threshold` is the
 * weight from which an article belongs. `reasons` says, per article, why it belongs.
 */
export const TopicFrontMatter = z.strictObject({
  title: Line,
  description: Line,
  order: z.int().min(1),
  terms: z.array(z.strictObject({ term: Line, weight: z.number() })).min(1),
  exceptions: z.array(Line).default([]),
  threshold: z.number().positive(),
  reasons: z.record(ArticleName, Line).default({}),
});
export type TopicFrontMatter = z.infer<typeof TopicFrontMatter>;
export type Topic = TopicFrontMatter & { slug: string };

/** Front matter of `content/pages/*.mdx`: about, handbook, accessibility. */
export const PageFrontMatter = z.strictObject({ title: Line, description: Line, order: z.int() });
export type PageFrontMatter = z.infer<typeof PageFrontMatter>;

export const NameKind = z.enum(['person', 'place', 'organisation']);
export type NameKind = z.infer<typeof NameKind>;

/** An entry of `content/names/{people,places,organisations}.yaml`: headword, other forms, note. */
export const NameEntry = z.strictObject({
  headword: Line,
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
    .optional(),
  forms: z.array(Line).default([]),
  note: Line.optional(),
  offices: z.array(z.strictObject({ office: Line, date: IsoDate, article: ArticleName })).default([]),
  notIn: z.array(Line).default([]),
});
export type NameEntry = z.infer<typeof NameEntry>;

/** An entry of `content/redirects.yaml`: an article that has another address now, since when, and why. */
export const RedirectEntry = z.strictObject({
  from: ArticleName,
  to: ArticleName,
  date: IsoDate,
  reason: Line,
});
export type RedirectEntry = z.infer<typeof RedirectEntry>;

/** Address of a repository on a forge: no user, no query, nothing that could end the address early. */
const Repository = z
  .string()
  .regex(
    /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[\w.~-]+)+\/?$/iu,
    '要写仓库的网址，如 "https://git.example.cn/archive/fengtai"',
  );

const BRANCH = /^(?!.*\.\.)[\w][\w./-]*$/u;

/** `content/archive.yaml`. */
export const ArchiveSettings = z.strictObject({
  name: Line,
  newspaper: Line,
  description: Line,
  place: Line.optional(),
  corrections: z
    .strictObject({
      email: z.email().optional(),
      repository: Repository.optional(),
      branch: z.string().regex(BRANCH, '要写 git 分支的名字，如 "main"').default('main'),
    })
    .default({ branch: 'main' }),
});
export type ArchiveSettings = z.infer<typeof ArchiveSettings>;
