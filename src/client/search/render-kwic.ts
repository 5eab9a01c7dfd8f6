import type { Context, ContextPage } from '../../search/engine/list-contexts.ts';
import { type SearchRequest, type Sort, WIDTHS } from '../../search/request.ts';
import { make } from './dom.ts';
import { renderPaging } from './render-paging.ts';
import { renderSelect } from './render-select.ts';

const SORT_LABELS: [Sort, string][] = [
  ['date', '按日期'],
  ['left', '按左文'],
  ['right', '按右文'],
];

/**
 * A page of hits, each a line, the phrase in the middle column.
 *
 * @param hitAddress address of an article at one of its hits
 */
export function renderKwic(
  { hits, pages, page, lines }: ContextPage,
  request: SearchRequest,
  hitAddress: (context: Context) => string,
): HTMLElement[] {
  const row = (context: Context) =>
    make(
      'tr',
      {},
      make(
        'td',
        { class: 'l' },
        // Runs from the hit outwards, so that what has no room is cut off at the far end.
        make('span', {}, make('bdi', { dir: 'ltr' }, [...context.left].slice(-request.width).join(''))),
      ),
      make('td', { class: 'k' }, context.key),
      make('td', { class: 'r' }, make('span', {}, [...context.right].slice(0, request.width).join(''))),
      make(
        'td',
        { class: 's' },
        make(
          'a',
          {
            class: 'quiet',
            href: hitAddress(context),
            'aria-label': `${context.date}，第 ${context.number} 处`,
          },
          context.date,
        ),
      ),
    );
  const table = make(
    'table',
    { class: 'kwic', 'data-search-kwic': hits },
    make('caption', { class: 'hidden' }, `“${request.q}”逐处对齐，第 ${page} 页，共 ${pages} 页`),
    make(
      'colgroup',
      {},
      make('col'),
      make('col', { class: 'key-column' }),
      make('col'),
      make('col', { class: 'date-column' }),
    ),
    make(
      'thead',
      {},
      make('tr', {}, ...['左文', '命中', '右文', '日期'].map((label) => make('th', { scope: 'col' }, label))),
    ),
    make('tbody', {}, ...lines.map(row)),
  );
  // The middle column is as wide as the hits need; the widest contexts are wider than most windows, and scroll.
  table.style.setProperty('--key', String(Math.max(...lines.map(({ key }) => [...key].length))));
  if (request.width === WIDTHS.at(-1)) table.dataset.wide = '';
  return [
    make(
      'div',
      { class: 'kwic-frame scrolling', tabindex: 0, role: 'group', 'aria-label': '逐处对齐' },
      table,
    ),
    renderPaging({ pages }, request),
  ];
}

/** Scrolls lines that are wider than the window so that the phrase is in its middle. */
export function centreKey(results: HTMLElement): void {
  const frame = results.querySelector<HTMLElement>('.kwic-frame');
  const key = frame?.querySelector<HTMLElement>('.k');
  if (frame && key) frame.scrollLeft = key.offsetLeft + (key.offsetWidth - frame.clientWidth) / 2;
}

/**
 * Sorting, width, copying: the tools above the lines. They are fields of the search's form.
 *
 * @param write gives all lines, not only those of the page that is shown
 */
export function renderKwicTools(
  request: SearchRequest,
  write: (separator: ',' | '\t') => Promise<string>,
): HTMLElement {
  const copy = make('button', { type: 'button', class: 'tool', 'data-kwic-copy': true }, '复制');
  copy.addEventListener('click', async () => {
    // A browser lets a page write while it answers a click: it is given the promise, not the text.
    const text = write('\t').then((lines) => new Blob([lines], { type: 'text/plain' }));
    copy.textContent = await succeed(async () =>
      navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]),
    ).then((done) => (done ? '已复制' : '没有复制成'));
  });
  const save = make('button', { type: 'button', class: 'tool', 'data-kwic-save': true }, '存为 CSV');
  save.addEventListener('click', async () => {
    const saved = await succeed(async () => {
      // Excel takes UTF-8 for what it is only with a mark at the beginning.
      const file = new Blob(['\ufeff', await write(',')], { type: 'text/csv' });
      const link = make('a', { href: URL.createObjectURL(file), download: `${request.q.slice(0, 20)}.csv` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
    if (!saved) save.textContent = '没有存成';
  });
  return make(
    'div',
    { class: 'kwic-tools' },
    renderSelect('sort', '排列', SORT_LABELS, request.sort),
    renderSelect(
      'width',
      '左右各',
      WIDTHS.map((width) => [String(width), `${width} 字`]),
      String(request.width),
    ),
    copy,
    save,
  );
}

const succeed = (work: () => Promise<unknown>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  );
