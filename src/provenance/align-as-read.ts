import { accountPage, type PageAccount } from './account-page.ts';
import { alignPage } from './align-page.ts';
import type { AlignedPage, PageInput } from './aligned-page.ts';

type Load = () => Promise<typeof import('./reading-order.ts')>;

// Astro makes one file of many modules, in which the machine does not find its tables: whoever begins Astro hands it over.
const KEY = Symbol.for('fengtai-archive.reading-order');
const shared = globalThis as { [KEY]?: Load };

/** Says where pages that are rendered get the machine from, which is loaded when the first of them needs it. */
export function handReadingOrder(load: Load): void {
  shared[KEY] = load;
}

/**
 * Aligns a page, and where that leaves something open once more in the order in which the machine reads it: columns that
 * an export wove may be cut into pieces too short to be told from chance.
 *
 * @param input the page
 * @returns whichever account explains more
 */
export async function alignAsRead(input: PageInput): Promise<AlignedPage> {
  const page = alignPage(input);
  const found = accountPage(page);
  const doubtful = page.parts.some(
    ({ article, dropped }) => article.status === 'machine' && dropped.size > 0,
  );
  if (found.lost === 0 && !doubtful) return page;
  const load = shared[KEY] ?? (() => import('./reading-order.ts'));
  const { readingOrder } = await load();
  const again = alignPage(input, readingOrder(page.characters));
  return isBetter(accountPage(again), found) ? again : page;
}

// More of the page is published letter by letter, no more is lost, and what counts as corrected is not what was lost before.
function isBetter(account: PageAccount, than: PageAccount): boolean {
  const gain = account.published - than.published;
  return gain > 0 && account.lost <= than.lost && account.corrected - than.corrected <= gain;
}
