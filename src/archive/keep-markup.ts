const kept = new Map<string, Promise<string>>();

/**
 * Markup that is the same on many pages, made once for a build. An editor's own server makes it anew for each page: the
 * content, and the program, may have changed.
 *
 * @param name says which markup it is, and everything that it depends on but the content
 * @param render makes it
 */
export function keepMarkup(name: string, render: () => Promise<string>): Promise<string> {
  if (!import.meta.env.PROD) return render();
  let markup = kept.get(name);
  if (!markup) {
    markup = render();
    kept.set(name, markup);
  }
  return markup;
}
