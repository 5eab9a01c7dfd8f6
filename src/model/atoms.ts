import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();

/** A newspaper page (版) as two digits; `00` is a page whose number nobody knows. */
export const PageNumber = z.string().regex(/^\d{2}$/u, '版次要写成两位数字，如 "02"；不知道时写 "00"');

/** The page number that stands for 版次不详. */
export const UNKNOWN_PAGE = '00';

/** `p02-041`: page and scan line of the article's first body text (of its headline if it has no body). */
export const ArticleId = z.string().regex(/^p\d{2}-\d{3,}$/u, 'id 要写成 "p02-041"：版次和正文首行的行号');

/** `2023-04-14/p02-041`: how an article is named outside its folder. */
export const ArticleName = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}$/u, '要写成 "2023-04-14/p02-041"');

/** A topic is named by its file in `content/topics/`. */
export const TopicSlug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, '专题代号只用小写字母、数字和连字符');

/** `[line, from, to]`: 1-based line of the scan, UTF-16 offsets `[from, to)` in that line. */
export const Span = z.tuple([z.int().min(1), z.int().min(0), z.int().min(0)]);
export type Span = z.infer<typeof Span>;

export const Line = z.string().trim().min(1, '不能为空；没有内容就删去这一项');

/** A byline (署名): what the paper calls the person's part (记者, 文, 摄, 通讯员 …) and the name. */
export const Byline = z.strictObject({ role: Line, name: Line });
export type Byline = z.infer<typeof Byline>;
