/** What the checks need to know of one page of the published folder. */
export interface PublishedPage {
  /** Path of its file in the folder: `2023-04-14/index.html`. */
  file: string;
  bytes: number;
  lang?: string;
  title?: string;
  headings: number;
  ids: Set<string>;
  doubleIds: string[];
  /** Addresses as they are written, once each. */
  links: Set<string>;
  /** Contents of `<script type="application/ld+json">`. */
  linkedData: string[];
  policy?: string;
  /** Search engines are asked to leave it out. */
  hidden: boolean;
  /** It only sends the reader on. */
  redirect: boolean;
  /** Scripts, styles or handlers that stand in the page itself. */
  inline: string[];
  article?: { name: string; headline: string; blocks: Map<string, string> };
}

/** A fault of the published folder: the page, and what is wrong. */
export interface PublishedFault {
  file: string;
  fault: string;
}
