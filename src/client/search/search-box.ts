import { SearchFiles } from '../../search/engine/search-files.ts';
import type { Suggestions } from '../../search/files.ts';
import type { CharacterMap } from '../../search/fold.ts';
import { type Suggestion, suggest } from '../../search/suggest.ts';
import { make } from './dom.ts';
import { forgetRecent, readRecent } from './recent-searches.ts';
import { renderHeadline } from './render-segments.ts';

const KINDS: Record<Suggestion['kind'], string> = {
  recent: '近期检索',
  topic: '专题',
  name: '名称',
  headline: '标题',
};

let boxes = 0;

/**
 * `<search-box base="/">` around a search form: suggestions while typing, by the ARIA pattern of an editable
 * combobox with a list. The form works as before; a suggestion is one way more.
 */
class SearchBox extends HTMLElement {
  #sources: Promise<{ suggestions: Suggestions; map: CharacterMap }> | undefined;
  #shown: Suggestion[] = [];
  #active = -1;
  #turn = 0;
  readonly #list = make('div', { class: 'suggestions', role: 'listbox', 'aria-label': '建议', hidden: true });

  connectedCallback(): void {
    const input = this.#input;
    this.#list.id = `suggestions-${++boxes}`;
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
    })) {
      input.setAttribute(name, value);
    }
    input.after(this.#list);
    input.addEventListener('input', () => void this.#update());
    input.addEventListener('focus', () => void this.#update());
    input.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('focusout', (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) this.#close();
    });
    // Before the field loses its focus.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
      if (option) this.#choose(Number(option.dataset.at));
    });
    input.form?.addEventListener('submit', () => this.#close());
    if (document.activeElement === input && this.dataset.asked !== input.value) void this.#update();
  }

  get #base(): string {
    return this.getAttribute('base')!;
  }
  get #input(): HTMLInputElement {
    return this.querySelector('input[name="q"]')!;
  }

  async #update(): Promise<void> {
    const turn = ++this.#turn;
    const typed = this.#input.value;
    this.#sources ??= loadSources(this.#base);
    const sources = await this.#sources.catch(() => {
      this.#sources = undefined;
      return undefined;
    });
    // The reader typed on, or left; without a line there are no suggestions, and the form still works.
    if (turn !== this.#turn || !sources || document.activeElement !== this.#input) return;
    this.#shown = suggest(typed, sources.suggestions, readRecent(), sources.map);
    this.#active = -1;
    this.#draw();
  }

  #draw(): void {
    const options = this.#shown.map(({ kind, text }, at) =>
      make(
        'div',
        {
          role: 'option',
          id: `${this.#list.id}-${at}`,
          'data-at': at,
          'aria-selected': String(at === this.#active),
        },
        make('span', {}, ...renderHeadline([{ text, marked: false }])),
        make('span', { class: 'kind' }, KINDS[kind]),
      ),
    );
    this.#list.replaceChildren(...options);
    const open = options.length > 0;
    this.#list.hidden = !open;
    this.#input.setAttribute('aria-expanded', String(open));
    if (this.#active >= 0) {
      this.#input.setAttribute('aria-activedescendant', options[this.#active]!.id);
      options[this.#active]!.scrollIntoView({ block: 'nearest' });
    } else this.#input.removeAttribute('aria-activedescendant');
  }

  #onKey(event: KeyboardEvent): void {
    // An input method's own keys are not ours.
    if (event.isComposing) return;
    const open = !this.#list.hidden;
    const count = this.#shown.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!open) {
          void this.#update();
          return;
        }
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // One place more than there are options: the field itself.
        this.#active = ((this.#active + 1 + step + count + 1) % (count + 1)) - 1;
        this.#draw();
        return;
      }
      case 'Enter':
        if (open && this.#active >= 0) {
          event.preventDefault();
          this.#choose(this.#active);
        }
        return;
      case 'Escape':
        if (open) {
          event.preventDefault();
          this.#close();
        }
        return;
      case 'Delete':
        if (open && event.shiftKey && this.#shown[this.#active]?.kind === 'recent') {
          event.preventDefault();
          forgetRecent();
          void this.#update();
        }
    }
  }

  #choose(at: number): void {
    const { text, path } = this.#shown[at]!;
    this.#close();
    if (path !== undefined) {
      location.assign(`${this.#base}${path}`);
      return;
    }
    this.#input.value = text;
    this.#input.form!.requestSubmit();
  }

  #close(): void {
    this.#turn++;
    this.#shown = [];
    this.#active = -1;
    this.#draw();
  }
}

async function loadSources(base: string): Promise<{ suggestions: Suggestions; map: CharacterMap }> {
  const files = new SearchFiles(base);
  const [suggestions, map] = await Promise.all([files.suggestions(), files.characterMap()]);
  return { suggestions, map };
}

customElements.define('search-box', SearchBox);
