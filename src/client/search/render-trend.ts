import type { Trend } from '../../search/engine/count-trend.ts';
import { EMPTY_REQUEST, MOST_PHRASES, type SearchRequest } from '../../search/request.ts';
import { make } from './dom.ts';
import { addressOf } from './render-paging.ts';
import { renderSelect } from './render-select.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 200;
const FOOT = 28;
/** Between a bar and its number, and from one number to the next. */
const GAP = 4;
/** Numbers at bars are notes: of the size of text they have at most so much. */
const NOTE = 0.84;
/** A frame that is not on the page yet is taken to be no wider. */
const WIDEST = 720;
/** A bar with less room than this could not be pressed. */
const NARROWEST = 9;
/** So many times the size of text is a digit of a label wide, and the room beside the label. */
const DIGIT = 0.5;
const ROOM = 1;

/** Hits over time: fields for the phrases, a picture of bars, and its table, which says the same. */
export function renderTrend(trend: Trend, request: SearchRequest): HTMLElement[] {
  if (trend.phrases.length === 0) return [renderTools(request)];
  const figureOf = (hits: number, characters: number) =>
    request.scale === 'absolute' ? hits : characters === 0 ? 0 : (hits / characters) * 10_000;
  const open = (phrase: string, period: string) =>
    addressOf({
      ...EMPTY_REQUEST,
      q: phrase,
      mode: request.mode,
      chosen: { ...request.chosen, [request.unit]: [period] },
    });
  const show = (value: number) => (request.scale === 'absolute' ? String(value) : value.toFixed(2));
  return [
    renderTools(request),
    renderKey(trend),
    frameBars((room) => drawBars(trend, room, figureOf, open, show)),
    renderTable(trend, request, figureOf, open, show),
  ];
}

type Value = (hits: number, characters: number) => number;
type Open = (phrase: string, period: string) => string;

function renderTools(request: SearchRequest): HTMLElement {
  const fields = Array.from({ length: MOST_PHRASES - 1 }, (_, at) =>
    make(
      'label',
      {},
      `第 ${at + 2} 词`,
      make('input', { type: 'text', name: 'phrase', value: request.phrases[at] ?? '', size: 8 }),
    ),
  );
  return make(
    'div',
    { class: 'trend-tools' },
    ...fields,
    renderSelect(
      'unit',
      '每',
      [
        ['year', '年'],
        ['month', '月'],
      ],
      request.unit,
    ),
    renderSelect(
      'scale',
      '计',
      [
        ['absolute', '次数'],
        ['relative', '每万字次数'],
      ],
      request.scale,
    ),
    make('button', { class: 'tool' }, '画出'),
  );
}

function renderKey({ phrases, periods }: Trend): HTMLElement {
  const explain = (look: string, meaning: string) => {
    const sample = draw('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' });
    sample.append(draw('rect', { x: 1, y: 1, width: 8, height: 8, class: look }));
    return make('span', {}, sample, meaning);
  };
  return make(
    'p',
    { class: 'trend-key' },
    ...phrases.map((phrase, at) => explain(`bar-${at + 1}`, phrase)),
    periods.some(({ characters }) => characters === 0) ? explain('none', '未收') : undefined,
  );
}

/** The picture in its frame, drawn anew where a phone is turned or a window pulled wider. */
function frameBars(drawIn: (room: number) => SVGElement): HTMLElement {
  const frame = make('div', { class: 'trend scrolling', tabindex: 0, role: 'group', 'aria-label': '趋势图' });
  let drawn = 0;
  const fill = () => {
    // Not yet on the page, it has no width: the column's is near enough.
    const room = frame.clientWidth || Math.min(WIDEST, innerWidth - 32);
    if (room === drawn) return;
    drawn = room;
    const bars = () => [...frame.querySelectorAll<SVGElement>('a')];
    const focused = bars().indexOf(document.activeElement as SVGElement);
    frame.replaceChildren(drawIn(room));
    bars()[focused]?.focus({ preventScroll: true });
  };
  fill();
  // In the next frame: what changes the size of what is observed must not do so while it is told of it.
  new ResizeObserver(() => requestAnimationFrame(fill)).observe(frame);
  return frame;
}

