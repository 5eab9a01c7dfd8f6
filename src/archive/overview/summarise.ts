import { type Article, BEGINNING_MISSING, type Issue, type Status, UNKNOWN_PAGE } from '../../model.ts';
import { formatDate } from '../dates.ts';
import { lengthOf } from '../excerpts.ts';
import { isPicture } from '../marks.ts';
import type { NameRecord } from '../names/index-names.ts';
import { KIND_LABELS } from '../names/name-entries.ts';
import { STATUS_NAMES } from '../status-names.ts';

/** A count with its label. */
export interface Row {
  label: string;
  value: number;
}

/** One picture of the overview and its table. */
export interface Series {
  id: string;
  title: string;
  /** What is counted, and what to mind. */
  note: string;
  /** Head of the first column. */
  by: string;
  unit: '期' | '篇' | '处';
  rows: Row[];
  /** Columns side by side along time, else bars one below the other. */
  upright?: true;
}

/** Lengths of articles are counted in these steps of characters. */
const STEPS = [200, 500, 1000, 1500, 2000];
const MOST_NAMES = 10;
const STATUSES: readonly Status[] = ['machine', 'proofread', 'validated'];

/**
 * What the archive holds, in counts.
 *
 * @param holdings issues, published articles, titles of the topics by slug, and the index of names
 */
export function summarise({
  issues,
  articles,
  topics,
  names,
}: {
  issues: readonly Issue[];
  articles: readonly Article[];
  topics: ReadonlyMap<string, string>;
  names: Iterable<NameRecord>;
}): Series[] {
  const count = (test: (article: Article) => boolean) => articles.filter(test).length;
  const lengths = articles.filter((article) => !isPicture(article)).map(lengthOf);
  const pages = [...new Set(articles.map(({ page }) => page))].sort();
  const records = [...names];
  return [
    {
      id: 'months',
      title: '各月收了几期',
      note: '从最早一期的月份到最近一期的月份；推定的日期按推定的算。没有柱的月份，存档一期也没有。',
      by: '月份',
      unit: '期',
      rows: countMonths(issues),
      upright: true,
    },
    {
      id: 'topics',
      title: '各专题有几篇',
      note: '一篇可以属于几个专题，也可以不属于任何专题。',
      by: '专题',
      unit: '篇',
      rows: [
        ...[...topics].map(([slug, label]) => ({
          label,
          value: count((each) => each.topics.includes(slug)),
        })),
        { label: '不属于专题', value: count((each) => each.topics.length === 0) },
      ],
    },
    {
      id: 'pages',
      title: '各版有几篇',
      note: '版次推定的按推定的算。',
      by: '版次',
      unit: '篇',
      rows: pages.map((page) => ({
        label: page === UNKNOWN_PAGE ? '版次不详' : `第${page}版`,
        value: count((each) => each.page === page),
      })),
    },
    {
      id: 'lengths',
      title: '文章有多长',
      note: '正文的字数，空格不计；只有图片说明的不算在内。',
      by: '字数',
      unit: '篇',
      rows: [...STEPS, Number.POSITIVE_INFINITY].map((to, index) => {
        const from = STEPS[index - 1] ?? 0;
        return {
          label:
            to === Number.POSITIVE_INFINITY
              ? `${from} 字以上`
              : `${from === 0 ? '不到' : `${from}—`}${to} 字`,
          value: lengths.filter((length) => length >= from && length < to).length,
        };
      }),
    },
    ...(['person', 'place', 'organisation'] as const).map(
      (kind): Series => ({
        id: kind,
        title: `提到最多的${KIND_LABELS[kind]}`,
        note: `提到的文章篇数，前 ${MOST_NAMES} 位；只算编者核定过的名字。`,
        by: KIND_LABELS[kind],
        unit: '篇',
        rows: records
          .filter(({ name, mentions }) => name.kind === kind && mentions.length > 0)
          .map(({ name, mentions }) => ({ label: name.headword, value: mentions.length }))
          .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1))
          .slice(0, MOST_NAMES),
      }),
    ),
    {
      id: 'status',
      title: '校对到哪里了',
      note: '未校对的由程序整理，还没有人读过；已复核的先后有两个人读过。',
      by: '状态',
      unit: '篇',
      rows: STATUSES.map((status) => ({
        label: STATUS_NAMES[status],
        value: count((each) => each.status === status),
      })),
    },
    {
      id: 'missing',
      title: '缺什么',
      note: '知道缺的才数得出来。整期整版的缺漏另见“缺哪些报”。',
      by: '缺漏',
      unit: '处',
      rows: [
        {
          label: '日期没有印出，推定',
          value: issues.filter(({ dateSource }) => dateSource === 'inferred').length,
        },
        {
          label: '版次不详',
          value: issues.flatMap((issue) => issue.pages).filter(({ page }) => page === UNKNOWN_PAGE).length,
        },
        {
          label: '前半在别的版上',
          value: count(
            ({ jumpFrom, doubts }) =>
              jumpFrom !== undefined || doubts.some(({ code }) => code === BEGINNING_MISSING),
          ),
        },
        { label: '后半在别的版上', value: count(({ jumpTo }) => jumpTo !== undefined) },
        { label: '标题代拟', value: count(({ headlineSource }) => headlineSource === 'derived') },
        {
          label: '有图片说明而没有图片',
          value: count(({ blocks }) => blocks.some(({ kind }) => kind === 'caption' || kind === 'credit')),
        },
      ],
    },
  ];
}

/** Issues of every month from the first to the last, months without any too. */
function countMonths(issues: readonly Issue[]): Row[] {
  const months = issues.map(({ date }) => date.slice(0, 7)).sort();
  const last = months.at(-1);
  const rows: Row[] = [];
  for (
    let month = months[0];
    month !== undefined && last !== undefined && month <= last;
    month = nextMonth(month)
  )
    rows.push({
      label: formatDate(`${month}-01`).replace(/\d+日$/u, ''),
      value: months.filter((each) => each === month).length,
    });
  return rows;
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
