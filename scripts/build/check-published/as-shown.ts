/** Spaces of a page of which each byte is taken for a character. */
const SPACE = /[\t\n\r ]/;
const SPACES = /[\t\n\r ]+/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

/** A text of a page without spaces. @param text a character for each byte */
export const closeUp = (text: string): string => (SPACE.test(text) ? text.replace(SPACES, '') : text);

/** A text as our pages have it: with their entities, without spaces, a character for each byte. */
export const asShown = (text: string): string =>
  closeUp(Buffer.from(text.replace(/[&<>'"]/gu, (sign) => ENTITIES[sign]!)).toString('latin1'));

/** The same for a reader. @param shown as {@link asShown} gives it */
export const forReaders = (shown: string): string => Buffer.from(shown, 'latin1').toString('utf8');
