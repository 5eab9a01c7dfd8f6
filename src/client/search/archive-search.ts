import type { Answer, FacetCount } from '../../search/engine/answer-search.ts';
import {
  asksAnything,
  type Choice,
  EMPTY_REQUEST,
  readRequest,
  type SearchRequest,
  writeRequest,
} from '../../search/request.ts';
import { askSearch, SearchFailure } from './ask-search.ts';
import { make } from './dom.ts';
import { renderFacets } from './render-facets.ts';
import { renderPaging } from './render-paging.ts';
import { renderResults } from './render-results.ts';

type State = 'idle' | 'searching' | 'done' | 'error';

/**
 * `<archive-search base="/">`: the search page. The address holds the whole search; the element shows what the
 * address says, and every change of the reader is a new address.
 */
export class ArchiveSearch extends HTMLElement {
  #request: SearchRequest = EMPTY_REQUEST;
  #turn = 0;
  #title = document.title;

  connectedCallback(): void {
    this.#title = document.title;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask({ ...this.#read(), page: 1 });
    });
    this.#form.addEventListener('change', (event) => {
      // What is typed waits for Enter; a choice does not.
      if ((event.target as Element).matches('select, [type="checkbox"], [type="radio"], [type="date"]')) {
        this.#ask({ ...this.#read(), page: 1 });
      }
    });
    this.addEventListener('click', (event) => this.#follow(event));
    window.addEventListener('popstate', () => void this.#show());
    const input = this.#input;
    const warm = () => void askSearch(this.#base, 'warm', undefined).catch(() => {});
    input.addEventListener('input', warm, { once: true });
    void this.#show();
  }

  get #base(): string {
    return this.getAttribute('base') ?? '/';
  }
  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }
  get #input(): HTMLInputElement {
    return this.querySelector('input[name="q"]')!;
  }
  get #region(): HTMLElement {
    return this.querySelector('[data-search-state]')!;
  }

  /** The request as the form says it; what the form does not hold, or does not show yet, stays as it is. */
  #read(): SearchRequest {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string' && value !== '') data.append(name, value);
    }
    const { q, mode, order, from, to, grouped, chosen } = readRequest(data);
    const shown = (choice: Choice) => this.querySelector(`[data-search-facet="${choice}"]`) !== null;
    const kept = Object.entries(this.#request.chosen).filter(([choice]) => !shown(choice as Choice));
    const { from: _from, to: _to, ...rest } = this.#request;
    return {
      ...rest,
      q,
      mode,
      order,
      grouped,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      chosen: { ...Object.fromEntries(kept), ...chosen },
    };
  }

  /** Goes to a new address and shows it. */
  #ask(request: SearchRequest): void {
    const query = writeRequest(request).toString();
    history.pushState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
    void this.#show();
  }

  /** Links that only change the search stay in the page. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-search-link]');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    void this.#show().then(() => {
      this.#region.focus({ preventScroll: true });
      this.scrollIntoView();
    });
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const current = () => turn === this.#turn;
    this.#request = readRequest(new URLSearchParams(location.search));
    const request = this.#request;
    this.#fill(request);
    if (!asksAnything(request)) {
      document.title = this.#title;
      this.#enter('idle', '');
      this.#put([]);
      return;
    }
    this.#enter('searching', '正在载入检索……');
    const slow = setTimeout(() => {
      if (current()) this.#say('线路较慢，正在下载索引，第一次要多等一会儿……');
    }, 3000);
    try {
      const answer = await askSearch(this.#base, 'search', request, (partial) => {
        if (current()) this.#showAnswer(partial, request);
      });
      if (!current()) return;
      this.#showAnswer(answer, request);
      this.#enter('done', this.#tally(answer));
      const facets = await askSearch(this.#base, 'countFacets', request);
      if (current()) this.#showFacets(facets, request);
    } catch (error) {
      if (!current()) return;
      this.#put([this.#explain(error)]);
      this.#enter('error', '检索没有完成。');
    } finally {
      clearTimeout(slow);
    }
  }

  #tally({ total, hits, complete, since }: Answer): string {
    const counted = hits > 0 ? `${total} 篇，${hits} 处` : `${total} 篇`;
    return complete ? counted : `已查到 ${since} 为止：${counted}，更早的还在查……`;
  }

  #showAnswer(answer: Answer, request: SearchRequest): void {
    document.title = `${request.q === '' ? '检索' : `“${request.q}”`} 第${Math.min(request.page, answer.pages)}页 - ${this.#title}`;
    this.#say(this.#tally(answer));
    this.#region.dataset.searchTotal = String(answer.total);
    this.#put(
      answer.total === 0
        ? [make('p', { class: 'none' }, answer.complete ? '没有找到。' : '')]
        : [
            ...renderResults(answer, request.grouped, (name) => this.#articleAddress(name, request)),
            renderPaging(answer, request),
          ],
    );
  }

  #showFacets(facets: Record<Choice, FacetCount[]>, request: SearchRequest): void {
    this.querySelector('[data-search-facets]')?.replaceChildren(...renderFacets(facets, request));
  }

  /** The article with the query, so that it can mark the hits and show the first. */
  #articleAddress(name: string, { q, mode }: SearchRequest): string {
    const query = new URLSearchParams(
      q.trim() === '' ? {} : { hl: q, ...(mode === 'exact' ? {} : { mode }) },
    );
    return `${this.#base}${name}/${query.size > 0 ? `?${query}` : ''}`;
  }

  #explain(error: unknown): HTMLElement {
    const offline = error instanceof SearchFailure && error.kind === 'offline';
    const retry = make('button', { type: 'button', class: 'again' }, '再试一次');
    retry.addEventListener('click', () => void this.#show());
    return make(
      'div',
      { class: 'trouble' },
      make(
        'p',
        {},
        offline || !navigator.onLine
          ? '索引没有下载成功，可能是网络断了。检索在您的设备上进行，要先把索引下载下来；这里不显示不完整的结果。'
          : '检索出了差错，这里不显示不完整的结果。',
      ),
      retry,
      make('p', {}, make('a', { href: `${this.#base}browse/` }, '也可以按日期浏览')),
    );
  }

  #enter(state: State, message: string): void {
    this.#region.dataset.searchState = state;
    this.#region.setAttribute('aria-busy', String(state === 'searching'));
    if (state !== 'done') delete this.#region.dataset.searchTotal;
    this.#say(message);
  }

  #say(message: string): void {
    const tally = this.querySelector('[data-search-tally]')!;
    if (tally.textContent !== message) tally.textContent = message;
  }

  #put(nodes: Node[]): void {
    this.querySelector('[data-search-results]')!.replaceChildren(...nodes);
  }

  /** Fills the form from the request. */
  #fill(request: SearchRequest): void {
    if (this.#input.value !== request.q) this.#input.value = request.q;
    const values = writeRequest({ ...request, page: 1 });
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
        field.checked = values.getAll(field.name).includes(field.value);
      } else if (field instanceof HTMLInputElement && field.type === 'date') {
        field.value = values.get(field.name) ?? '';
      } else if (field instanceof HTMLSelectElement) {
        field.value = values.get(field.name) ?? field.options[0]!.value;
      }
    }
  }
}

customElements.define('archive-search', ArchiveSearch);
