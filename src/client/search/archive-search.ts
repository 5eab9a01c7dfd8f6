import type { Answer } from '../../search/engine/answer-search.ts';
import type { FacetCount } from '../../search/engine/count-facets.ts';
import {
  asksAnything,
  type Choice,
  EMPTY_REQUEST,
  readRequest,
  type SearchRequest,
  writeRequest,
} from '../../search/request.ts';
import { askSearch, SearchFailure } from './ask-search.ts';
import { holdFiltersOpen } from './hold-filters-open.ts';
import { findPlace, keepPlace } from './keep-place.ts';
import { putFacets } from './put-facets.ts';
import { keepRecent } from './recent-searches.ts';
import { renderChosen } from './render-chosen.ts';
import { renderFacets } from './render-facets.ts';
import { centreKey, renderKwic, renderKwicTools } from './render-kwic.ts';
import { renderNearSection, renderNone, renderOffer, renderTrouble } from './render-messages.ts';
import { renderPaging } from './render-paging.ts';
import { renderResults } from './render-results.ts';
import { renderTrend } from './render-trend.ts';
import { asksAtOnce, fillForm, readForm } from './search-form.ts';

type State = 'idle' | 'searching' | 'done' | 'error';

/**
 * `<archive-search base="/">`: the search page. The address holds the whole search; the element shows what the
 * address says, and every change of the reader is a new address.
 */
class ArchiveSearch extends HTMLElement {
  #request: SearchRequest = EMPTY_REQUEST;
  #turn = 0;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #title = document.title;
  /** The help that an empty page opens closes with the first search; what a reader opened stays. */
  #helpOffered = false;

