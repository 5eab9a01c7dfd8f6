/**
 * The archive's model: one authority for the pipeline, the site and the data.
 * Terms are those of the field (版 page, 副题 deck, 报眉 folio line, 栏目 standing head).
 */
import { z } from 'zod';

/* ── Atoms ─────────────────────────────────────────────────────────────── */

/** A calendar day, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();

/** A newspaper page (版) as two digits; `00` is a page whose number nobody knows. */
const PageNumber = z.string().regex(/^\d{2}$/u, '版次要写成两位数字，如 "02"；不知道时写 "00"');

/** The page number that stands for 版次不详. */
export const UNKNOWN_PAGE = '00';

/** `p02-041`: page and scan line of the article's first body text (of its headline if it has no body). */
export const ArticleId = z.string().regex(/^p\d{2}-\d{3,}$/u, 'id 要写成 "p02-041"：版次和正文首行的行号');

/** `2023-04-14/p02-041`: how an article is named outside its folder. */
export const ArticleName = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}$/u, '要写成 "2023-04-14/p02-041"');

/** A topic is named by its file in `content/topics/`. */
const TopicSlug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, '专题代号只用小写字母、数字和连字符');

/** `[line, from, to]`: 1-based line of the scan, UTF-16 offsets `[from, to)` in that line. */
export const Span = z.tuple([z.int().min(1), z.int().min(0), z.int().min(0)]);
export type Span = z.infer<typeof Span>;

const Line = z.string().trim().min(1, '不能为空；没有内容就删去这一项');

/** A byline (署名): what the paper calls the person's part (记者, 文, 摄, 通讯员 …) and the name. */
export const Byline = z.strictObject({ role: Line, name: Line });
export type Byline = z.infer<typeof Byline>;

/** Something decided on weak evidence (存疑). `closeness` near 1: the runner-up was nearly as good. */
export const Doubt = z.strictObject({
  line: z.int().min(1),
  message: Line,
  code: Line.optional(),
  runnerUp: Line.optional(),
  closeness: z.number().min(0).max(1).optional(),
});
export type Doubt = z.infer<typeof Doubt>;

/** The doubt of a report that begins in its middle without a jump line. */
export const BEGINNING_MISSING = 'beginningMissing';

/* ── Blocks ────────────────────────────────────────────────────────────── */

/** What a block of an article can be. */
export const BlockKind = z.enum(['paragraph', 'subhead', 'caption', 'credit', 'byline', 'source']);
export type BlockKind = z.infer<typeof BlockKind>;

/** A block as the cleaner proposes it: its text and where in the scan it comes from. */
export const CleanedBlock = z.strictObject({ kind: BlockKind, text: Line, source: z.array(Span) });
export type CleanedBlock = z.infer<typeof CleanedBlock>;

/* ── Articles ──────────────────────────────────────────────────────────── */

const headings = {
  kicker: Line.optional(),
  headline: Line,
  headlineSource: z.enum(['printed', 'derived']),
  deck: Line.optional(),
  section: Line.optional(),
};

const attributes = {
  bylines: z.array(Byline),
  jumpFrom: PageNumber.optional(),
  jumpTo: PageNumber.optional(),
  reprintedFrom: Line.optional(),
  eventDate: IsoDate.optional(),
  topics: z.array(TopicSlug),
};

/** Spans of what stands outside the blocks. */
export const HeadingSpans = z.strictObject({
  kicker: z.array(Span).optional(),
  headline: z.array(Span).optional(),
  deck: z.array(Span).optional(),
  section: z.array(Span).optional(),
  jump: z.array(Span).optional(),
});
export type HeadingSpans = z.infer<typeof HeadingSpans>;

/** An article as the cleaner proposes it (contract of `npm run clean`). */
export const CleanedArticle = z.strictObject({
  id: z.string(),
  ...headings,
  ...attributes,
  spans: HeadingSpans,
  blocks: z.array(CleanedBlock),
  doubts: z.array(Doubt),
});
export type CleanedArticle = z.infer<typeof CleanedArticle>;

