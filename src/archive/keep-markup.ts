import { loadedArticles } from '../loader/loaded-articles.ts';

let kept: { version: number; markup: Map<string, Promise<string>> } | undefined;

/**
 * Markup that is the same on many pages, made once for a build, and on an editor's own server once for each change
 * of the content.
 *
 * @param name says which markup it is, and everything that it depends on but the content
 * @param render makes it
 */
export function keepMarkup(name: string, render: () => Promise<string>): Promise<string> {
  const { version } = loadedArticles();
  if (kept?.version !== version) kept = { version, markup: new Map() };
  let markup = kept.markup.get(name);
  if (!markup) {
    markup = render();
    kept.markup.set(name, markup);
  }
  return markup;
}
