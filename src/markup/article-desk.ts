import type { Citable } from '../archive/citations/citable.ts';
import { type CorrectionLink, listCorrectionLinks, writeReport } from '../archive/corrections.ts';
import { formatDate } from '../archive/dates.ts';
import { lineInFile } from '../archive/line-in-file.ts';
import { STATUS_LABELS } from '../archive/marks.ts';
import { getSettings } from '../archive/settings.ts';
import { getHistory } from '../archive/site-history.ts';
import { absoluteUrl, articleUrl, provenanceUrl } from '../archive/urls.ts';
import type { Article, Provenance } from '../model.ts';
import { CHANGE_LABELS, CHANGE_ORDER } from '../provenance/name-changes.ts';
import { writeCitation } from './citation.ts';
import { html, type Markup } from './html.ts';

const WAYS: Readonly<Record<CorrectionLink['kind'], string>> = {
  edit: '直接改这一篇的文件',
  issue: '报告这一篇的错误',
  mail: '写信告诉编者',
};

/** The desk beside an article: where its text comes from, how to cite it, who has read it, how to put it right. */
export async function writeArticleDesk(
  article: Article,
  { provenance, citable }: { provenance: Provenance | undefined; citable: Citable },
): Promise<Markup> {
  const [settings, history] = await Promise.all([getSettings(), getHistory()]);
  const lines = article.lines
    .map(([from, to]) => (from === to ? `第${from}行` : `第${from}—${to}行`))
    .join('、');
  const changes = CHANGE_ORDER.filter((kind) => provenance?.counts[kind]).map(
    (kind) => `${CHANGE_LABELS[kind]} ${provenance!.counts[kind]} 处`,
  );
  const last = history.get(article.file)?.[0];
  const first = article.blocks.length > 0 ? await lineInFile(article, { role: 'block', block: 1 }) : 1;
  const { file, headline } = article;
  const place = { file, line: first, headline, url: absoluteUrl(articleUrl(article.name)) };
  const corrections = listCorrectionLinks(settings, place);
  const source = provenanceUrl(article.name);
  return html`
    <section>
      <h2>文字的出处</h2>
      ${
        provenance
          ? html`<p>扫描文本${lines}。${changes.length > 0 ? `${changes.join('，')}，其余` : '全文'}一字未动。</p>`
          : html`<p>这一版没有留下扫描文本。</p>`
      }
      <a class="link" href=${source}>对照扫描文本</a>
    </section>
    <section class="stays">
      <h2>引用</h2>
      ${writeCitation(citable, `${source}#cite`)}
    </section>
    <section>
      <h2>状态与历史</h2>
      <p>${STATUS_LABELS[article.status]}。${last && `最近改动：${formatDate(last.date.slice(0, 10))}。`}</p>
      <a class="link" href=${`${source}#history`}>这一篇的历史</a>
    </section>
    <section>
      <h2>报告错误</h2>
      ${
        corrections.length > 0
          ? html`<p class="links">${corrections.map(({ kind, href }) => html`<a href=${href} rel="nofollow">${WAYS[kind]}</a>`)}</p>`
          : html`
            <details class="evidence">
              <summary>怎样报告</summary>
              <p>这份存档没有公开的收信地址。下面这段写明了是哪个文件、哪一行，填上改法，交给管理存档的人就能改。</p>
              <pre class="report" tabindex="0">${writeReport(place).body.trimEnd()}</pre>
              <button class="copy" type="button" data-copy hidden>复制</button>
            </details>`
      }
    </section>`;
}
