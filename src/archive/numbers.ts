import type { Article } from '../model.ts';

/** A number with its unit as it is printed: 8100亿元, 3.4万余名, 6.4个百分点. */
export interface PrintedNumber {
  text: string;
  /** Offsets `[from, to)` in the text that it was found in. */
  from: number;
  to: number;
  /** Its size, 万 and 亿 counted in; for ordering only, never shown. */
  value: number;
  unit: string;
}

/** A statement of an article that gives numbers. */
export interface NumberedStatement {
  article: Article;
  /** `p4`: the paragraph on the article's page. */
  anchor: string;
  /** The sentence, or those clauses of a long one that hold the number; each a run, numbers apart. */
  runs: { text: string; number: boolean }[];
  /** The number that says most. */
  chief: PrintedNumber;
  /** Whether something of the sentence is left out before or after. */
  cut: { before: boolean; after: boolean };
}

/**
 * Units, with what must not follow: 24家庭, 2023人才 and 5个月 are no counts. Longer ones first, for the first
 * that fits is taken. Dates, page numbers, ordinals and ages have units that are not listed.
 */
const UNITS = [
  '亿元',
  '万元',
  '元(?!旦|宵)',
  '个百分点',
  '平方公里',
  '平方千米',
  '平方米',
  '立方米',
  '公里',
  '千米',
  '米(?![兰其])',
  '公顷',
  '亩',
  '吨',
  '千伏',
  '人次',
  '家(?!庭|长|人|园|乡|政|电)',
  '个(?![人性体月])',
  '项(?!目)',
  '件(?!套)',
  '户(?!口|籍|外)',
  '人(?![大才民均工力口])',
  '名(?!单|录|额)',
  '支(?!援|持|部|付|出|撑)',
  '条(?!件|例)',
  '座(?!谈)',
  '处(?!理|长|级|于)',
  '所(?![以有在])',
  '栋',
  '套(?!餐)',
  '辆',
  '场(?!景|地|馆|所)',
  '次(?!序|要)',
  '倍(?!增)',
  '％',
  '%',
];
const FIGURE = String.raw`\d+(?:[,，]\d{3})*(?:\.\d+)?`;
const NUMBER = new RegExp(
  // Not the middle of a longer number, of a date, of 第3次 or of a name like A5.
  `(?<![\\d.,，第+A-Za-z-]|\\d[~～—至])(${FIGURE})([余多]?[百千万亿]*[余多]?)(${UNITS.join('|')})`,
  'gu',
);
const SENTENCE = /[^。！？；]*[。！？；]+[”’）]*|[^。！？；]+$/gu;
const CLAUSE = /[^，、：]*[，、：]|[^，、：]+$/gu;
const LONGEST = 90;
const RESULT = /累计|达到?|实现|完成|同比|增长|超过?|突破|新增|投资|建成|吸引|落地|总/u;
const MONEY_OR_LAND = /元$|平方|公里|公顷|亩/u;
const SMALLEST_COUNT = 10;

/**
 * Finds the numbers that say how much or how many. A small count (2个, 3项) says little and is left out.
 *
 * @param text of one block
 */
export function findNumbers(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [printed, figure, power, unit] = match as unknown as [string, string, string, string];
    const value = Number(figure.replace(/[,，]/gu, '')) * powerOf(power + unit);
    if (value < SMALLEST_COUNT && !/[%％倍]|百分点|元$/u.test(unit)) continue;
    found.push({ text: printed, from: match.index, to: match.index + printed.length, value, unit });
  }
  return found;
}

function powerOf(text: string): number {
  let power = 1;
  if (text.includes('亿')) power *= 1e8;
  if (text.includes('万')) power *= 1e4;
  if (text.includes('千') && !/千[伏米]/u.test(text)) power *= 1e3;
  if (text.includes('百') && !text.includes('百分点')) power *= 100;
  return power;
}

/**
 * The statements with numbers that say most, of all articles given, in the order of the articles.
 *
 * @param articles published articles, in the order wanted
 * @param most how many
 */
export function listNumberedStatements(articles: readonly Article[], most: number): NumberedStatement[] {
  const all: { statement: NumberedStatement; weight: number; position: number }[] = [];
  const seen = new Set<string>();
  for (const article of articles) {
    article.blocks.forEach((block, index) => {
      if (block.kind !== 'paragraph') return;
      for (const [sentence] of block.text.matchAll(SENTENCE)) {
        const numbers = findNumbers(sentence);
        // A reprint says it once more.
        if (numbers.length === 0 || seen.has(sentence)) continue;
        seen.add(sentence);
        const chief = numbers.reduce((best, number) =>
          weigh(number, sentence) > weigh(best, sentence) ? number : best,
        );
        const statement = { article, anchor: `p${index + 1}`, chief, ...shorten(sentence, chief) };
        all.push({ statement, weight: weigh(chief, sentence), position: all.length });
      }
    });
  }
  return all
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
    .slice(0, most)
    .sort((a, b) => a.position - b.position)
    .map(({ statement }) => statement);
}

function weigh({ value, unit, from }: PrintedNumber, sentence: string): number {
  const share = /[%％倍]|百分点/u.test(unit);
  const near = sentence.slice(Math.max(0, from - 12), from);
  return (
    (share ? 2.5 : Math.min(Math.log10(value), 6)) +
    (MONEY_OR_LAND.test(unit) ? 1 : 0) +
    (RESULT.test(near) ? 1.5 : 0)
  );
}

/** The sentence, or of a long one the clauses around its chief number. */
function shorten(sentence: string, chief: PrintedNumber): Pick<NumberedStatement, 'runs' | 'cut'> {
  let [from, to] = [0, sentence.length];
  if (sentence.length > LONGEST) {
    const clauses = [...sentence.matchAll(CLAUSE)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    let first = clauses.findIndex((clause) => clause.to > chief.from);
    let last = first;
    for (;;) {
      const [before, after] = [clauses[first - 1], clauses[last + 1]];
      const length = clauses[last]!.to - clauses[first]!.from;
      if (after && length + after.to - after.from <= LONGEST) last += 1;
      else if (before && length + before.to - before.from <= LONGEST) first -= 1;
      else break;
    }
    [from, to] = [clauses[first]!.from, clauses[last]!.to];
  }
  const text = sentence.slice(from, to);
  const runs: NumberedStatement['runs'] = [];
  let at = 0;
  for (const number of findNumbers(text)) {
    if (number.from > at) runs.push({ text: text.slice(at, number.from), number: false });
    runs.push({ text: number.text, number: true });
    at = number.to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), number: false });
  return { runs, cut: { before: from > 0, after: to < sentence.length } };
}
