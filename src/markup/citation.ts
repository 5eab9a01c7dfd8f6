import type { Citable } from '../archive/citations/citable.ts';
import { CITATION_STYLES, type CitationStyle } from '../archive/citations/index.ts';
import { citationMeta, coinsTitle } from '../archive/metadata.ts';
import { html, type Markup } from './html.ts';

/** Metadata for Zotero and the like; goes into the head of an article's page. */
export const writeCitationMeta = (citable: Citable): Markup =>
  html`${citationMeta(citable).map(({ name, content }) => html`<meta name=${name} content=${content}>`)}`;

/**
 * How to cite an article, in the form of the national standard. The other forms stand on the page of its sources,
 * and are fetched from there when a reader asks for them. With scripts a button copies, the access date of the
 * reader's day is put in, and a chosen passage can be cited with its paragraph.
 *
 * @param formsUrl address of the page that has all forms
 */
export function writeCitation(citable: Citable, formsUrl: string): Markup {
  return html`
    <cite-article data-url=${citable.url}>
      ${writeForm(citable, CITATION_STYLES[0]!, { bare: true })}
      <a class="link" href=${formsUrl} data-more-forms>其他引用格式</a>
      <button type="button" class="cite-passage" data-cite-passage hidden>引用所选的文字</button>
      <p class="hidden" role="status"></p>
      <span class="Z3988" title=${coinsTitle(citable)}></span>
    </cite-article>`;
}

/** The citation of an article in all its forms. */
export function writeCitationForms(citable: Citable): Markup {
  return html`
    <section class="changes" id="cite">
      <h2>引用</h2>
      <cite-article data-url=${citable.url}>
        ${CITATION_STYLES.map((style) => writeForm(citable, style))}
        <p class="hidden" role="status"></p>
      </cite-article>
    </section>`;
}

// Where the access date goes in: GB/T 7714 puts it in the middle. Nobody's day is known when the page is made.
const SLOT = '\u0000';

/** One form of a citation with its button; `bare` without its name above it. */
function writeForm(citable: Citable, style: CitationStyle, { bare = false } = {}): Markup {
  const [before = '', after] = style.id.startsWith('gbt')
    ? style.format(citable, SLOT).split(`[${SLOT}]`)
    : [style.format(citable)];
  const { label } = style;
  return html`
    <div data-form=${style.id}>
      ${!bare && html`<h3>${label}</h3>`}
      ${
        style.isData
          ? html`<pre class="cite" data-citation=${label} tabindex="0">${before}</pre>`
          : html`<p class="cite" data-citation=${label}>${before}${after !== undefined && html`<span data-accessed></span>`}${after}</p>`
      }
      <button type="button" data-copy hidden>复制</button>
    </div>`;
}
