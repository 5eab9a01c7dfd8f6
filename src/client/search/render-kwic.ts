import type { Context } from '../../search/engine/list-contexts.ts';
import { type SearchRequest, SORTS, WIDTHS } from '../../search/request.ts';
import { make } from './dom.ts';
import { renderPaging } from './render-paging.ts';

/** Lines on a page: a table of thousands would freeze a phone. */
const LINES = 100;

const SORT_LABELS = { date: '按日期', left: '按左文', right: '按右文' };

/**
 * Every hit as a line, the phrase in the middle column.
 *
 * @param hitAddress address of an article at one of its hits
 */
export function renderKwic(
  contexts: readonly Context[],
  request: SearchRequest,
  hitAddress: (context: Context) => string,
): HTMLElement[] {
  const pages = Math.max(1, Math.ceil(contexts.length / LINES));
  const page = Math.min(request.page, pages);
  const shown = contexts.slice((page - 1) * LINES, page * LINES);
  const row = (context: Context) =>
    make(
      'tr',
      {},
      make('td', { class: 'l' }, make('span', {}, [...context.left].slice(-request.width).join(''))),
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
    { class: 'kwic', 'data-search-kwic': contexts.length },
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
    make('tbody', {}, ...shown.map(row)),
  );
  // The middle column is as wide as the hits need.
  if (shown.some(({ key }) => [...key].length > 4)) table.dataset.key = 'long';
  return [
    make('div', { class: 'kwic-frame', tabindex: 0, role: 'group', 'aria-label': '逐处对齐' }, table),
    renderPaging({ pages }, request),
  ];
}

/** Sorting, width, copying: the tools above the lines. They are fields of the search's form. */
export function renderKwicTools(contexts: readonly Context[], request: SearchRequest): HTMLElement {
  const select = (name: string, label: string, options: [value: string, label: string][], chosen: string) =>
    make(
      'label',
      {},
      label,
      make(
        'select',
        { name },
        ...options.map(([value, text]) => make('option', { value, selected: value === chosen }, text)),
      ),
    );
  const copy = make('button', { type: 'button', class: 'tool' }, '复制');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(writeLines(contexts, request.width, '\t'));
    copy.textContent = '已复制';
  });
  const save = make('button', { type: 'button', class: 'tool' }, '存为 CSV');
  save.addEventListener('click', () => {
    // Excel takes UTF-8 for what it is only with a mark at the beginning.
    const file = new Blob(['\ufeff', writeLines(contexts, request.width, ',')], { type: 'text/csv' });
    const link = make('a', { href: URL.createObjectURL(file), download: `${request.q.slice(0, 20)}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  return make(
    'div',
    { class: 'kwic-tools' },
    select(
      'sort',
      '排列',
      SORTS.map((sort) => [sort, SORT_LABELS[sort]]),
      request.sort,
    ),
    select(
      'width',
      '左右各',
      WIDTHS.map((width) => [String(width), `${width} 字`]),
      String(request.width),
    ),
    copy,
    save,
  );
}

/** Lines as a table of text; a field that holds a separator or a quotation mark is quoted. */
export function writeLines(contexts: readonly Context[], width: number, separator: ',' | '\t'): string {
  const field = (text: string) => {
    if (separator === '\t') return text.replace(/[\t\r\n]/gu, ' ');
    // A spreadsheet must not take a text of the paper for a formula.
    const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
    return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = contexts.map(({ left, key, right, date, name, number }) => [
    [...left].slice(-width).join(''),
    key,
    [...right].slice(0, width).join(''),
    date,
    name,
    String(number),
  ]);
  return [['左文', '命中', '右文', '日期', '篇', '第几处'], ...rows]
    .map((row) => row.map(field).join(separator))
    .join('\r\n');
}
