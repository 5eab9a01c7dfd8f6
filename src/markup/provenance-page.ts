import { breakWords } from '../archive/break-words.ts';
import { getCitable } from '../archive/citable-article.ts';
import { crumbsOfPage } from '../archive/crumbs.ts';
import { getProvenance } from '../archive/provenance.ts';
import { titleOf } from '../archive/titles.ts';
import { articleUrl, scanUrl } from '../archive/urls.ts';
import type { Article, BlockKind } from '../model.ts';
import { writeAccount, writeChangeList, writeHistory } from './account.ts';
import { writeCitationForms } from './citation.ts';
import { html, raw } from './html.ts';
import { writePairs } from './pairs.ts';
import type { WrittenPage } from './written-page.ts';

const KINDS: Record<BlockKind, string> = {
  paragraph: '（段落）',
  subhead: '（小标题）',
  caption: '（图片说明）',
  credit: '（摄影）',
  byline: '（署名）',
  source: '（原载）',
};

/** 出处: an article's text beside the scan's, every difference named, the citation in all forms, the history. */
export async function writeProvenancePage(article: Article): Promise<WrittenPage> {
  const provenance = await getProvenance(article);
  const { headline, date, page, name } = article;
  const account =
    provenance &&
    html`
      <p class="meta lead-in">一边是发表的文字，一边是扫描所得的原文，逐字对照，不同之处都标出来。点一句话看它在扫描文本的哪一行，点行号看它到了哪里。</p>
      ${writeAccount(provenance)}
      <p class="links">
        <a class="link" href=${articleUrl(name)}>读这一篇</a>
        <a class="link" href=${scanUrl(date, page)}>整版扫描文本</a>
        <a class="link" href="#changes">逐项说明</a>
        <a class="link" href="#cite">引用</a>
        <a class="link" href="#history">历史</a>
      </p>
      ${writePairs(
        provenance,
        article.blocks.map(({ kind }) => KINDS[kind]),
      )}
      ${await writeChangeList(article, provenance)}`;
  return {
    document: {
      title: `出处：${await titleOf(article)}`,
      description: `《${headline}》发表的文字与扫描文本逐字对照，每处不同都标明。`,
      place: 'calendar',
      hidden: true,
      crumbs: [
        ...crumbsOfPage(date, page).slice(1),
        { label: '本篇', href: articleUrl(name) },
        { label: '出处' },
      ],
    },
    main: html`
      <div class="stack article">
        <p class="kicker">出处</p>
        <h1 class="headline">${raw(breakWords(headline))}</h1>
      </div>
      ${account ?? html`<p class="meta lead-in">这一版没有留下扫描文本，无从对照。</p>`}
      ${writeCitationForms(await getCitable(article))}
      ${await writeHistory(article)}`,
  };
}
