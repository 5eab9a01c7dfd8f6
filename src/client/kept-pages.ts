const ARTICLE = /\/\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}\/$/u;

/** An article that is kept on this device. */
interface KeptPage {
  address: string;
  /** The headline as its page sets it: it breaks between words here too. */
  title: Node[];
}

/** Lists the articles that this device keeps for reading without a network, and forgets them when asked to. */
class KeptPages extends HTMLElement {
  connectedCallback(): void {
    // The service worker shows this page at the address that it could not get.
    const missed = location.pathname !== `${this.dataset.base}offline/`;
    const title = this.find('h1');
    if (missed) title.replaceChildren(...title.dataset.whenMissed!.split('|').map(makePhrase));
    this.find('[data-missed]').hidden = !missed;
    this.find('[data-shelf]').hidden = missed;
    this.find('button').addEventListener('click', () => void this.forget());
    void this.show();
  }

  private find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  private async show(): Promise<void> {
    const pages = await this.listPages();
    this.find('ul').replaceChildren(
      ...pages.map(({ address, title }) => {
        const item = document.createElement('li');
        const link = Object.assign(document.createElement('a'), { href: address });
        const headline = document.createElement('span');
        headline.append(...title);
        link.append(headline);
        item.append(link);
        return item;
      }),
    );
    this.find('[data-kept]').hidden = pages.length === 0;
    this.find('[data-none]').hidden = pages.length > 0;
  }

  /** Last read first; articles only, for nobody looks for lists here. */
  private async listPages(): Promise<KeptPage[]> {
    const cache = await this.openCache();
    const found: KeptPage[] = [];
    for (const request of (await cache?.keys()) ?? []) {
      const { pathname } = new URL(request.url);
      if (!ARTICLE.test(pathname)) continue;
      const html = await (await cache!.match(request))?.text();
      const title = new DOMParser().parseFromString(html ?? '', 'text/html').querySelector('h1');
      if (title?.textContent.trim())
        found.unshift({
          address: pathname,
          title: [...title.childNodes].map((node) => document.importNode(node, true)),
        });
    }
    return found;
  }

  private async openCache(): Promise<Cache | undefined> {
    if (!('caches' in window)) return undefined;
    const name = (await caches.keys()).find((key) => key.startsWith(`offline ${this.dataset.base} pages `));
    return name ? caches.open(name) : undefined;
  }

  private async forget(): Promise<void> {
    const cache = await this.openCache();
    for (const request of (await cache?.keys()) ?? []) await cache!.delete(request);
    await this.show();
    this.find('[data-none]').focus();
  }
}

/** Words that are read together: a line ends behind them. */
const makePhrase = (textContent: string): HTMLElement =>
  Object.assign(document.createElement('span'), { className: 'phrase', textContent });

customElements.define('kept-pages', KeptPages);
