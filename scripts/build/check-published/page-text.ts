/** A page as it is read, and which of its parts have been read on other pages. */
export interface PageText {
  /** The page, in UTF-8. */
  readonly bytes: Buffer;
  /** The same, a character for each byte. */
  readonly html: string;
  /**
   * What of it is not known to be free of characters that hide and of what stands for them: the parts between those that
   * came on another page, byte for byte, and were found free there.
   */
  unlooked: readonly string[];
}

/** @param bytes a page, in UTF-8 */
export function textOfPage(bytes: Buffer): PageText {
  const html = bytes.toString('latin1');
  return { bytes, html, unlooked: [html] };
}
