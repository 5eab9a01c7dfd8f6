import { type Citable, formatPages } from './citable.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
// MLA shortens the months of more than four letters.
const SHORT_MONTHS = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

const split = (date: string) => date.split('-').map(Number) as [number, number, number];

/** “北京书市”丰台… inside quotation marks is ‘北京书市’丰台…. */
const SWAPPED: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };
const quote = (title: string) => `“${title.replace(/[“”‘’]/gu, (mark) => SWAPPED[mark]!)}.”`;

const titleOf = ({ title, deck }: Citable) =>
  title === undefined ? '[Withdrawn article].' : quote(deck ? `${title}：${deck}` : title);

/** Chinese names stand as printed: family name first, nothing inverted, nothing romanised. */
function joinNames(names: readonly string[], most: number): string {
  if (names.length === 0) return '';
  if (names.length > most) return `${names[0]} et al. `;
  if (names.length <= 2) return `${names.join(' and ')}. `;
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}. `;
}

/**
 * Chicago Manual of Style, bibliography entry of a newspaper article online; an inferred date in brackets
 * with a question mark, no page (Chicago leaves it out of newspapers).
 */
export function formatChicago(citable: Citable): string {
  const [year, month, day] = split(citable.date);
  const date = `${MONTHS[month - 1]} ${day}, ${year}`;
  const reprint = citable.reprintedFrom ? ` Reprinted from ${citable.reprintedFrom}.` : '';
  return `${joinNames(citable.authors, 6)}${titleOf(citable)} ${citable.newspaper}, ${citable.inferred ? `[${date}?]` : date}.${reprint} ${citable.url}.`;
}

/**
 * MLA Handbook, works-cited entry; the archive is the second container.
 *
 * @param accessed day on which the reader looked, `YYYY-MM-DD`
 */
export function formatMla(citable: Citable, accessed?: string): string {
  const [year, month, day] = split(citable.date);
  const date = `${day} ${SHORT_MONTHS[month - 1]} ${year}`;
  const { pages } = citable;
  const numbers = pages.map((page) => String(Number(page)));
  const page = pages.length === 0 ? '' : `, ${pages.length > 1 ? 'pp.' : 'p.'} ${formatPages(numbers, ', ')}`;
  const names = citable.authors.length > 2 ? joinNames(citable.authors, 1) : joinNames(citable.authors, 2);
  const reprint = citable.reprintedFrom ? ` Originally published in ${citable.reprintedFrom}.` : '';
  const seen = accessed ? ` Accessed ${formatAccess(accessed)}.` : '';
  return `${names}${titleOf(citable)} ${citable.newspaper}, ${citable.inferred ? `[${date}]` : date}${page}. ${citable.archive}, ${citable.url}.${reprint}${seen}`;
}

function formatAccess(accessed: string): string {
  const [year, month, day] = split(accessed);
  return `${day} ${SHORT_MONTHS[month - 1]} ${year}`;
}
