import { z } from 'zod';
import { ArticleName, Byline, IsoDate, PageNumber, Span, TopicSlug } from './atoms.ts';
import { BlockKind, Doubt, HeadingSpans } from './cleaned-scan.ts';
import { KnownBy, NameKind } from './content.ts';

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
