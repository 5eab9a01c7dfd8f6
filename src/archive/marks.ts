import { type Article, type Issue, UNKNOWN_PAGE } from '../model.ts';
import { formatDate } from './dates.ts';
import { STATUS_NAMES } from './status-names.ts';

/** A small framed word beside a fact: dashed where it is inferred, solid where something is missing or doubtful. */
export interface Mark {
  frame: 'dashed' | 'solid';
  label: string;
  /** What is behind it, in a sentence. */
  why: string;
}

/** 日期推定, where the paper prints no date; nothing where it does. */
export function markOfDate(issue: Issue | undefined): Mark | undefined {
  if (issue?.dateSource !== 'inferred') return undefined;
  return { frame: 'dashed', label: '日期推定', why: issue.evidence! };
}

/** `2026年3月11日至16日之间`, where the span of an inferred date is known. */
export function spanOfDate(issue: Issue): string | undefined {
  if (!issue.earliest || !issue.latest) return undefined;
  const [year, month] = issue.earliest.split('-');
  const [lastYear, lastMonth] = issue.latest.split('-');
  const full = formatDate(issue.latest);
  const end =
    year !== lastYear
      ? full
      : month !== lastMonth
        ? full.replace(/^\d+年/u, '')
        : full.replace(/^\d+年\d+月/u, '');
  return `${formatDate(issue.earliest)}至${end}之间`;
}

/** 版次推定, where the page number is not printed; an unknown page is named so already. */
export function markOfPage(issue: Issue | undefined, page: string): Mark | undefined {
  const known = issue?.pages.find((item) => item.page === page);
  if (page === UNKNOWN_PAGE || known?.pageSource !== 'inferred') return undefined;
  return { frame: 'dashed', label: '版次推定', why: known.evidence! };
}

/** What a reader must know of the article's text: who has read it, a headline not printed, pictures not kept. */
export function marksOfArticle(article: Article): Mark[] {
  const marks: Mark[] = [];
  if (article.status === 'machine')
    marks.push({
      frame: 'dashed',
      label: STATUS_NAMES.machine,
      why: '程序整理，还没有人对着扫描文本读过，可能有错。',
    });
  if (article.headlineSource === 'derived')
    marks.push({ frame: 'dashed', label: '标题代拟', why: '版上没有印出标题，由编者代拟。' });
  if (isPicture(article))
    marks.push({ frame: 'solid', label: '图片未收', why: '存档只收文字，版上的图片没有收。' });
  return marks;
}

/** Whether an article is nothing but a picture: captions and credits. */
export const isPicture = (article: Article) =>
  article.blocks.every((block) => block.kind === 'caption' || block.kind === 'credit');

/** How far a text has been read against the scan, as readers are told. */
export const STATUS_LABELS: Record<Article['status'], string> = {
  machine: `${STATUS_NAMES.machine}：程序整理，还没有人读过`,
  proofread: `${STATUS_NAMES.proofread}：有人对着扫描文本读过一遍`,
  validated: `${STATUS_NAMES.validated}：先后有两个人读过`,
  withdrawn: STATUS_NAMES.withdrawn,
};