  connectedCallback(): void {
    this.#title = document.title;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const request = { ...readForm(this.#form, this.#request), page: 1 };
      keepRecent(request.q);
      this.#ask(request);
    });
    this.#form.addEventListener('change', (event) => {
      if (asksAtOnce(event.target as HTMLInputElement))
        this.#ask({ ...readForm(this.#form, this.#request), page: 1 });
    });
    this.addEventListener('click', (event) => this.#follow(event));
    holdFiltersOpen(this.querySelector<HTMLDetailsElement>('.narrow')!);
    window.addEventListener('popstate', () => void this.#show());
    const input = this.#input;
    const warm = () => void askSearch(this.#base, 'warm', undefined).catch(() => {});
    input.addEventListener('input', warm, { once: true });
    void this.#show();
    keepPlace(this.#results);
  }

  get #base(): string {
    return this.getAttribute('base')!;
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

  /** Titles of the topics by their slugs. */
  get #labels(): Record<string, string> {
    return JSON.parse(this.dataset.topics!) as Record<string, string>;
  }

  get #results(): HTMLElement {
    return this.querySelector('[data-search-results]')!;
  }

  /** Goes to a new address and shows it. */
  #ask(request: SearchRequest): void {
    const query = writeRequest(request).toString();
    history.pushState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
    void this.#show();
  }

  /** Links that only change the search stay in the page. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a[data-search-link]');
    // A bar of the picture is a link too, whose `href` is no text.
    const address = link?.getAttribute('href');
    if (!address || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Past the filters: no new address, only a new place on the page.
    if (address.startsWith('#')) {
      this.#region.focus();
      return;
    }
    history.pushState(null, '', address);
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
    const goBack = findPlace(this.#results);
    fillForm(this.#form, request);
    const chosen = renderChosen(request, this.#labels);
    this.querySelector('[data-search-chosen]')!.replaceChildren(...(chosen ? [chosen] : []));
    if (!asksAnything(request)) {
      document.title = this.#title;
      this.#enter('idle', '');
      this.#put([]);
      this.#offerHelp(true);
      return;
    }
    this.#offerHelp(false);
    this.#enter('searching', '正在检索……');
    this.#slow = setTimeout(() => {
      if (current()) this.#say('正在下载检索所需的索引，第一次要多等一会儿……');
    }, 2500);
    try {
      if (request.view === 'kwic') await this.#showContexts(request, current);
      else if (request.view === 'trend') await this.#showTrend(request, current);
      else await this.#showList(request, current);
      if (!current()) return;
      goBack?.();
      const facets = await askSearch(this.#base, 'countFacets', request);
      if (current()) this.#showFacets(facets, request);
    } catch (error) {
      if (!current()) return;
      const isOffline = error instanceof SearchFailure && error.kind === 'offline';
      this.#put([renderTrouble(isOffline || !navigator.onLine, this.#base, () => void this.#show())]);
      this.#enter('error', '检索没有完成。');
    }
  }

  #offerHelp(offer: boolean): void {
    const help = this.querySelector<HTMLDetailsElement>('.search-help');
    if (!help || offer === this.#helpOffered) return;
    this.#helpOffered = offer && !help.open;
    help.open = offer;
  }

  async #showList(request: SearchRequest, current: () => boolean): Promise<void> {
    const answer = await askSearch(this.#base, 'search', request, (partial) => {
      if (current()) this.#showAnswer(partial, request);
    });
    if (!current()) return;
    this.#showAnswer(answer, request);
    this.#enter('done', this.#tally(answer));
    if (request.mode === 'exact' && request.q.trim() !== '') {
      const letters = await askSearch(this.#base, 'countLetters', request);
      if (current() && letters.hits > answer.hits) this.#results.prepend(renderOffer(letters, request));
    }
    if (answer.total > 0 || request.q.trim() === '') return;
    const near = await askSearch(this.#base, 'findNear', request);
    if (!current() || near.length === 0) return;
    this.#results.append(
      renderNearSection(near, (name, parts) => this.#articleAddress(name, request, parts)),
    );
  }

  async #showContexts(request: SearchRequest, current: () => boolean): Promise<void> {
    const contexts = await askSearch(this.#base, 'listContexts', request, ({ read, bundles }) => {
      if (current()) this.#say(`正在读取正文：${read} / ${bundles}……`);
    });
    if (!current()) return;
    this.#setTitle({ ...request, page: contexts.page });
    this.#region.dataset.searchTotal = String(contexts.articles);
    this.#put(
      contexts.hits === 0
        ? [renderNone(request)]
        : [
            renderKwicTools(request, (separator) =>
              askSearch(this.#base, 'writeContexts', { request, separator }),
            ),
            ...renderKwic(contexts, request, ({ name, number }) =>
              this.#articleAddress(name, request).concat(`#hit-${number}`),
            ),
          ],
    );
    centreKey(this.#results);
    this.#enter('done', `${contexts.articles} 篇，${contexts.hits} 处`);
  }

  async #showTrend(request: SearchRequest, current: () => boolean): Promise<void> {
    const trend = await askSearch(this.#base, 'countTrend', request);
    if (!current()) return;
    this.#setTitle(request);
    this.#put(renderTrend(trend, request));
    const hits = trend.periods.reduce(
      (sum, period) => sum + period.hits.reduce((all, one) => all + one, 0),
      0,
    );
    this.#enter('done', `${hits} 处`);
  }

  #setTitle(request: SearchRequest): void {
    const asked = request.q.trim() === '' ? '检索' : `“${request.q.trim()}”`;
    document.title = `${asked} 第${request.page}页 - ${this.#title}`;
  }

  #tally({ total, hits, complete, since }: Answer): string {
    const counted = hits > 0 ? `${total} 篇，${hits} 处` : `${total} 篇`;
    return complete ? counted : `已查到 ${since} 为止：${counted}，更早的还在查……`;
  }

  #showAnswer(answer: Answer, request: SearchRequest): void {
    this.#setTitle({ ...request, page: Math.min(request.page, answer.pages) });
    this.#say(this.#tally(answer));
    this.#region.dataset.searchTotal = String(answer.total);
    this.#put(
      answer.total === 0
        ? answer.complete
          ? [renderNone(request)]
          : []
        : [
            ...renderResults(answer, request.grouped, (name) => this.#articleAddress(name, request)),
            renderPaging(answer, request),
          ],
    );
  }

  #showFacets(facets: Record<Choice, FacetCount[]>, request: SearchRequest): void {
    const place = this.querySelector<HTMLElement>('[data-search-facets]')!;
    putFacets(place, renderFacets(facets, request, this.#labels), this.#region);
  }

  /** The article with the query, so that it can mark the hits and show the first. */
  #articleAddress(name: string, { q, mode }: SearchRequest, parts?: readonly string[]): string {
    const marked = parts ? parts.map((part) => `"${part}"`).join(' ') : q.trim();
    const query = new URLSearchParams(
      marked === '' ? {} : { hl: marked, ...(mode === 'exact' ? {} : { mode }) },
    );
    return `${this.#base}${name}/${query.size > 0 ? `?${query}` : ''}`;
  }

  #enter(state: State, message: string): void {
    clearTimeout(this.#slow);
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
    this.#results.replaceChildren(...nodes);
  }
}

customElements.define('archive-search', ArchiveSearch);
