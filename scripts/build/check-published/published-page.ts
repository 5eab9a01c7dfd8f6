/** What the checks need to know of one page of the published folder. */
export interface PublishedPage {
  /** Path of its file in the folder: `2023-04-14/index.html`. */
  file: string;
  /** Size of the file. */
  bytes: number;
  lang?: string;
  title?: string;
  /** How many `h1` a reader sees. */
  headings: number;
  ids: Set<string>;
  /** Ids that come again, once for each time. */
  doubleIds: string[];
  /** Addresses as they are written, once each. */
  links: Set<string>;
  /** Addresses from which the page takes something, or to which it sends, without a reader's following a link. */
  loads: Set<string>;
  /** Addresses that it tells machines: its picture for sharing and the like. */
  told: Set<string>;
  /** The address that it says is its own. */
  canonical?: string;
  /** Titles and address that it gives for sharing and citing. */
  titles: string[];
  sharedAs?: string;
  /** Descriptions that it gives, and dates for citing it. */
  descriptions: string[];
  dates: string[];
  /** Contents of `<script type="application/ld+json">`. */
  linkedData: string[];
  /** How its bytes are to be read, and how wide it is to be laid out. */
  charset?: string;
  viewport?: string;
  /** It takes a style sheet. */
  styled: boolean;
  /** What none of our pages has: frames, text that is turned round or cannot be reached, comments. */
  odd: string[];
  /** Its Content-Security-Policy. */
  policy?: string;
  /** Search engines are asked to leave it out. */
  hidden: boolean;
  /** It only sends the reader on. */
  redirect: boolean;
  /** Scripts, styles of an element or handlers that stand in the page itself. */
  inline: string[];
  /** Style sheets that stand in the page itself. */
  styles: string[];
  /** Tags that open what is not closed, or close what is not open. */
  unpaired: string[];
  /** Words on an article's page that are neither its text nor in a part of the page that is known. */
  beside: string[];
  /** The parts of an article's page beside the text, as they are named. */
  frames: string[];
  article?: ShownArticle;
}

/** What a page shows of an article. */
export interface ShownArticle {
  name: string;
  kicker?: string | undefined;
  headline: string;
  deck?: string | undefined;
  /** Its section and its subheads, as they stand beside the text. */
  section?: string | undefined;
  subheads?: string | undefined;
  blocks: Map<string, string>;
  /** Numbers of blocks that stand after later ones; a picture with its captions may stand anywhere. */
  misplaced: number[];
}

/** What is kept of a page: little, for an archive has ten thousands of them. */
export interface PageFacts {
  bytes: number;
  /** What is wrong with the page by itself. */
  faults: string[];
  /** Its title, which no other page may have; absent where the page is hidden or sends on. */
  title?: string;
  /** Search engines are asked to leave it out, or it only sends the reader on. */
  unlisted: boolean;
  /** Other places of the archive that it links to, one a line: `<path>#<fragment>`, tab, the link as written. */
  links: string;
  /** Its anchors, one a line. */
  ids: string;
  /** The article it shows: its name, number of blocks, digest of its kicker, headline, deck and blocks. */
  article?: { name: string; blocks: number; text: string };
  /** Where it shows a scan: a digest of that, and of the texts that it sets beside it. */
  evidence?: string;
  /** Where it lists articles: their names, each with its headline after a space. */
  listed?: string[];
}

/** A fault of the published folder: the page, and what is wrong. */
export interface PublishedFault {
  file: string;
  fault: string;
}
