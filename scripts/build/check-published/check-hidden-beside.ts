import { findForbidden } from '../../../src/loader/find-forbidden.ts';
import { mayHide } from './find-hidden.ts';
import type { PublishedFault } from './published-page.ts';
import { readEntities } from './read-entities.ts';

const JSON_FILE = /\.(?:json|webmanifest)$/u;

/**
 * Characters that hide, or turn text round, in what is published beside the pages: as they are, by their numbers in XML,
 * by their escapes in JSON.
 *
 * @param texts feeds, site maps and other texts that machines read, by path
 */
export function checkHiddenBeside(texts: ReadonlyMap<string, string>): PublishedFault[] {
  return [...texts].flatMap(([file, text]) => {
    const isJson = JSON_FILE.test(file);
    if (!mayHide(Buffer.from(text).toString('latin1')) && !(isJson && text.includes('\\u'))) return [];
    const read = isJson ? writeOut(text) : readEntities(text).text;
    const found = findForbidden(text + read).map(({ code, name }) => `有${name} ${code}`);
    return [...new Set(found)].map((fault) => ({ file, fault }));
  });
}

/** JSON without its escapes; that it may be none is told elsewhere. */
function writeOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return '';
  }
}
