import { createHash } from 'node:crypto';

/** As many digits of a fragment's digest as Pagefind names it by, where no other begins with the same. */
const DIGITS = 7;

/** A record as Pagefind was given it, and how many words it says that it counted. */
export interface CountedRecord {
  url: string;
  /** ASCII without anything that JSON escapes. */
  content: string;
  words: number;
}

/**
 * The name that Pagefind gives to the fragment of a record, the file that holds its text for a list of results. It is a
 * digest of what stands in the fragment, and a file of that name that is there is not written again.
 *
 * Pagefind 1.6 tells no names before it writes (its pull request 800 would), and no option leaves the fragments out:
 * `maxFragments` packs the same texts into fewer files. Where another version names them otherwise, the index is right all
 * the same and takes longer; tests/search/foresee-fragment.test.ts fails then.
 *
 * @param record without metadata, filters, anchors
 * @param language of the index
 * @returns name without its ending
 */
export function foreseeFragment({ url, content, words }: CountedRecord, language: string): string {
  const digest = createHash('sha1')
    .update(`{"url":"${url}","content":"`)
    .update(content, 'latin1')
    .update(`","word_count":${words},"filters":{},"meta":{},"anchors":[]}`)
    .digest();
  // Each byte without a zero before it, as Pagefind writes them.
  return `${language}_${Array.from(digest, (byte) => byte.toString(16))
    .join('')
    .slice(0, DIGITS)}`;
}
