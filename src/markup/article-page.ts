import { breakWords } from '../archive/break-words.ts';
import { formatBylines, formatSource } from '../archive/bylines.ts';
import { getCitable } from '../archive/citable-article.ts';
import { crumbsOfPage } from '../archive/crumbs.ts';
import { formatDate } from '../archive/dates.ts';
import { excerptOf, lengthOf } from '../archive/excerpts.ts';
import { getIssueMap } from '../archive/issues.ts';
import { newsArticle } from '../archive/linked-data.ts';
import { isPicture, markOfPage, marksOfArticle } from '../archive/marks.ts';
import { getArticleNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { getOtherParts } from '../archive/parts.ts';
import { getProvenance } from '../archive/provenance.ts';
import { getRelated } from '../archive/related.ts';
import { getSettings } from '../archive/settings.ts';
import { titleOf } from '../archive/titles.ts';
import { getTopicMap } from '../archive/topics.ts';
import {
  absoluteUrl,
  articleUrl,
  BASE,
  issueUrl,
  pageLabel,
  pageUrl,
  topicUrl,
  urlFor,
} from '../archive/urls.ts';
import type { Article, Issue } from '../model.ts';
import { describeChange, listEdits } from '../provenance/name-changes.ts';
import { writeArticleDesk } from './article-desk.ts';
import { countOf } from './article-notes.ts';
import { writeCitationMeta } from './citation.ts';
import { writeEvidence } from './evidence.ts';
import { html, type Markup, raw } from './html.ts';
import { writeJumpLine } from './jump-line.ts';
import { writeMark, writePrintedDate } from './mark.ts';
import { writeOnThisPage, writeProse } from './prose.ts';
import { writeStack } from './stack.ts';
import type { WrittenPage } from './written-page.ts';

// 字号, 朗读, 打印: only where scripts run.
const READING_TOOLS = html`
  <div class="tools scripted" role="group" data-frame="tools" aria-label="读报工具">
    <button type="button" data-size-toggle>字号 <span data-size-name>标准</span></button>
    <button type="button" data-read-aloud hidden aria-pressed="false">朗读</button>
    <button type="button" data-print>打印</button>
  </div>`;

/** The page of an article; of a withdrawn one the address stays and says why. */
export const writeArticlePage = (article: Article): Promise<WrittenPage> =>
  article.status === 'withdrawn' ? writeWithdrawn(article) : writePublished(article);

async function writePublished(article: Article): Promise<WrittenPage> {
  const { newspaper } = await getSettings();
  const issues = await getIssueMap();
  const issue = issues.get(article.date);
  const [parts, provenance, citable, title] = [
    await getOtherParts(article),
    await getProvenance(article),
    await getCitable(article),
    await titleOf(article),
  ];
  const picture = urlFor(`og/${article.name}.png`);
  const about = `${newspaper} ${issue?.dateSource === 'printed' ? '' : '约'}${formatDate(article.date)}${article.page === '00' ? '' : ` ${pageLabel(article.page)}`}`;
  const description = [about, excerptOf(article, 100)].filter(Boolean).join('。');
  // An editor's corrections are told to machines too; what the rules did is told on the page of sources.
  const corrections = listEdits(provenance).map(describeChange);
  const linkedData = [newsArticle(article, { issue, newspaper, description, picture, corrections })];
  const end = parts.find((part) => part.side === 'end');
  return {
    document: {
      title,
      description,
      place: 'calendar',
      crumbs: [...crumbsOfPage(article.date, article.page).slice(1), { label: '本篇' }],
      type: 'article',
      picture,
      linkedData,
    },
    head: writeCitationMeta(citable),
    main: html`
      <article class="reading" data-article=${article.name}>
        ${writeHead(
          article,
          issues,
          parts.find((part) => part.side === 'beginning'),
        )}
        ${READING_TOOLS}
        <aside class="margin" aria-label="栏目" data-frame="section">${article.section && html`<p class="upright">${article.section}</p>`}</aside>
        <div class="column">
          ${writeOnThisPage(article)}
          ${await writeProse(article)}
          ${end && html`<p class="meta jump-on" data-frame="jump">${writeJumpLine(end)}</p>`}
          <p class="print-source" data-frame="print">
            ${newspaper}　${issue?.dateSource === 'printed' ? '' : '约'}${formatDate(article.date)}　${pageLabel(article.page)}<br>
            ${absoluteUrl(articleUrl(article.name))}
          </p>
          ${await writeTurn(article)}
          <hit-marks base=${BASE}></hit-marks>
        </div>
        <aside class="desk" aria-label="这一篇的依据与出处" data-frame="desk">
          ${writeEvidence(article, issue, parts)}
          ${await writeArticleDesk(article, { provenance, citable })}
          ${await writeTopics(article)}
        </aside>
      </article>
      ${await writeRelated(article, issues)}`,
  };
}

function writeHead(
  article: Article,
  issues: ReadonlyMap<string, Issue>,
  beginning: Parameters<typeof writeJumpLine>[0] | undefined,
): Markup {
  const pageMark = markOfPage(issues.get(article.date), article.page);
  return html`
    <header class="head" data-frame="head">
      ${writeStack(article, { as: 'h1', size: 'article', centred: true, linked: false })}
      <div class="meta centred">
        ${writePrintedDate(article.date, issues)}
        <span class="dated">
          <a class="quiet" href=${pageUrl(article.date, article.page)}>${pageLabel(article.page)}</a>
          ${pageMark && writeMark(pageMark)}
        </span>
        ${formatBylines(article.bylines).map((line) => html`<span>${line}</span>`)}
        ${article.reprintedFrom && html`<span>原文刊载于${formatSource(article.reprintedFrom)}</span>`}
        ${!isPicture(article) && html`<span class="tabular">${countOf(lengthOf(article))} 字</span>`}
        ${marksOfArticle(article).map(writeMark)}
      </div>
      ${beginning && html`<p class="meta centred">${writeJumpLine(beginning)}</p>`}
    </header>`;
}

/** 前后篇: the articles before and after on the page; at its ends, those of the neighbouring page of the issue. */
async function writeTurn(article: Article): Promise<Markup> {
  const issue: Neighbours<Article> = (await getArticleNeighbours()).get(article.name)?.issue ?? {};
  const turn = (other: Article | undefined, rel: 'prev' | 'next', label: string, none: string) =>
    other
      ? html`
        <a href=${articleUrl(other.name)} rel=${rel}>
          <small>${label}（${other.page === article.page ? '同版' : pageLabel(other.page)}）</small>
          <b>${raw(breakWords(other.headline))}</b>
        </a>`
      : html`<p><small>${label}</small><span>${none}</span></p>`;
  return html`
    <nav class="turn" aria-label="前后两篇" data-frame="turn">
      ${turn(issue.before, 'prev', '上一篇', '这是本期第一篇')}
      ${turn(issue.after, 'next', '下一篇', '这是本期最后一篇')}
    </nav>`;
}

async function writeTopics({ topics: slugs }: Article): Promise<Markup | undefined> {
  if (slugs.length === 0) return undefined;
  const topics = await getTopicMap();
  return html`
    <section>
      <h2>所属专题</h2>
      <p class="links">${slugs.map((slug) => html`<a href=${topicUrl(slug)}>${topics.get(slug)?.title ?? slug}</a>`)}</p>
    </section>`;
}

async function writeRelated(
  article: Article,
  issues: ReadonlyMap<string, Issue>,
): Promise<Markup | undefined> {
  const related = await getRelated(article);
  if (related.length === 0) return undefined;
  const topic = article.topics[0] ? (await getTopicMap()).get(article.topics[0]) : undefined;
  return html`
    <section class="see-also" aria-labelledby="related" data-frame="related">
      <div class="label">
        <h2 id="related">相关</h2>
        ${topic && html`<a class="aside more" href=${topicUrl(topic.slug)}>${topic.title}</a>`}
      </div>
      <ul class="related">${related.map(
        ({ article: other, why }) => html`
          <li>
            ${writeStack(other, { as: 'h3', size: 'small', standing: false })}
            <p class="meta">${writePrintedDate(other.date, issues)}<span>${why}</span></p>
          </li>`,
      )}</ul>
    </section>`;
}

async function writeWithdrawn({ date, page, withdrawn }: Article): Promise<WrittenPage> {
  return {
    document: {
      title: '这一篇已撤下',
      description: '这一篇已经撤下，不再发表。',
      place: 'calendar',
      crumbs: [...crumbsOfPage(date, page).slice(1), { label: '本篇' }],
      hidden: true,
    },
    main: html`
      <div class="lost">
        <p class="window" aria-hidden="true">已经撤下</p>
        <h1>这一篇已撤下</h1>
        <p><span class="phrase">${formatDate(withdrawn!.date)}撤下。</span><span class="phrase">缘由：${withdrawn!.reason}</span></p>
        <p class="meta centred">
          <a class="more" href=${issueUrl(date)}>看这一期的其他文章</a>
          <a class="more" href=${urlFor('')}>回头版</a>
        </p>
      </div>`,
  };
}