/** @param room width of the column, in pixels */
function drawBars(
  { phrases, periods }: Trend,
  room: number,
  figureOf: Value,
  open: Open,
  show: (value: number) => string,
): SVGElement {
  const highest = Math.max(
    1e-9,
    ...periods.flatMap(({ hits, characters }) => hits.map((count) => figureOf(count, characters))),
  );
  // As wide as the column, so that the years are as large as other text; many months scroll.
  const width = Math.max(room, periods.length * phrases.length * NARROWEST);
  const step = width / periods.length;
  const thick = Math.min(phrases.length === 1 ? 24 : 32, (step * 0.8) / phrases.length);
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize);
  const picture = draw('svg', {
    viewBox: `0 ${-size - GAP} ${width} ${HEIGHT + FOOT + size + GAP}`,
    role: 'group',
    'aria-label': '历年次数；表中有同样的数',
  });
  if (width > room) picture.style.minInlineSize = `${width}px`;
  // All bars have their numbers, or none: the longest decides whether there is room.
  const longest = Math.max(
    ...periods.flatMap(({ hits, characters }) =>
      hits.map((count) => show(figureOf(count, characters)).length),
    ),
  );
  const isNumbered = longest * DIGIT * NOTE * size + GAP <= (phrases.length === 1 ? step : thick);
  const number = (value: number, x: number, height: number) => {
    const text = draw('text', {
      x,
      y: HEIGHT - height - GAP,
      'text-anchor': 'middle',
      'aria-hidden': 'true',
    });
    text.textContent = show(value);
    return text;
  };
  // So many labels fit side by side.
  const wide = (DIGIT * (periods[0]?.period.length ?? 0) + ROOM) * size;
  const every = Math.ceil((periods.length * wide) / width);
  periods.forEach(({ period, characters, hits }, at) => {
    const middle = step * (at + 0.5);
    if (characters === 0) {
      // No issue of this time is in the archive: that is not the same as no hit.
      picture.append(draw('rect', { class: 'none', x: step * at, y: 0, width: step, height: HEIGHT }));
    }
    hits.forEach((count, phrase) => {
      const value = figureOf(count, characters);
      const x = middle - (thick * phrases.length) / 2 + thick * phrase;
      const height = value === 0 ? 0 : Math.max(1, (value / highest) * HEIGHT);
      if (isNumbered && characters > 0) picture.append(number(value, x + thick / 2, height));
      if (value === 0) return;
      const link = draw('a', {
        href: open(phrases[phrase]!, period),
        'data-search-link': '',
        'aria-label': `${period}，${phrases[phrase]}：${show(value)}`,
      });
      link.append(
        draw('rect', {
          class: `bar-${phrase + 1}`,
          x,
          y: HEIGHT - height,
          width: thick,
          height,
        }),
      );
      picture.append(link);
    });
    if (at % every === 0) {
      // None runs over the edge of the picture.
      const [x, anchor] =
        middle < wide / 2
          ? [step * at, 'start']
          : middle > width - wide / 2
            ? [step * (at + 1), 'end']
            : [middle, 'middle'];
      const label = draw('text', { x, y: HEIGHT + 20, 'text-anchor': anchor });
      label.textContent = period;
      picture.append(label);
    }
  });
  picture.append(draw('line', { class: 'axis', x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT }));
  return picture;
}

function renderTable(
  { phrases, periods }: Trend,
  request: SearchRequest,
  figureOf: Value,
  open: Open,
  show: (value: number) => string,
): HTMLElement {
  const unit = request.unit === 'year' ? '年份' : '月份';
  return make(
    'details',
    { class: 'trend-figures' },
    make('summary', {}, '看表'),
    make(
      'table',
      { class: 'trend-table', 'data-search-trend': phrases.length },
      make('caption', { class: 'hidden' }, request.scale === 'absolute' ? '次数' : '每万字次数'),
      make(
        'thead',
        {},
        make('tr', {}, ...[unit, ...phrases, '字数'].map((label) => make('th', { scope: 'col' }, label))),
      ),
      make(
        'tbody',
        {},
        ...periods.map(({ period, characters, hits }) =>
          make(
            'tr',
            {},
            make('th', { scope: 'row' }, period),
            ...hits.map((count, at) => {
              const value = characters === 0 ? '–' : show(figureOf(count, characters));
              const cell =
                count === 0
                  ? value
                  : make('a', { href: open(phrases[at]!, period), 'data-search-link': true }, value);
              return make('td', {}, cell);
            }),
            make('td', {}, characters === 0 ? '未收' : String(characters)),
          ),
        ),
      ),
    ),
  );
}

function draw(tag: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  return element;
}
