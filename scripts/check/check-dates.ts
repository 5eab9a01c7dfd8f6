import { formatDate, weekdayOf } from '../../src/archive/dates.ts';
import { readFolio } from '../pipeline/read-folio.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

const DAY_IN_TEXT = /(\d{1,2})月(\d{1,2})日/gu;
/** A report is rarely older than this. */
const OLD = 120;
const DAY = 86_400_000;

/** Dates that disagree: issue and folio line, event and text. */
export function checkDates({ content, articles, lines }: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const issue of content.issues) {
    const file = `content/issues/${issue.date}.yaml`;
    for (const page of issue.pages) {
      const folio = readFolio(page.furniture.map(({ text }) => text));
      const report = (field: string, found: string, expected: string) =>
        findings.push({
          code: 'date-folio',
          file,
          line: lines.field(file, field),
          found,
          expected,
          remedy: '核对报眉；日期或版次收错了，用 npm run move 改正。',
          text: found,
          about: issue.date,
        });
      if (folio.date !== undefined && folio.date !== issue.date)
        report('date', `日期 ${issue.date}`, `报眉印的 ${folio.date}`);
      if (folio.page !== undefined && folio.page !== page.page)
        report('pages', `第 ${page.page} 版`, `报眉印的第 ${folio.page} 版`);
      if (folio.date === issue.date && folio.weekday !== undefined && folio.weekday !== weekdayOf(issue.date))
        report('date', `报眉印的${folio.weekday}`, `${formatDate(issue.date)}是${weekdayOf(issue.date)}`);
    }
  }
  for (const article of articles) {
    if (article.eventDate === undefined) continue;
    const report = (expected: string) =>
      findings.push({
        code: 'date-event',
        file: article.file,
        line: lines.field(article.file, 'eventDate'),
        found: `eventDate ${article.eventDate}`,
        expected,
        remedy: '照正文改正，或删去 eventDate。',
        text: article.eventDate!,
        about: article.name,
      });
    const days = new Set<string>();
    for (const { text } of [{ text: article.headline }, ...article.blocks])
      for (const [, month, day] of text.matchAll(DAY_IN_TEXT)) days.add(`${Number(month)}-${Number(day)}`);
    const [, month, day] = article.eventDate.split('-').map(Number);
    const age = (Date.parse(article.date) - Date.parse(article.eventDate)) / DAY;
    if (days.size > 0 && !days.has(`${month}-${day}`))
      report(`正文里有的日子：${[...days].map((found) => found.replace('-', '月')).join('日、')}日`);
    else if (age < 0) report(`不晚于出版日期 ${article.date}`);
    else if (age > OLD) report(`出版日期（${article.date}）之前 ${OLD} 天以内`);
  }
  return findings;
}
