import { getArticleIndex } from '../archive/article-index.ts';
import { crumbsOfIssue, crumbsOfPage, endHere } from '../archive/crumbs.ts';
import { formatDate } from '../archive/dates.ts';
import { getIssueMap } from '../archive/issues.ts';
import { publicationIssue } from '../archive/linked-data.ts';
import { getIssueNeighbours } from '../archive/neighbours.ts';
import { getScannedPages } from '../archive/provenance.ts';
import { getSettings } from '../archive/settings.ts';
import { getSheets } from '../archive/sheets.ts';
import { issueUrl, pageLabel, pageUrl, scanUrl } from '../archive/urls.ts';
import type { Issue, Page } from '../model.ts';
import { writeContentsOf } from './contents.ts';
import { writeFolio } from './folio.ts';
import { html, type Markup } from './html.ts';
import { writePrintedDate } from './mark.ts';
import { writePageTurn, writeSheets } from './sheets.ts';
import type { WrittenPage } from './written-page.ts';

/** `2023年4月14日 丰台报`; a date that is not printed is said to be inferred. */
const titleOfIssue = ({ date, dateSource }: Issue, newspaper: string): string =>
  `${formatDate(date)}${dateSource === 'printed' ? '' : '（日期推定）'} ${newspaper}`;

/** The page of an issue: its newspaper pages, each with its articles. */
export async function writeIssuePage(issue: Issue): Promise<WrittenPage> {
  const { newspaper } = await getSettings();
  const sheets = await getSheets(issue);
  const kept = sheets.filter((sheet) => sheet.known);
  const total = kept.reduce((sum, sheet) => sum + sheet.articles.length, 0);
  const title = titleOfIssue(issue, newspaper);
  const sections: Markup[] = [];
  for (const { page, known, articles } of kept) {
    sections.push(html`
      <section aria-labelledby=${`p${page}`}>
        <div class="label">
          <h2 id=${`p${page}`}>
            <a class="quiet" href=${pageUrl(issue.date, page)}>${pageLabel(page)}</a>
            ${known?.section && html`<span class="section-name">${known.section}</span>`}
          </h2>
          <span class="aside">${articles.length} 篇</span>
        </div>
        ${await writeContentsOf(articles, 'h3')}
      </section>`);
  }
  return {
    document: {
      title,
      description: `${title}，存有${kept.map((sheet) => pageLabel(sheet.page)).join('、')}，共 ${total} 篇，按版面和阅读顺序列出。`,
      place: 'calendar',
      crumbs: endHere(crumbsOfIssue(issue.date)),
      linkedData: [publicationIssue(issue, newspaper)],
    },
    main: html`
      ${writeFolio(issue)}
      <div class="issue">
        ${writeSheets(issue, sheets)}
        <div class="pages">${sections}</div>
      </div>
      ${await writeIssueTurn(issue.date)}`,
  };
}

async function writeIssueTurn(date: string): Promise<Markup> {
  const { before, after } = (await getIssueNeighbours()).get(date) ?? {};
  const issues = await getIssueMap();
  const turn = (other: string | undefined, rel: 'prev' | 'next', label: string, none: string) =>
    other
      ? html`<a href=${issueUrl(other)} rel=${rel}><small>${label}</small><b>${writePrintedDate(other, issues)}</b></a>`
      : html`<p><small>${label}</small><span>${none}</span></p>`;
  return html`
    <nav class="turn" aria-label="前后两期">
      ${turn(before, 'prev', '上一期', '存档从这一期开始')}
      ${turn(after, 'next', '下一期', '存档到此为止')}
    </nav>`;
}

/** The page of a newspaper page: its articles in reading order. */
export async function writeNewspaperPage(issue: Issue, page: Page): Promise<WrittenPage> {
  const { newspaper } = await getSettings();
  const sheets = await getSheets(issue);
  const name = `${issue.date}/p${page.page}`;
  const scanned = (await getScannedPages()).has(name);
  const articles = (await getArticleIndex()).byPage.get(name) ?? [];
  const title = `${titleOfIssue(issue, newspaper)} ${pageLabel(page.page)}`;
  const staff = page.staff ?? [];
  return {
    document: {
      title,
      description: `${title}，${articles.length} 篇：${articles
        .slice(0, 3)
        .map((article) => article.headline)
        .join('；')}`,
      place: 'calendar',
      crumbs: endHere(crumbsOfPage(issue.date, page.page)),
    },
    main: html`
      ${writeFolio(issue, page)}
      <div class="issue">
        <div class="beside">
          ${writeSheets(issue, sheets, page.page)}
          ${staff.length > 0 && html`<p class="meta staff">${staff.map(({ role, name }) => html`<span>${`${role}：${name}`}</span>`)}</p>`}
        </div>
        ${await writeContentsOf(articles, 'h2')}
      </div>
      ${writePageTurn(issue, sheets, page.page)}
      <p><a class="more" href=${issueUrl(issue.date)}>看这一期的所有版面</a></p>
      ${scanned && html`<p><a class="more" href=${scanUrl(issue.date, page.page)}>看这一版的扫描文本</a></p>`}`,
  };
}
