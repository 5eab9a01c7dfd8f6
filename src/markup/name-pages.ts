import { getArticleIndex } from '../archive/article-index.ts';
import { breakWords, keepWhole } from '../archive/break-words.ts';
import { HOME, NAMES } from '../archive/crumbs.ts';
import { getIssueMap } from '../archive/issues.ts';
import { groupOffices } from '../archive/names/group-offices.ts';
import {
  type Companion,
  type Mention,
  MOST_LISTED,
  type NameRecord,
  sentenceAround,
} from '../archive/names/index-names.ts';
import { mentionsByYear } from '../archive/names/mentions-by-year.ts';
import { KIND_LABELS, type Name } from '../archive/names/name-entries.ts';
import { nameUrl, nameYearUrl } from '../archive/names/site-names.ts';
import { getAnchors } from '../archive/provenance.ts';
import { articleUrl, pageLabel } from '../archive/urls.ts';
import type { Article, Issue } from '../model.ts';
import { html, type Markup, raw } from './html.ts';
import { writePrintedDate } from './mark.ts';
import type { WrittenPage } from './written-page.ts';

/** The page of a name: who or what it is, the articles that mention it, names that stand beside it. */
export async function writeNamePage(
  { name, mentions }: NameRecord,
  companions: readonly Companion[],
): Promise<WrittenPage> {
  const issues = await getIssueMap();
  const more = mentions.length > MOST_LISTED;
  const beside = companions.map(
    ({ name: other, articles }) =>
      html`<li><a href=${nameUrl(other)}>${raw(breakWords(other.headword))}</a> <span>${articles} 篇</span></li>`,
  );
  return {
    document: {
      title: `${name.headword}（${KIND_LABELS[name.kind]}）`,
      description: `${name.headword}：${name.note ?? ''}存档中有${mentions.length}篇文章提到，附原句。`,
      crumbs: [HOME, NAMES, { label: name.headword }],
    },
    main: html`
      <div class="opening">
        <p class="standing">${KIND_LABELS[name.kind]}</p>
        <h1>${name.headword}</h1>
        ${name.note && html`<p>${name.note}</p>`}
        ${name.forms.length > 0 && html`<p class="meta">文中也作：${name.forms.join('、')}</p>`}
      </div>
      <div class="name-page">
        <section>
          <h2>${mentions.length} 篇文章</h2>
          ${await writeMentions(more ? mentions.slice(0, MOST_LISTED) : mentions, issues)}
          ${more && html`<p class="links">更早的：${writeYearLinks(name, mentions)}</p>`}
        </section>
        <aside>
          ${await writeOffices(name, issues)}
          ${beside.length > 0 && html`<section><h2>一同出现</h2><ul class="companions">${beside}</ul></section>`}
        </aside>
      </div>`,
  };
}

function writeYearLinks(name: Name, mentions: readonly Mention[]): Markup[] {
  return [...mentionsByYear(mentions)].map(
    ([year, list]) => html`<a href=${nameYearUrl(name, year)}>${year}年 ${list.length} 篇</a>`,
  );
}

/** The page of a year of a name. */
export async function writeNameYearPage(
  name: Name,
  year: string,
  mentions: readonly Mention[],
): Promise<WrittenPage> {
  return {
    document: {
      title: `${name.headword}，${year}年`,
      description: `${year}年提到${name.headword}的${mentions.length}篇文章，附原句。`,
      crumbs: [HOME, NAMES, { label: name.headword, href: nameUrl(name) }, { label: `${year}年` }],
    },
    main: html`
      <div class="opening"><h1>${name.headword}，${year}年</h1></div>
      <section>
        <h2>${mentions.length} 篇文章</h2>
        ${await writeMentions(mentions, await getIssueMap())}
      </section>`,
  };
}

async function writeOffices(name: Name, issues: ReadonlyMap<string, Issue>): Promise<Markup | undefined> {
  const { byName } = await getArticleIndex();
  const offices = groupOffices(
    name.offices.filter(({ article }) => byName.has(article) && byName.get(article)!.status !== 'withdrawn'),
  );
  if (offices.length === 0) return undefined;
  const link = ({ article, date }: { article: string; date: string }) =>
    html`<a href=${articleUrl(article)}>${writePrintedDate(date, issues)}</a>`;
  const items = offices.map(({ office, stated }) => {
    const [first, last] = [stated[0]!, stated.at(-1)!];
    return html`
      <li>
        <b>${office}</b>
        <span class="stated">
          ${link(first)}
          ${first.date !== last.date && html`<span aria-hidden="true">—</span>${link(last)}`}
          ${stated.length > 1 && html`<span>${stated.length} 篇</span>`}
        </span>
      </li>`;
  });
  return html`<section><h2>职务，照文章所写</h2><ul class="offices">${items}</ul></section>`;
}

/** What of a mention is the same for every name that an article mentions. */
interface MentionFrame {
  when: Markup;
  href: string;
  headline: Markup;
  anchors: readonly string[];
}

/** An article mentions a dozen names; it is asked for by the pages of all of them. */
const frames = new WeakMap<Article, MentionFrame>();

async function makeFrame(article: Article, issues: ReadonlyMap<string, Issue>): Promise<MentionFrame> {
  const frame = {
    when: html`${writePrintedDate(article.date, issues)}<span>${pageLabel(article.page)}</span>`,
    href: articleUrl(article.name),
    headline: raw(breakWords(article.headline)),
    anchors: await getAnchors(article),
  };
  if (import.meta.env.PROD) frames.set(article, frame);
  return frame;
}

/** Articles that name somebody or something, each with the sentence. */
async function writeMentions(
  mentions: readonly Mention[],
  issues: ReadonlyMap<string, Issue>,
): Promise<Markup> {
  const items: Markup[] = [];
  for (const { article, block, from, to, count } of mentions) {
    const { when, href, headline, anchors } = frames.get(article) ?? (await makeFrame(article, issues));
    const text = block === undefined ? '' : article.blocks[block]!.text;
    const [start, end] = sentenceAround(text, from, to);
    const anchor = block === undefined ? undefined : anchors[block];
    items.push(html`
      <li>
        <p class="when">${when}${count > 1 && html`<span>文中 ${count} 处</span>`}</p>
        <div>
          <h3><a href=${anchor ? `${href}#${anchor}` : href}>${headline}</a></h3>
          ${text && html`<p>${raw(keepWhole(text.slice(start, from)))}<mark>${text.slice(from, to)}</mark>${raw(keepWhole(text.slice(to, end)))}</p>`}
        </div>
      </li>`);
  }
  return html`<ol class="mentions">${items}</ol>`;
}
