import { type Citable, formatPages, WITHDRAWN_TITLE } from './citable.ts';

/** A CSL-JSON item of the type that CSL calls article-newspaper. */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: { literal: string }[];
  'container-title': string;
  page?: string;
  section?: string;
  issued: { 'date-parts': [[number, number, number]]; circa?: true };
  accessed?: { 'date-parts': [[number, number, number]] };
  URL: string;
  language: 'zh-CN';
  source: string;
  note?: string;
}

const parts = (date: string) => [date.split('-').map(Number)] as [[number, number, number]];

/** Facts that no field of these formats holds. */
function notesOf({ inferred, reprintedFrom, title }: Citable): string[] {
  return [
    ...(title === undefined ? ['此文已撤下'] : []),
    ...(inferred ? ['报上未印日期，日期系推定'] : []),
    ...(reprintedFrom ? [`原文刊载于《${reprintedFrom}》`] : []),
  ];
}

const fullTitle = ({ title, deck }: Citable) =>
  title === undefined ? WITHDRAWN_TITLE : deck ? `${title}：${deck}` : title;

/**
 * CSL-JSON. An inferred date is `circa`.
 *
 * @param accessed day on which the reader looked, `YYYY-MM-DD`
 */
export function toCsl(citable: Citable, accessed?: string): CslItem {
  const notes = notesOf(citable);
  return {
    id: citable.name,
    type: 'article-newspaper',
    title: fullTitle(citable),
    ...(citable.authors.length > 0 && { author: citable.authors.map((literal) => ({ literal })) }),
    'container-title': citable.newspaper,
    ...(citable.pages.length > 0 && { page: formatPages(citable.pages, ', ') }),
    ...(citable.section !== undefined && { section: citable.section }),
    issued: { 'date-parts': parts(citable.date), ...(citable.inferred && { circa: true as const }) },
    ...(accessed !== undefined && { accessed: { 'date-parts': parts(accessed) } }),
    URL: citable.url,
    language: 'zh-CN',
    source: citable.archive,
    ...(notes.length > 0 && { note: notes.join('；') }),
  };
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escapeLatex = (text: string) =>
  text.replace(/[\\~^]|[&%$#_{}]/gu, (character) => LATEX[character] ?? `\\${character}`);

/** BibTeX, with the fields that biblatex reads beside those that BibTeX does. */
export function formatBibtex(citable: Citable, accessed?: string): string {
  const [year, month, day] = citable.date.split('-');
  const notes = notesOf(citable);
  const fields: [string, string][] = [
    ...(citable.authors.length > 0
      ? [
          ['author', citable.authors.map((author) => `{${escapeLatex(author)}}`).join(' and ')] as [
            string,
            string,
          ],
        ]
      : []),
    ['title', `{${escapeLatex(fullTitle(citable))}}`],
    ['journal', escapeLatex(citable.newspaper)],
    ['entrysubtype', 'newspaper'],
    ['date', `${year}-${month}-${day}${citable.inferred ? '?' : ''}`],
    ['year', year!],
    ['month', String(Number(month))],
    ['day', String(Number(day))],
    ...(citable.pages.length > 0
      ? [['pages', formatPages(citable.pages, ', ').replace('-', '--')] as [string, string]]
      : []),
    ['url', citable.url],
    ...(accessed ? [['urldate', accessed] as [string, string]] : []),
    ['language', 'chinese'],
    ...(notes.length > 0 ? [['note', escapeLatex(notes.join('；'))] as [string, string]] : []),
  ];
  const key = `fengtai-${citable.name.replaceAll('/', '-')}`;
  return `@article{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}\n`;
}

/** RIS (TY - NEWS). Lines end with CR LF, as its specification has it. */
export function formatRis(citable: Citable, accessed?: string): string {
  const lines: [string, string][] = [
    ['TY', 'NEWS'],
    ...citable.authors.map((author): [string, string] => ['AU', author]),
    ['TI', fullTitle(citable)],
    ['T2', citable.newspaper],
    ['PY', citable.date.slice(0, 4)],
    ['DA', `${citable.date.replaceAll('-', '/')}/`],
    ...(citable.pages.length > 0
      ? [
          ['SP', citable.pages[0]!] as [string, string],
          ...(citable.pages.length > 1 ? [['EP', citable.pages.at(-1)!] as [string, string]] : []),
        ]
      : []),
    ...(citable.section !== undefined ? [['SE', citable.section] as [string, string]] : []),
    ['LA', 'zh-CN'],
    ['DB', citable.archive],
    ['UR', citable.url],
    ...(accessed ? [['Y2', `${accessed.replaceAll('-', '/')}/`] as [string, string]] : []),
    ...notesOf(citable).map((note): [string, string] => ['N1', note]),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}
