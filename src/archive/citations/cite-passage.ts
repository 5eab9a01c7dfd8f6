/** A passage that a reader has chosen in an article. */
export interface Passage {
  /** The chosen words. */
  text: string;
  /** Number of the first and last paragraph it touches, from 1. */
  from: number;
  to: number;
  /** Anchor of the first one. */
  anchor: string;
}

/**
 * A citation of a passage: the words, then the citation with the paragraph, its address ending in the anchor.
 *
 * @param citation a citation in a text style (GB/T 7714, Chicago, MLA)
 * @param url the article's address, as it stands in the citation
 * @param passage what was chosen
 */
export function citePassage(citation: string, url: string, { text, from, to, anchor }: Passage): string {
  const quoted = text.replace(/\s*\n\s*/gu, '').trim();
  const place = from === to ? `第${from}段` : `第${from}—${to}段`;
  return `“${quoted.replace(/[“”‘’]/gu, (mark) => SWAPPED[mark]!)}”（${place}）\n${citation.replace(url, `${url}#${anchor}`)}`;
}

// A quotation inside a quotation takes the other marks.
const SWAPPED: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };
