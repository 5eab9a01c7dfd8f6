/** Under this key, on this device only; the about page says so. */
const KEY = 'recent-searches';
const MOST = 8;

/** Searches of this reader on this device, newest first. */
export function readRecent(): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown[];
    return kept.filter((one) => typeof one === 'string').slice(0, MOST);
  } catch {
    // Storage is shut off, or holds something of another page.
    return [];
  }
}

/** Keeps a search; the same one is kept once. */
export function keepRecent(query: string): void {
  const wanted = query.trim().slice(0, 100);
  if (wanted === '') return;
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify([wanted, ...readRecent().filter((one) => one !== wanted)].slice(0, MOST)),
    );
  } catch {
    // Storage is full or shut off: suggestions go without it.
  }
}

/** Forgets all of them. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
