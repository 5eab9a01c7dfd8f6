/** What printers set where a character is missing (缺字). */
const MISSING = '□';
/** What is left of a character that a conversion could not carry over: U+FFFD, or U+FFFC for what it took for a picture. */
const LOST = /[\ufffc\ufffd]/gu;

/**
 * Writes □ where a character was lost on the way from the page to the scan. Nobody can read what was lost, and no page may
 * hide that it was.
 *
 * @param value texts, or what holds texts
 */
export function markLost<T>(value: T): T {
  const text = JSON.stringify(value);
  const marked = text?.replace(LOST, MISSING);
  return marked === text ? value : (JSON.parse(marked) as T);
}

/** How many characters of a text were lost. */
export const countLost = (text: string): number => text.match(LOST)?.length ?? 0;