/** Furniture (版面附件): folio lines, section labels, page staff; kept out of the articles, recorded here. */
export const Furniture = z.strictObject({ text: Line, source: z.array(Span) });
export type Furniture = z.infer<typeof Furniture>;

/** Characters of the scan that are not published, and why. */
export const Removal = z.strictObject({ text: z.string().min(1), source: z.array(Span), reason: Line });
export type Removal = z.infer<typeof Removal>;

/** One cleaned page: what `npm run clean` prints for each scan. */
export const CleanedScan = z.strictObject({
  scan: z.string(),
  articles: z.array(CleanedArticle),
  furniture: z.array(Furniture),
  removed: z.array(Removal),
});
export type CleanedScan = z.infer<typeof CleanedScan>;

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

/* ── Issues and pages ──────────────────────────────────────────────────── */

/** How a fact is known: printed on the page, or inferred from its text. */
const KnownBy = z.enum(['printed', 'inferred', 'unknown']);

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

/* ── Topics ────────────────────────────────────────────────────────────── */

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

/* ── Names ─────────────────────────────────────────────────────────────── */

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

/* ── Redirects ─────────────────────────────────────────────────────────── */

/** An entry of `content/redirects.yaml`: an article that has another address now, since when, and why. */
export const RedirectEntry = z.strictObject({
  from: ArticleName,
  to: ArticleName,
  date: IsoDate,
  reason: Line,
});
export type RedirectEntry = z.infer<typeof RedirectEntry>;

/* ── Settings ──────────────────────────────────────────────────────────── */

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

/* ── Provenance ────────────────────────────────────────────────────────── */

/**
 * What was done between the scan and the page, by name. `line-joined` a break closed; `line-spaced` a break
 * that became the space of a two-part slogan; `part-joined` a text that goes on elsewhere on the page;
 * `headline-derived` a headline that the page does not print; `edited` anything else: a correction (校改).
 */
