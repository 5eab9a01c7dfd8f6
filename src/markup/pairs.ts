import { breakWords } from '../archive/break-words.ts';
import type { ChangeKind, Provenance } from '../model.ts';
import { CHANGE_LABELS, describeChange, PART_LABELS } from '../provenance/name-changes.ts';
import {
  type LineView,
  type PartView,
  type Run,
  type SentenceView,
  viewArticle,
} from '../provenance/view-article.ts';
import { html, type Markup, raw } from './html.ts';

const isHead = (role: string) => role !== 'block' && role !== 'jump';
/** In the published text nothing shows that a line was joined or a space closed. */
const SILENT = new Set<ChangeKind | undefined>(['line-joined', 'line-spaced', 'part-joined', 'space-closed']);
const CORRECTED = new Set<ChangeKind | undefined>(['edited', 'moved', 'quote-turned', 'headline-derived']);
const classOf = (kind: ChangeKind | undefined) => (CORRECTED.has(kind) ? 'corrected' : 'changed');

/** A vertical headline comes out with a character a line; more of them than these stand beside each other. */
const MOST_IN_ROWS = 3;
const lengthOf = (runs: readonly Run[]) => [...runs.map(({ text }) => text.trim()).join('')].length;

/**
 * Published text beside the scan lines it came from. Sentences link to lines and lines to sentences.
 *
 * @param kinds what each block of the article is, in words
 */
export function writePairs(provenance: Provenance, kinds: readonly string[]): Markup {
  return html`
    <div class="pairs-head" aria-hidden="true"><span>发表的文字</span><span>扫描文本</span></div>
    <provenance-pairs>${viewArticle(provenance).map((part) => writePart(part, kinds))}</provenance-pairs>`;
}

function writePart({ role, block, movedFrom, sentences, lines }: PartView, kinds: readonly string[]): Markup {
  const upright = lines.length > MOST_IN_ROWS && lines.every(({ runs }) => lengthOf(runs) <= 1);
  const head = isHead(role) ? (role === 'headline' ? ' head' : ' head small') : '';
  return html`
    <section class=${`pair${head}`} id=${block ? `b${block}` : role}>
      <h2 class="hidden">${block ? `第 ${block} 块${kinds[block - 1] ?? ''}` : PART_LABELS[role]}</h2>
      <p data-running-text>${sentences.map((sentence) => writeSentence(sentence, isHead(role)))}</p>
      <ol class=${upright ? 'lines upright' : 'lines'}>
        ${
          movedFrom !== undefined &&
          movedFrom !== 0 &&
          html`<li class="far">${CHANGE_LABELS.moved}：${PART_LABELS[role]}在扫描文本第 ${movedFrom} 行，移到读报时的位置</li>`
        }
        ${lines.length === 0 && html`<li class="far">扫描文本里没有这些字</li>`}
        ${lines.map(writeLine)}
      </ol>
    </section>`;
}

const writeSentence = ({ number, line, runs }: SentenceView, head: boolean): Markup =>
  html`<a class="sentence" id=${`s${number}`} data-sentence=${number} href=${line ? `#${line}` : undefined}>${runs.map((run) => writePublished(run, head))}</a>`;

/** A headline breaks between words here too. */
function writePublished({ text, piece }: Run, head: boolean): Markup | string {
  const written = head ? raw(breakWords(text)) : text;
  return !piece || SILENT.has(piece.kind)
    ? written
    : html`<ins class=${classOf(piece.kind)} title=${describeChange(piece)}>${written}</ins>`;
}

const writeLine = ({ line, anchor, sentence, runs, joined }: LineView): Markup => html`
  <li id=${anchor}>
    <a class="n" href=${`#s${sentence}`} aria-label=${`扫描文本第${line}行`}>${line}</a>
    <span>${runs.map(writeScanned)}${joined && html`<span class="join" aria-hidden="true"></span>`}</span>
  </li>`;

function writeScanned({ text, piece, sentence }: Run): Markup {
  const kind = piece?.kind;
  if (!kind) return html`<span data-sentence=${sentence}>${text}</span>`;
  const title = describeChange(piece);
  if (kind === 'space-closed')
    return html`<span class="gap" role="img" aria-label="去掉的空格" title=${title}></span>`;
  return piece.after === '' || CORRECTED.has(kind)
    ? html`<del class=${classOf(kind)} data-sentence=${sentence} title=${title}>${text}</del>`
    : html`<span class="changed" data-sentence=${sentence} title=${title}>${text}</span>`;
}
