import { excerptOf } from '../archive/excerpts.ts';
import type { Article } from '../model.ts';
import { writeArticleNotes } from './article-notes.ts';
import { html, type Markup } from './html.ts';
import { writeStack } from './stack.ts';

/** Articles of a page in reading order, the first set larger. */
async function writeContents(articles: readonly Article[], as: 'h2' | 'h3'): Promise<Markup> {
  const items: Markup[] = [];
  for (const [index, article] of articles.entries()) {
    const excerpt = excerptOf(article, 200);
    items.push(html`
      <li>
        <span class="no" aria-hidden="true">${index + 1}</span>
        <article>
          ${writeStack(article, { as, size: index === 0 ? 'second' : 'small' })}
          ${excerpt && html`<p class="summary">${excerpt}</p>`}
          ${await writeArticleNotes(article, { withLength: true })}
        </article>
      </li>`);
  }
  return html`<ol class="contents">${items}</ol>`;
}

/** {@link writeContents}, or that there are none yet. */
export const writeContentsOf = async (articles: readonly Article[], as: 'h2' | 'h3'): Promise<Markup> =>
  articles.length > 0 ? writeContents(articles, as) : html`<p class="meta">这一版的文章还没有整理出来。</p>`;
