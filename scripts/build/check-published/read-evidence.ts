import { closeUp } from './as-shown.ts';

/** A text of an article that stands beside its scan, or a line of the scan, under its anchor. */
export interface ShownText {
  /** `headline`, `b1`; `n9` of a line, `n9-2` where the same line comes again. */
  anchor: string;
  /** Without spaces; of a line after its number. */
  text: string;
}

/** Where a text stands beside its scan, and where a whole scan stands. */
const EVIDENCE = /(?:^|\/)(?:provenance|scan)\/index\.html$/u;
/** What holds texts and lines there, and nothing else. */
const PAIRS = ['<provenance-pairs', '</provenance-pairs>'] as const;
const SCAN = ['<div class="scan-page"', '</main>'] as const;
/** What is said of them. */
const ASIDE = ['h2', 'small'];
const [H, L, P, S] = [104, 108, 112, 115];

/** Whether a page shows a scan. @param file its path in the published folder */
export const isEvidence = (file: string): boolean => EVIDENCE.test(file);

/**
 * Reads what a page shows of a scan and of the text that came of it, and leaves out what it says of them: the labels of
 * parts, the notes at the end of lines. Our pages have their tags in pairs, and no sign of a tag in an attribute.
 *
 * @param html the page, a character for each byte
 * @returns texts and lines, a character for each byte and with the entities of the page, in the order of the page
 */
export function readEvidence(html: string): ShownText[] {
  const [begins, ends] = html.includes(PAIRS[0]) ? PAIRS : SCAN;
  const from = html.indexOf(begins);
  if (from === -1) return [];
  const end = html.indexOf(ends, from);
  const shown: ShownText[] = [];
  let anchor = '';
  let text = '';
  const take = () => {
    if (anchor !== '') shown.push({ anchor, text: closeUp(text) });
  };
  for (let at = from; at !== -1 && at < end; ) {
    let close = html.indexOf('>', at);
    if (close === -1) break;
    // Most tags are those of sentences, which are told from others by a letter.
    const letter = html.charCodeAt(at + 1);
    if (letter === S ? html.charCodeAt(at + 2) !== P : letter === H || letter === L) {
      if (html.startsWith('<section', at) || html.startsWith('<li ', at)) {
        take();
        text = '';
        const id = html.indexOf(' id="', at);
        anchor = id === -1 || id > close ? '' : html.slice(id + 5, html.indexOf('"', id + 5));
      } else {
        const name = ASIDE.find((one) => html.startsWith(`<${one}`, at));
        if (name !== undefined) close = html.indexOf('>', html.indexOf(`</${name}`, close));
      }
    }
    at = html.indexOf('<', close);
    if (at > close + 1) text += html.slice(close + 1, at);
  }
  take();
  return shown;
}
