import { breakWords } from '../archive/break-words.ts';
import { keepDates } from '../archive/keep-dates.ts';
import { markNames } from '../archive/names/mark-names.ts';
import type { Name } from '../archive/names/name-entries.ts';
import { getNames, nameUrl } from '../archive/names/site-names.ts';
import { type ProseBlock, setProse } from '../archive/prose.ts';
import { getAnchors } from '../archive/provenance.ts';
import type { Article } from '../model.ts';
import { html, type Markup, raw } from './html.ts';

/** An article's text. */
export async function writeProse(article: Article): Promise<Markup> {
  const anchors = await getAnchors(article);
  const { match } = await getNames();
  const marked = new Set<Name>();
  // A block answers to its number on this page (p3), and to its line in the scan (l107), which stays when other
  // blocks are added or taken out: what is cited links to that.
  const textOf = ({ anchor, kind, html: text }: ProseBlock): Markup => {
    const stable = anchors[Number(anchor.slice(1)) - 1];
    // A subhead is broken into words by its markup; names are marked in running text.
    return html`<span id=${stable}></span>${raw(kind === 'subhead' ? text : keepDates(markNames(text, match, marked, nameUrl)))}`;
  };
  const set = (block: ProseBlock): Markup => {
    const { anchor, kind } = block;
    if (kind === 'subhead') return html`<h2 id=${anchor} data-block=${anchor}>${textOf(block)}</h2>`;
    const sign = kind === 'paragraph' ? undefined : 'sign';
    return html`<p class=${sign} id=${anchor} data-block=${anchor}>${textOf(block)}</p>`;
  };
  const picture = (blocks: readonly ProseBlock[]) => html`
    <figure class="plate">
      <p class="window">图片未收</p>
      <figcaption>${blocks.map(
        (block) =>
          html`<p class=${block.kind} id=${block.anchor} data-block=${block.anchor}>${textOf(block)}</p>`,
      )}</figcaption>
    </figure>`;
  const groups = setProse(article);
  return html`<div class="prose" id="text">${groups.map(({ kind, blocks }) => (kind === 'picture' ? picture(blocks) : blocks.map(set)))}</div>`;
}

/** The article's own subheads, as a way in. */
export function writeOnThisPage({ blocks }: Article): Markup | undefined {
  const subheads = blocks.flatMap(({ kind, text }, index) =>
    kind === 'subhead' ? [{ anchor: `#p${index + 1}`, text }] : [],
  );
  if (subheads.length <= 1) return undefined;
  return html`
    <nav class="on-this-page" aria-label="本篇小标题" data-frame="subheads">
      <ol>${subheads.map(({ anchor, text }) => html`<li><a href=${anchor}>${raw(breakWords(text))}</a></li>`)}</ol>
    </nav>`;
}
