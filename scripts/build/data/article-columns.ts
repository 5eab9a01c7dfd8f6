import type { DataArticle } from '../../../src/model.ts';
import type { Column } from './write-table.ts';

/** Columns of `data/articles.csv`. What has several values is joined with “；”. */
export const ARTICLE_COLUMNS: readonly Column<DataArticle>[] = [
  { name: 'name', type: 'string', description: '文章的名字', value: ({ name }) => name },
  { name: 'date', type: 'date', description: '日期', value: ({ date }) => date },
  {
    name: 'dateSource',
    type: 'string',
    description: '日期 printed 印在报上，inferred 推定',
    value: ({ dateSource }) => dateSource,
  },
  { name: 'page', type: 'string', description: '版次；空的是版次不详', value: ({ page }) => page },
  { name: 'order', type: 'integer', description: '在这一版上的先后', value: ({ order }) => order },
  { name: 'section', type: 'string', description: '栏目', value: ({ section }) => section },
  { name: 'kicker', type: 'string', description: '引题', value: ({ kicker }) => kicker },
  { name: 'headline', type: 'string', description: '主题', value: ({ headline }) => headline },
  {
    name: 'headlineSource',
    type: 'string',
    description: '主题 printed 印在报上，derived 编者代拟',
    value: ({ headlineSource }) => headlineSource,
  },
  { name: 'deck', type: 'string', description: '副题', value: ({ deck }) => deck },
  {
    name: 'authors',
    type: 'string',
    description: '署名',
    value: ({ bylines }) => bylines.map(({ name }) => name).join('；'),
  },
  {
    name: 'reprintedFrom',
    type: 'string',
    description: '原文刊载于',
    value: ({ reprintedFrom }) => reprintedFrom,
  },
  { name: 'eventDate', type: 'date', description: '所记之事的日期', value: ({ eventDate }) => eventDate },
  { name: 'topics', type: 'string', description: '所属专题', value: ({ topics }) => topics.join('；') },
  {
    name: 'status',
    type: 'string',
    description: 'machine 未校对，proofread 已校对，validated 已复核',
    value: ({ status }) => status,
  },
  { name: 'characters', type: 'integer', description: '正文字数', value: ({ characters }) => characters },
  { name: 'text', type: 'string', description: '正文，一块一行', value: ({ text }) => text },
  { name: 'url', type: 'string', description: '网页地址', value: ({ url }) => url },
];
