import { commitUrl } from '../archive/corrections.ts';
import { formatDate } from '../archive/dates.ts';
import { lineInFile } from '../archive/line-in-file.ts';
import { getSettings } from '../archive/settings.ts';
import { findCommit, getHistory } from '../archive/site-history.ts';
import type { Article, ChangeKind, Piece, Provenance, ProvenancePart } from '../model.ts';
import {
  CHANGE_LABELS,
  CHANGE_NOTES,
  CHANGE_ORDER,
  describeChange,
  PART_LABELS,
} from '../provenance/name-changes.ts';
import { countOf } from './article-notes.ts';
import { html, type Markup } from './html.ts';

const SIGNS: Partial<Record<ChangeKind, string>> = {
  'line-joined': 'join',
  'line-spaced': 'join',
  'part-joined': 'join',
  'space-closed': 'gap',
};

/**
 * The account of an article: what is the scan's, and how often what was done to it. Nothing is ever lost: a page whose
 * account does not balance stops the build (`scripts/build/check-accounts.ts`).
 */
export function writeAccount({ counts, account }: Provenance): Markup {
  const listed = CHANGE_ORDER.filter((kind) => counts[kind]);
  const { scan, same, published, dropped, added } = account;
  const signOf = (kind: ChangeKind) =>
    SIGNS[kind] && html`<span class=${SIGNS[kind]} aria-hidden="true"></span>`;
  return html`
    <dl class="account">
      <div><dt>扫描文本</dt><dd>${countOf(scan)} 字</dd></div>
      <div><dt>原样发表</dt><dd>${countOf(same)} 字</dd></div>
      ${listed.map((kind) => html`<div><dt>${CHANGE_LABELS[kind]} ${signOf(kind)}</dt><dd>${counts[kind]} 处</dd></div>`)}
      ${!counts.edited && html`<div><dt>编者校改</dt><dd>0 处</dd></div>`}
      <div><dt>失落</dt><dd>0 字</dd></div>
    </dl>
    <p class="balance">
      发表 ${countOf(published)} 字 = 扫描文本 ${countOf(scan)} 字
      ${dropped > 0 && ` − 校改去掉 ${dropped} 字`}
      ${added > 0 && ` + 编者加写 ${added} 字`}。空格不计。
    </p>`;
}

const BY_HAND = new Set(['edited', 'quote-turned', 'headline-derived']);

/** A difference, and the part in which it is; no piece where the whole part was moved. */
interface Found {
  part: ProvenancePart;
  piece?: Piece;
}

/** Every difference by its name, with links to the scan lines on which it stands; an editor's with its commit. */
export async function writeChangeList(article: Article, { parts, counts }: Provenance): Promise<Markup> {
  const rows: Markup[] = [];
  for (const kind of CHANGE_ORDER) {
    if (!counts[kind]) continue;
    const found: Found[] = [];
    for (const part of parts) {
      for (const piece of part.pieces) if (piece.kind === kind) found.push({ part, piece });
      if (kind === 'moved' && part.movedFrom !== undefined) found.push({ part });
    }
    const places =
      BY_HAND.has(kind) && found.length > 0 ? await writeByHand(article, found) : writePlaces(found);
    rows.push(html`
      <div>
        <dt>${CHANGE_LABELS[kind]} <b>${counts[kind]} 处</b></dt>
        <dd><p>${CHANGE_NOTES[kind]}</p>${places}</dd>
      </div>`);
  }
  return html`
    <section class="changes" id="changes">
      <h2>逐项说明</h2>
      ${rows.length === 0 && html`<p>与扫描文本一字不差。</p>`}
      <dl>${rows}</dl>
    </section>`;
}

/** More lines than these are folded away: a long article is joined at hundreds of line ends. */
const MOST_UNFOLDED = 12;

function writePlaces(found: readonly Found[]): Markup {
  const lines = new Map<number, number>();
  for (const { part, piece } of found) {
    const line = piece ? piece.source[0]?.[0] : part.movedFrom;
    if (line !== undefined) lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  const sorted = [...lines].sort((a, b) => a[0] - b[0]);
  const places = html`<p class="places">${sorted.map(([line, times]) => html`<a href=${`#n${line}`}>${line}行${times > 1 && `×${times}`}</a>`)}</p>`;
  if (sorted.length <= MOST_UNFOLDED) return places;
  return html`
    <details class="of-lines">
      <summary>在 ${sorted.length} 行上：第${sorted[0]![0]}—${sorted.at(-1)![0]}行</summary>
      ${places}
    </details>`;
}

async function writeByHand(article: Article, found: readonly Found[]): Promise<Markup> {
  const settings = await getSettings();
  const items: Markup[] = [];
  for (const { part, piece } of found) {
    const commit = await findCommit(article.file, await lineInFile(article, part));
    const line = piece!.source[0]?.[0];
    const url = commit && commitUrl(settings, commit.hash);
    items.push(html`
      <li>
        ${line === undefined ? PART_LABELS[part.role] : html`<a href=${`#n${line}`}>第 ${line} 行</a>`}
        　${describeChange(piece!)}
        ${
          commit &&
          html`
            　${formatDate(commit.date.slice(0, 10))}　
            ${url ? html`<a href=${url}>${commit.subject}</a>` : html`<span>${commit.subject}（${commit.hash.slice(0, 7)}）</span>`}`
        }
      </li>`);
  }
  return html`<ul>${items}</ul>`;
}

/** What git knows of the article's file: when it was changed, and what was said of the change. */
export async function writeHistory(article: Article): Promise<Markup> {
  const settings = await getSettings();
  const commits = (await getHistory()).get(article.file) ?? [];
  const subjectOf = (hash: string, subject: string) => {
    const url = commitUrl(settings, hash);
    return url ? html`<a href=${url}>${subject}</a>` : subject;
  };
  return html`
    <section class="changes" id="history">
      <h2>这一篇的历史</h2>
      ${
        commits.length === 0
          ? html`<p>还没有记录：文章尚未收入版本库，或这份存档没有带着版本库一起发布。</p>`
          : html`<ol class="history">${commits.map(
              ({ hash, date, subject }) => html`
                <li>
                  <time datetime=${date}>${formatDate(date.slice(0, 10))}</time> ${subjectOf(hash, subject)} <span class="hash">${hash.slice(0, 7)}</span>
                </li>`,
            )}</ol>`
      }
    </section>`;
}
