import { focusSearchField } from './search/focus-search-field.ts';

const HEADLINES = 'main :is(h2, h3) a[href]';

/**
 * Keys for those who like them: `/` to search, `j` and `k` from article to article, `?` for help. A reader can
 * switch them off; they never act while something is being typed.
 */
export function wireKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]') || areKeysOff()) return;
    const act = ACTIONS[event.key];
    if (act?.()) event.preventDefault();
  });
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-keys]')) openHelp();
  });
}

/** Each says whether it had something to do. */
const ACTIONS: Record<string, () => boolean> = {
  '/': focusSearchField,
  j: () => goToArticle('next', 1),
  k: () => goToArticle('prev', -1),
  '?': openHelp,
  '？': openHelp,
};

/** In an article, the one before or after it; in a list, the headline before or after the one with the focus. */
function goToArticle(rel: 'next' | 'prev', step: 1 | -1): boolean {
  if (document.querySelector('[data-article]')) {
    const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`);
    link?.click();
    return link !== null;
  }
  // Browsers that are older than `checkVisibility` have keyboards too.
  const links = [...document.querySelectorAll<HTMLElement>(HEADLINES)].filter(
    (link) => link.offsetParent !== null,
  );
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
  next?.focus();
  return next !== undefined;
}

function openHelp(): boolean {
  void import('./key-help.ts').then(({ showKeyHelp }) => showKeyHelp(!areKeysOff()));
  return true;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

function areKeysOff(): boolean {
  try {
    return localStorage.getItem('keys') === 'off';
  } catch {
    return false;
  }
}
