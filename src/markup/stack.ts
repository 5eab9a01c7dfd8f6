import { breakWords } from '../archive/break-words.ts';
import { articleUrl } from '../archive/urls.ts';
import type { Article } from '../model.ts';
import { html, type Markup, raw } from './html.ts';

/** How a {@link writeStack 题组} is set. */
export interface StackForm {
  as: 'h1' | 'h2' | 'h3' | 'h4';
  size?: 'lead' | 'article' | 'second' | 'small';
  centred?: boolean;
  linked?: boolean;
  /** The standing head is shown elsewhere, or over the list. */
  standing?: boolean;
}

/** 题组: standing head, kicker, headline, deck. */
export function writeStack(
  { name, section, kicker, headline, deck }: Article,
  { as, size = 'second', centred = false, linked = true, standing = true }: StackForm,
): Markup {
  const broken = raw(breakWords(headline));
  // On the article's own page the build compares what is shown with the article.
  const own = as === 'h1';
  return html`
    <div class=${`stack ${size}${centred ? ' centred' : ''}`}>
      ${standing && section && html`<p class="standing">${section}</p>`}
      ${kicker && html`<p class="kicker" data-head=${own ? 'kicker' : undefined}>${raw(breakWords(kicker))}</p>`}
      <${raw(as)} class="headline">${linked ? html`<a href=${articleUrl(name)}>${broken}</a>` : broken}</${raw(as)}>
      ${deck && html`<p class="deck" data-head=${own ? 'deck' : undefined}>${raw(breakWords(deck))}</p>`}
    </div>`;
}
