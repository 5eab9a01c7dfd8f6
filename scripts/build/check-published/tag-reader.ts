/** Is told of the tags of a page, and of the texts that it wants. */
export interface TagReader {
  open: (
    name: string,
    attributes: Readonly<Record<string, string>> | undefined,
    closesItself: boolean,
  ) => void;
  /**
   * As `open`, of an element with one attribute that is asked for.
   *
   * @returns false where it wants to be told by `open`, and was told nothing yet
   */
  openWith: (name: string, attribute: string, value: string) => boolean;
  close: (name: string) => void;
  /** Whether the text that comes is read by anything. */
  wantsText: () => boolean;
  take: (text: string) => void;
  /** A comment. @param text what it says */
  comment: (text: string) => void;
  isInForeignContext: () => boolean;
}
