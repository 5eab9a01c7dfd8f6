import { breakWords } from '../archive/break-words.ts';
import { crumbsOfPage } from '../archive/crumbs.ts';
import { formatDate } from '../archive/dates.ts';
import { getAlignedPage } from '../archive/provenance.ts';
import { articleUrl, pageLabel, pageUrl, provenanceUrl } from '../archive/urls.ts';
import { accountPage } from '../provenance/account-page.ts';
import { PART_LABELS } from '../provenance/name-changes.ts';
import { type Fate, type FateGroup, type FateRun, viewPage } from '../provenance/view-page.ts';
import { countOf } from './article-notes.ts';
import { html, type Markup, raw } from './html.ts';
import type { WrittenPage } from './written-page.ts';

/** Number of each published article on a page, by its name. */
type Numbers = ReadonlyMap<string, number>;

/**
 * 扫描文本: the whole scan of a newspaper page, each line with what became of it.
 *
 * @param file path of the scan, from the root
 */
export async function writeScanPage(date: string, page: string, file: string): Promise<WrittenPage> {
  const aligned = (await getAlignedPage(`${date}/p${page}`))!;
  const account = accountPage(aligned);
  const numbers: Numbers = new Map(
    aligned.articles
      .filter(({ status }) => status !== 'withdrawn')
      .map(({ name }, index) => [name, index + 1]),
  );
  const rows: [string, number][] = [
    ['发表', account.published],
    ['校改去掉', account.corrected],
    ['版面附件', account.furniture],
    ['删去', account.removed],
    ['已撤下', account.withdrawn],
  ];
  const sum = rows
    .filter(([, count]) => count > 0)
    .map(([, count]) => countOf(count))
    .join(' + ');
  return {
    document: {
      title: `扫描文本：${formatDate(date)} ${pageLabel(page)}`,
      description: `${formatDate(date)}${pageLabel(page)}的整版扫描文本，每行标明去处：收在哪一篇，是版面附件，还是删去了，为什么。`,
      place: 'calendar',
      hidden: true,
      crumbs: [...crumbsOfPage(date, page).slice(1), { label: '扫描文本' }],
    },
    main: html`
      <div class="stack article">
        <p class="kicker">扫描文本</p>
        <h1 class="headline">${formatDate(date)}　${pageLabel(page)}</h1>
      </div>
      <p class="meta lead-in">这是扫描识别所得的原文，<span class="keep running">一字不改</span>。每一行都标明去处。文件：${file}</p>
      <dl class="account">
        <div><dt>扫描文本</dt><dd>${countOf(account.scan)} 字</dd></div>
        ${rows.map(([label, count]) => (count > 0 || label === '发表') && html`<div><dt>${label}</dt><dd>${countOf(count)} 字</dd></div>`)}
        <div><dt>失落</dt><dd>${countOf(account.lost)} 字</dd></div>
      </dl>
      <p class="balance">${countOf(account.scan)} = ${sum}。空格不计。</p>
      <p class="links"><a class="link" href=${pageUrl(date, page)}>这一版的文章</a></p>
      ${writeScan(viewPage(aligned), numbers)}`,
  };
}

/** The whole scan of a page: each line with what became of it, in words as well as in colour. */
const writeScan = (groups: readonly FateGroup[], numbers: Numbers): Markup =>
  html`<div class="scan-page">${groups.map((group) => writeGroup(group, numbers))}</div>`;

const classOf = (fate: Fate | undefined, numbers: Numbers) =>
  !fate
    ? 'blank'
    : fate.kind === 'published' || fate.kind === 'corrected'
      ? `article tone-${((numbers.get(fate.article.name) ?? 1) - 1) % 4}`
      : fate.kind;

const isOf = (group: Fate | undefined, { fate }: FateRun) =>
  group !== undefined &&
  fate.kind === 'published' &&
  group.kind === 'published' &&
  fate.article === group.article;

const writeGroup = ({ fate, lines }: FateGroup, numbers: Numbers): Markup => html`
  <section class=${`fate ${classOf(fate, numbers)}`}>
    <h2>${labelOf(fate, numbers)}</h2>
    <ol class="lines">${lines.map(
      ({ line, runs }) => html`
        <li id=${`n${line}`} value=${line}>
          ${
            fate && runs.some(({ text }) => text.trim() !== '')
              ? html`<a class="n" href=${`#n${line}`} aria-label=${`第${line}行`}>${line}</a>`
              : html`<span class="n">${line}</span>`
          }
          <span class="text">${runs.map((run) =>
            isOf(fate, run) || run.fate.kind === fate?.kind ? run.text : writeOther(run, numbers),
          )}</span>
        </li>`,
    )}</ol>
  </section>`;

function labelOf(fate: Fate | undefined, numbers: Numbers): Markup | string {
  if (!fate) return '空行';
  switch (fate.kind) {
    case 'furniture':
      return '版面附件：不属于哪一篇';
    case 'removed':
      return `删去：${fate.reason}`;
    case 'withdrawn':
      return '已撤下，文字不再显示';
    case 'lost':
      return '没有去处';
    default: {
      const { name, headline } = fate.article;
      return html`
        <span class="number">第 ${numbers.get(name)} 篇</span>
        <span class="role">${fate.role === 'block' ? '正文' : PART_LABELS[fate.role]}</span>
        <a href=${articleUrl(name)}>${raw(breakWords(headline))}</a>
        <a class="also" href=${provenanceUrl(name)}>出处<span class="hidden">：${headline}</span></a>`;
    }
  }
}

function writeOther({ text, fate }: FateRun, numbers: Numbers): Markup {
  const note =
    fate.kind === 'removed'
      ? `〔删去：${fate.reason}〕`
      : fate.kind === 'furniture'
        ? '〔版面附件〕'
        : fate.kind === 'corrected'
          ? '〔校改〕'
          : fate.kind === 'withdrawn'
            ? '〔已撤下〕'
            : fate.kind === 'published' && `〔第 ${numbers.get(fate.article.name)} 篇〕`;
  return html`<span class=${`other ${classOf(fate, numbers)}`}>${text}<small>${note}</small></span>`;
}
