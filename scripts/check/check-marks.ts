import type { Article } from '../../src/model.ts';
import { excerpt, textsOf } from './article-texts.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

const PAIRS = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
]);
const CLOSING = new Map([...PAIRS].map(([open, close]) => [close, open]));
const HALF_WIDTH =
  /(?<=[\p{Script=Han}”’》）])[,;:?!()](?=[\p{Script=Han}“‘《（]|$)|(?<=\p{Script=Han})[()]|[()](?=\p{Script=Han})/gu;
// A slip of the scanner inside a number, or a day, month, hour or year that there is not.
const ODD_NUMBERS: readonly RegExp[] = [
  /\d[OoIl|]\d|\d[Oo](?=[年月日%％个万亿元])|(?<=[^A-Za-z\d])[OoIl]\d+(?=[年月日%％])/gu,
  /[０-９]+(?=\d)|\d(?=[０-９])/gu,
  /(?<!\d)\d{5,}年(?!前)/gu,
  /\d+\.\d+\.\d+(?=[%％亿万元])/gu,
  /(?<![\d.])0\d+(?=[个名人万亿元%％])/gu,
  /\d+[，,]\s*\d{1,2}(?=[%％个名人万亿元])/gu,
];
const DATE = /(?<!\d)(\d{1,2})月(\d{1,2})日/gu;
// 3000年的古城 is a span of time.
const YEAR = /(?<!\d)(\d{4})年(?=\d{1,2}月|[至到—－度底初末])/gu;
const HOUR = /(?<!\d)(\d{1,2})[时点：](\d{1,2})分/gu;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Marks and numbers: unpaired quotation marks and brackets, half-width punctuation, odd numbers and dates. */
export function checkMarks({ articles, lines }: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const article of articles) {
    findings.push(...unpaired(article, lines));
    for (const place of textsOf(article)) {
      const { text } = place;
      const report = (code: Finding['code'], at: number, words: string, expected: string, remedy: string) =>
        findings.push({
          code,
          file: article.file,
          line: lines.text(article, place),
          found: `“${excerpt(text, at, at + words.length)}”`,
          expected,
          remedy,
          text: words,
          about: article.name,
        });
      for (const match of text.matchAll(HALF_WIDTH))
        report('marks-half-width', match.index, match[0], '全角标点', '改成全角。');
      const numbers = ODD_NUMBERS.flatMap((pattern) => [...text.matchAll(pattern)]);
      for (const match of numbers)
        report('number-odd', match.index, match[0], '写法一致的数字', '对照扫描文本改正。');
      for (const match of text.matchAll(DATE)) {
        const [month, day] = [Number(match[1]), Number(match[2])];
        if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]!)
          report('date-impossible', match.index, match[0], '真实存在的日期', '对照扫描文本改正。');
      }
      for (const match of text.matchAll(YEAR)) {
        if (Number(match[1]) > Number(article.date.slice(0, 4)) + 50 || Number(match[1]) < 1000)
          report('date-impossible', match.index, match[0], '可能的年份', '对照扫描文本改正。');
      }
      for (const match of text.matchAll(HOUR)) {
        if (Number(match[1]) > 24 || Number(match[2]) > 59)
          report('date-impossible', match.index, match[0], '可能的时刻', '对照扫描文本改正。');
      }
    }
  }
  return findings;
}

function unpaired(article: Article, lines: CheckContext['lines']): Finding[] {
  const findings: Finding[] = [];
  const open: { mark: string; at: number; place: ReturnType<typeof textsOf>[number] }[] = [];
  const report = (place: ReturnType<typeof textsOf>[number], at: number) => {
    const mark = place.text[at]!;
    const other = PAIRS.get(mark) ?? CLOSING.get(mark)!;
    findings.push({
      code: 'marks-unpaired',
      file: article.file,
      line: lines.text(article, place),
      found: `“${excerpt(place.text, at)}”的 ${mark}`,
      expected: `配对的 ${other}`,
      remedy: `补上 ${other}，或改正 ${mark}；若报上就是这样印的，在篇首 exceptions 里写明理由。`,
      text: excerpt(place.text, at, at + 1, 4).replaceAll('…', ''),
      about: article.name,
    });
  };
  for (const place of textsOf(article)) {
    for (let at = 0; at < place.text.length; at++) {
      const mark = place.text[at]!;
      if (PAIRS.has(mark)) {
        // A quotation of several paragraphs opens each of them anew and closes once.
        if (at === 0 && place.field === 'block' && open.at(-1)?.mark === mark) open.pop();
        open.push({ mark, at, place });
      } else if (CLOSING.has(mark)) {
        // An apostrophe between letters closes nothing.
        if (mark === '’' && /^[A-Za-z]’[A-Za-z]/u.test(place.text.slice(at - 1, at + 2))) continue;
        const index = open.map((item) => item.mark).lastIndexOf(CLOSING.get(mark)!);
        if (index < 0) {
          // What was opened on another page is closed here.
          const begins =
            article.jumpFrom !== undefined || article.doubts.some(({ code }) => code === 'beginningMissing');
          if (!begins || open.length > 0) report(place, at);
          continue;
        }
        for (const item of open.splice(index + 1)) report(item.place, item.at);
        open.pop();
      }
    }
    // Only a quotation runs on into the next paragraph.
    while (open.length > 0 && (place.field !== 'block' || open.at(-1)!.mark !== '“')) {
      const item = open.pop()!;
      report(item.place, item.at);
    }
  }
  if (article.jumpTo === undefined) for (const item of open) report(item.place, item.at);
  return findings;
}
