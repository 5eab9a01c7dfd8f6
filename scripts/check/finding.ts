/**
 * How sure a finding is: an `error` is against a rule and stops the build or loses text; a `warning` is
 * probably a mistake; a `note` is worth knowing.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Every kind of finding: how grave it is, what it is called. Each has its place in the handbook, `#<code>`. */
export const CODES = {
  'front-matter': { severity: 'error', title: '篇首信息有误' },
  'text-lost': { severity: 'error', title: '扫描文本有字没有去处' },
  'text-edited': { severity: 'warning', title: '文字与扫描文本不同' },
  'quote-turned': { severity: 'warning', title: '引号与扫描文本不同' },
  'order-changed': { severity: 'warning', title: '段落次序与扫描文本不同' },
  'date-folio': { severity: 'error', title: '日期与报眉不合' },
  'date-event': { severity: 'warning', title: '事件日期与正文或出版日期不合' },
  'date-impossible': { severity: 'warning', title: '不可能的日期或时间' },
  'jump-nowhere': { severity: 'warning', title: '上接、下转没有对应的文章' },
  duplicate: { severity: 'warning', title: '两篇文章文字重复' },
  'name-form': { severity: 'warning', title: '人名疑有误字' },
  'name-unknown': { severity: 'note', title: '署名不在人名录中' },
  'character-rare': { severity: 'warning', title: '罕用字，疑为识别之误' },
  'character-neighbours': { severity: 'warning', title: '前后不成词，疑为形近字之误' },
  'character-private': { severity: 'warning', title: '没有公认字形的码位' },
  'character-lookalike': { severity: 'warning', title: '样子相同、码位不同的字' },
  'marks-unpaired': { severity: 'warning', title: '引号、括号不成对' },
  'marks-half-width': { severity: 'warning', title: '汉字之间的半角标点' },
  'number-odd': { severity: 'warning', title: '数字写法可疑' },
  'page-missing': { severity: 'note', title: '这一期缺版' },
  'issue-missing': { severity: 'note', title: '疑缺一期' },
  'exception-unused': { severity: 'note', title: '例外已无用处' },
} as const satisfies Record<string, { severity: Severity; title: string }>;

export type FindingCode = keyof typeof CODES;

/** Something wrong or suspicious: where, what was found, what was expected, how to mend it. */
export interface Finding {
  code: FindingCode;
  /** Path from the root. */
  file: string;
  /** 1-based line of the file. */
  line: number;
  found: string;
  expected: string;
  remedy?: string;
  /** The words at fault: what an accepted exception names. */
  text?: string;
  /** Name of the article, `<date>/<id>`; the day of the issue for findings about an issue. */
  about?: string;
  /** Line of the scan, where the finding has one. */
  scanLine?: number;
}

/** How grave a finding is. */
export const severityOf = (finding: Finding): Severity => CODES[finding.code].severity;
