import { fitLines, type Sizes } from './fit-lines.ts';
import type { Typeface } from './load-typeface.ts';

/** What a picture says. */
export interface PictureText {
  /** 报名, set as the nameplate. */
  newspaper: string;
  kicker?: string;
  headline: string;
  deck?: string;
  /** Date and page, or what the page is. */
  place: string;
  /** 日期推定 and the like, in dashed frames. */
  marks: readonly string[];
}

/** The two weights in which pictures are set. */
export interface Typefaces {
  regular: Typeface;
  bold: Typeface;
}

export const WIDTH = 1200;
export const HEIGHT = 630;

const PAPER = '#fcfcf9';
const INK = '#1a1a17';
const SOFT = '#4b4a45';
const SEAL = '#ad2117';
const MARGIN = 72;
const OPENING_MARK = /^[“‘《〈（【〔「『]/u;
const INNER = WIDTH - 2 * MARGIN;
/** From below the double rule to above the line of the place. */
const ROOM = { top: 160, bottom: 520 };

const HEADLINE: Sizes = [[88, 2], [76, 3], [64, 3], [56, 4], [48, 4], [40, 5], [32, 7], [24, 12]]; // biome-ignore format: a table
const SIDE: Sizes = [[34, 1], [30, 1], [26, 2], [22, 3], [18, 6]]; // biome-ignore format: a table

/**
 * The SVG of a picture for sharing: nameplate and seal over a double rule, kicker, headline and deck as the
 * paper ranks them, date and page at the foot. All type is outlines.
 */
export function composePicture(text: PictureText, { regular, bold }: Typefaces): string {
  const parts: string[] = [];

  // Nameplate and seal, over the double rule.
  parts.push(ink(bold.outline(text.newspaper, 56, MARGIN, 100)));
  const sealAt = MARGIN + bold.measure(text.newspaper, 56) + 16;
  parts.push(`<rect x="${sealAt}" y="50" width="34" height="60" fill="${SEAL}"/>`);
  parts.push(
    `<g fill="#fff">${bold.outline('存', 24, sealAt + 5, 76)}${bold.outline('档', 24, sealAt + 5, 103)}</g>`,
  );
  parts.push(
    `<path fill="${INK}" d="M${MARGIN} 128h${INNER}v4H${MARGIN}zM${MARGIN} 136h${INNER}v1H${MARGIN}z"/>`,
  );

  // The stack, in the middle of its room.
  const kicker = text.kicker && fitLines(text.kicker, INNER, SIDE, regular.measure);
  const deck = text.deck && fitLines(text.deck, INNER, SIDE, regular.measure);
  const sides = [kicker, deck].filter((side) => typeof side === 'object');
  const taken = sides.reduce((sum, side) => sum + side.lines.length * side.size * 1.4 + 24, 0);
  const sizes = HEADLINE.map(
    ([size, most]) =>
      [size, Math.min(most, Math.floor((ROOM.bottom - ROOM.top - taken) / (size * 1.3)))] as const,
  );
  const headline = fitLines(text.headline, INNER, sizes, bold.measure);
  const height = taken + headline.lines.length * headline.size * 1.3;
  let y = ROOM.top + Math.max(0, (ROOM.bottom - ROOM.top - height) / 2);
  const set = (lines: readonly string[], size: number, leading: number, face: Typeface, colour: string) => {
    for (const line of lines) {
      y += size * leading;
      const baseline = Math.round(y - size * (leading - 1) * 0.5 - size * 0.12);
      // The left half of an opening mark is blank: at the head of a line it hangs in the margin.
      const left = OPENING_MARK.test(line) ? MARGIN - size / 2 : MARGIN;
      parts.push(`<g fill="${colour}">${face.outline(line, size, left, baseline)}</g>`);
    }
  };
  if (kicker) {
    set(kicker.lines, kicker.size, 1.4, regular, SOFT);
    y += 24;
  }
  set(headline.lines, headline.size, 1.3, bold, INK);
  if (deck) {
    y += 24;
    set(deck.lines, deck.size, 1.4, regular, SOFT);
  }

  // Date and page; what is inferred stands in a dashed frame.
  parts.push(`<g fill="${SOFT}">${regular.outline(text.place, 30, MARGIN, 580)}</g>`);
  let x = MARGIN + regular.measure(text.place, 30) + 24;
  for (const mark of text.marks) {
    const wide = regular.measure(mark, 24);
    parts.push(
      `<rect x="${x}" y="550" width="${wide + 20}" height="40" fill="none" stroke="${SOFT}" stroke-width="2" stroke-dasharray="6 4"/>`,
      `<g fill="${SOFT}">${regular.outline(mark, 24, x + 10, 578)}</g>`,
    );
    x += wide + 36;
  }
  parts.push(`<rect x="${WIDTH - MARGIN - 20}" y="560" width="20" height="20" fill="${SEAL}"/>`);

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>${parts.join('')}</svg>`;
}

const ink = (paths: string) => `<g fill="${INK}">${paths}</g>`;
