import type { OtherPart } from '../archive/parts.ts';
import { articleUrl } from '../archive/urls.ts';
import { html, type Markup } from './html.ts';
import { writeMark } from './mark.ts';

/** 上接01版, 下转02版: a link to the other part, or a word that the archive lacks it. */
export function writeJumpLine(part: OtherPart, { linked = true }: { linked?: boolean } = {}): Markup {
  const label = part.page ? `${part.side === 'beginning' ? '上接' : '下转'}${part.page}版` : undefined;
  const half = part.side === 'beginning' ? '上半' : '下半';
  const why = part.page
    ? `这一篇的${half}在第${part.page}版，那一版存档还没有收。`
    : `正文从半中间开始，报上没有“上接”字样；${half}当在另一版，存档还没有收。`;
  const unsure = `第${part.page}版在存档里，但哪一篇是它的${half}还没有认定。`;
  return html`
    <span class="jump">
      ${part.article && linked ? html`<a href=${articleUrl(part.article.name)}>${label}：${part.article.headline}</a>` : label}
      ${!part.article && !part.uncertain && writeMark({ frame: 'solid', label: `${half}未收`, why })}
      ${part.uncertain && writeMark({ frame: 'solid', label: '未能对上', why: unsure })}
    </span>`;
}
