import { lengthOf } from '../archive/excerpts.ts';
import { markOfPage } from '../archive/marks.ts';
import type { Sheet } from '../archive/sheets.ts';
import { pageLabel, pageUrl } from '../archive/urls.ts';
import { type Article, type Issue, UNKNOWN_PAGE } from '../model.ts';
import { html, type Markup, raw } from './html.ts';

/**
 * 版面: the pages of an issue; one that is missing is drawn as an empty, dashed sheet.
 *
 * @param current the page that is shown now
 */
export function writeSheets(issue: Issue, sheets: readonly Sheet[], current?: string): Markup {
  const writeKnown = ({ page, known, articles }: Sheet) => html`
    <a class="sheet" href=${pageUrl(issue.date, page)} aria-current=${page === current ? 'page' : undefined}>
      <b>
        ${page === UNKNOWN_PAGE ? '版次不详' : html`${page}<span class="hidden">版</span>`}
        ${known?.section && html`<small>${known.section}</small>`}
      </b>
      ${drawPage(articles)}
      <span>${articles.length} 篇${markOfPage(issue, page) && raw('<br>版次推定')}</span>
    </a>`;
  const writeAbsent = ({ page, referredBy }: Sheet) => html`
    <div class="sheet absent">
      <b>${page}<span class="hidden">版</span></b>
      <i></i>
      <span>存档未收${referredBy > 0 && html`<br>有 ${referredBy} 篇与此版相接`}</span>
    </div>`;
  return html`
    <nav aria-label="本期各版">
      <ol class="sheets">${sheets.map((sheet) => html`<li>${sheet.known ? writeKnown(sheet) : writeAbsent(sheet)}</li>`)}</ol>
    </nav>`;
}

const COLUMNS = 4;
const ROWS = 18;
const WIDTH = 30;
const GAP = 5;
const STEP = 5;
/** Characters of text that would fill the room of a headline. */
const HEADLINE = 60;
const VIEW = `0 0 ${COLUMNS * (WIDTH + GAP) - GAP} ${ROWS * STEP}`;

/**
 * A small drawing of a page, from the real lengths of its articles in reading order: a stroke for each headline, thin
 * lines for the text. It is no picture of the page: where articles stood is not known.
 */
function drawPage(articles: readonly Article[]): Markup {
  let drawing = drawings.get(articles);
  if (!drawing) {
    drawing = drawArticles(articles);
    drawings.set(articles, drawing);
  }
  return drawing;
}

/** Each page of an issue shows all of them. */
const drawings = new WeakMap<readonly Article[], Markup>();

function drawArticles(articles: readonly Article[]): Markup {
  const lengths = articles.map((article) => lengthOf(article) + HEADLINE);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let heads = '';
  let lines = '';
  let row = 0;
  for (const length of lengths) {
    const rows = Math.max(2, Math.floor((length / total) * COLUMNS * ROWS));
    for (let i = 0; i < rows && row < COLUMNS * ROWS; i += 1, row += 1) {
      const x = Math.floor(row / ROWS) * (WIDTH + GAP);
      const y = (row % ROWS) * STEP + 3;
      const stroke = i === rows - 1 ? WIDTH * 0.6 : WIDTH;
      if (i === 0) heads += `M${x} ${y}h${WIDTH - 4}`;
      else lines += `M${x} ${y}h${stroke}`;
    }
  }
  return html`<svg class="mini" viewBox=${VIEW} aria-hidden="true"><path class="l" d=${lines}></path><path class="h" d=${heads}></path></svg>`;
}

/** The newspaper pages before and after in the issue; a missing one is named and not linked. */
export function writePageTurn(issue: Issue, sheets: readonly Sheet[], page: string): Markup {
  const index = sheets.findIndex((sheet) => sheet.page === page);
  const turn = (sheet: Sheet | undefined, rel: 'prev' | 'next', label: string, none: string) =>
    sheet?.known
      ? html`
        <a href=${pageUrl(issue.date, sheet.page)} rel=${rel}>
          <small>${label}</small>
          <b>${pageLabel(sheet.page)}${sheet.known.section && `　${sheet.known.section}`}</b>
        </a>`
      : html`<p><small>${label}</small><span>${sheet ? `${pageLabel(sheet.page)}，存档未收` : none}</span></p>`;
  return html`
    <nav class="turn" aria-label="前后两版">
      ${turn(sheets[index - 1], 'prev', '上一版', '这是本期第一版')}
      ${turn(sheets[index + 1], 'next', '下一版', '存档中没有后面的版')}
    </nav>`;
}