export const ChangeKind = z.enum([
  'line-joined',
  'line-spaced',
  'part-joined',
  'space-closed',
  'punctuation-widened',
  'form-folded',
  'quote-turned',
  'shadow-dropped',
  'mark-dropped',
  'removed',
  'moved',
  'headline-derived',
  'edited',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** A part of an article that has a place in the scan. */
export const PartRole = z.enum(['section', 'kicker', 'headline', 'deck', 'jump', 'block']);
export type PartRole = z.infer<typeof PartRole>;

/**
 * A piece of a part: text that is the same in the scan and on the page (no `kind`), or one named difference.
 * `before` is the scan's text (a line break is `\n`), `after` the published one, `at` its offset there.
 */
export const Piece = z.strictObject({
  kind: ChangeKind.optional(),
  before: z.string(),
  after: z.string(),
  at: z.int().min(0),
  source: z.array(Span),
});
export type Piece = z.infer<typeof Piece>;

/**
 * A part of an article with where it comes from. The pieces' `after` joined are the published text.
 * `block` counts the article's blocks from 1; `movedFrom` is the scan line of a part that stands elsewhere
 * in the scan than in reading order.
 */
export const ProvenancePart = z.strictObject({
  role: PartRole,
  block: z.int().min(1).optional(),
  text: z.string(),
  source: z.array(Span),
  pieces: z.array(Piece),
  movedFrom: z.int().min(1).optional(),
});
export type ProvenancePart = z.infer<typeof ProvenancePart>;

/**
 * An article's account in characters that are not white space: `published = scan - dropped + added`,
 * `scan = same + renamed + dropped`.
 */
export const ArticleAccount = z.strictObject({
  scan: z.int(),
  same: z.int(),
  renamed: z.int(),
  dropped: z.int(),
  added: z.int(),
  published: z.int(),
});
export type ArticleAccount = z.infer<typeof ArticleAccount>;

/** Where an article's text comes from, part by part, with the number of changes of each kind. */
export const Provenance = z.strictObject({
  name: ArticleName,
  scan: z.string(),
  parts: z.array(ProvenancePart),
  counts: z.partialRecord(ChangeKind, z.int()),
  account: ArticleAccount,
});
export type Provenance = z.infer<typeof Provenance>;

/* ── Open data ─────────────────────────────────────────────────────────── */

/** A block in the open data. */
const DataBlock = z.strictObject({
  kind: BlockKind.describe(
    'paragraph 段落，subhead 小标题，caption 图片说明，credit 摄影，byline 署名，source 原载',
  ),
  text: z.string().describe('文字'),
  anchor: z.string().describe('网页上这一块的锚点；前面加网址和 # 就是这一块的地址'),
  source: z.array(Span).describe('在扫描文本中的位置：[行, 起, 止)，行从 1 起，字位从 0 起'),
});

/** An article in the open data: `data/articles.jsonl`, `data/articles/<date>/<id>.json`. */
export const DataArticle = z
  .strictObject({
    name: ArticleName.describe('文章的名字：日期/编号'),
    url: z.url().describe('网页地址'),
    newspaper: z.string().describe('报名'),
    date: IsoDate.describe('日期；推定的见 dateSource'),
    dateSource: z.enum(['printed', 'inferred']).describe('日期 printed 印在报上，inferred 据文中所记推定'),
    earliest: IsoDate.optional().describe('推定日期的最早可能'),
    latest: IsoDate.optional().describe('推定日期的最晚可能'),
    issueNumber: z.string().optional().describe('期号'),
    page: PageNumber.optional().describe('版次，两位数字；没有这一项就是版次不详'),
    pageSource: KnownBy.describe('版次 printed 印在报上，inferred 推定，unknown 不详'),
    order: z.int().describe('在这一版上的先后'),
    section: z.string().optional().describe('栏目'),
    kicker: z.string().optional().describe('引题'),
    headline: z.string().describe('主题'),
    headlineSource: z.enum(['printed', 'derived']).describe('主题 printed 印在报上，derived 由编者代拟'),
    deck: z.string().optional().describe('副题'),
    bylines: z.array(Byline).describe('署名：role 报上的称呼，name 姓名'),
    jumpFrom: PageNumber.optional().describe('上接第几版'),
    jumpTo: PageNumber.optional().describe('下转第几版'),
    reprintedFrom: z.string().optional().describe('原文刊载于'),
    eventDate: IsoDate.optional().describe('所记之事的日期'),
    topics: z.array(TopicSlug).describe('所属专题'),
    status: z
      .enum(['machine', 'proofread', 'validated'])
      .describe('machine 未校对，proofread 已校对，validated 已复核'),
    characters: z.int().describe('正文字数，空格不计'),
    text: z.string().describe('正文，一块一行'),
    blocks: z.array(DataBlock).describe('正文各块'),
    headingSource: HeadingSpans.describe('题目各部分在扫描文本中的位置'),
    scan: z.string().optional().describe('扫描文本的文件，在 data/ 之下'),
    doubts: z.array(Doubt).describe('存疑'),
  })
  .describe('丰台报存档的一篇文章');
export type DataArticle = z.infer<typeof DataArticle>;

/** A citation in `data/citations.csl.json`. */
export const DataCitation = z
  .strictObject({
    id: ArticleName,
    type: z.literal('article-newspaper'),
    title: z.string(),
    author: z.array(z.strictObject({ literal: z.string() })).optional(),
    'container-title': z.string(),
    page: z.string().optional(),
    section: z.string().optional(),
    issued: z.strictObject({
      'date-parts': z.array(z.array(z.int()).length(3)).length(1),
      circa: z.literal(true).optional(),
    }),
    URL: z.url(),
    language: z.literal('zh-CN'),
    source: z.string(),
    note: z.string().optional(),
  })
  .describe('CSL-JSON 的一条引用');

/** A name in `data/names.json`. */
export const DataName = z
  .strictObject({
    kind: NameKind.describe('person 人物，place 地点，organisation 机构'),
    headword: z.string().describe('条目名'),
    url: z.url().describe('网页地址'),
    forms: z.array(z.string()).describe('文中的别的写法'),
    note: z.string().optional().describe('说明'),
    offices: z
      .array(z.strictObject({ office: z.string(), date: IsoDate, article: ArticleName }))
      .describe('职务，照文章所写'),
    articles: z.array(ArticleName).describe('提到的文章，新的在前'),
  })
  .describe('人物、地点或机构');
