import { KnownNames } from './known-names.ts';

/** Is told of the tags of a page, and of the texts that it wants. */
export interface TagReader {
  /** Whether it wants to know the value of an attribute. @param attribute its name in small letters */
  asksFor: (attribute: string) => boolean;
  open: (
    name: string,
    attributes: Readonly<Record<string, string>> | undefined,
    closesItself: boolean,
  ) => void;
  close: (name: string) => void;
  /** Whether the text that comes is read by anything. */
  wantsText: () => boolean;
  take: (text: string) => void;
  isInForeignContext: () => boolean;
}

const DOCTYPE = /^<!doctype html>/iu;
/** What stands for a character in our pages, as Astro and `src/markup` write it. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&quot;': '"',
};
const ENTITY = /&(?:amp|lt|gt|#39|quot);/gu;
const LONGEST_ENTITY = '&quot;'.length;

/** Elements that hold text alone. */
const TEXT_ONLY = new Set(['script', 'style', 'title']);
/** Others that do; none of our pages has one. */
const STRANGE = new Set(['iframe', 'noembed', 'noframes', 'plaintext', 'textarea', 'xmp']);

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ATTRIBUTE = `${SMALL}${SMALL.toUpperCase()}${DIGITS}-:`;
/** Small letters, digits and hyphens after a small letter. */
const tags = new KnownNames(SMALL, `${SMALL}${DIGITS}-`);
const attributeNames = new KnownNames(ATTRIBUTE, ATTRIBUTE, (name) => name.toLowerCase());

const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const EQUALS = 61;
const END = 62;

/**
 * Reads the tags of a page that is written as our own are: names and attributes one space apart, values in double
 * quotes, five entities, no comments. A tokenizer for all of HTML looks at each character; this one leaps from tag to tag
 * and from quote to quote. Bytes are looked at as if each were a character, and only what is wanted is decoded: what makes
 * a tag is ASCII, and no byte of another character is.
 *
 * @param bytes the page, in UTF-8
 * @param reader is told of what is found, in its order
 * @returns whether all of the page is written so; if not, the reader has heard of a part of it
 */
export function readPlainTags(bytes: Buffer, reader: TagReader): boolean {
  const html = bytes.toString('latin1');
  if (!hasPlainEntities(html)) return false;
  const page: Page = { bytes, html, reader };
  let at = DOCTYPE.exec(html)?.[0].length ?? 0;
  for (;;) {
    const tag = html.indexOf('<', at);
    if (reader.wantsText()) takeText(page, at, tag === -1 ? html.length : tag);
    if (tag === -1) return true;
    at = html.charCodeAt(tag + 1) === SLASH ? closeTag(page, tag + 2) : openTag(page, tag + 1);
    if (at === -1) return false;
  }
}

interface Page {
  bytes: Buffer;
  /** A character for each byte. */
  html: string;
  reader: TagReader;
}

function hasPlainEntities(html: string): boolean {
  for (let at = html.indexOf('&'); at !== -1; at = html.indexOf('&', at + 1)) {
    const end = html.indexOf(';', at);
    if (end === -1 || end - at >= LONGEST_ENTITY || !(html.slice(at, end + 1) in ENTITIES)) return false;
  }
  return true;
}

const decode = (text: string): string =>
  text.includes('&') ? text.replace(ENTITY, (entity) => ENTITIES[entity]!) : text;

function takeText({ bytes, reader }: Page, from: number, to: number): void {
  if (to > from) reader.take(decode(bytes.toString('utf8', from, to)));
}

/** @returns where the tag ends, or -1 where it is not a plain one */
function closeTag({ html, reader }: Page, start: number): number {
  const name = tags.read(html, start);
  const { end } = tags;
  if (end === start || html.charCodeAt(end) !== END) return -1;
  reader.close(name);
  return end + 1;
}

/** @returns where the tag ends, or the text of an element that holds nothing else; -1 where it is not a plain one */
function openTag(page: Page, start: number): number {
  const { bytes, html, reader } = page;
  const name = tags.read(html, start);
  let at = tags.end;
  if (at === start) return -1;
  let attributes: Record<string, string> | undefined;
  while (html.charCodeAt(at) === SPACE) {
    const from = at + 1;
    const key = attributeNames.read(html, from);
    at = attributeNames.end;
    if (at === from) return -1;
    const asked = reader.asksFor(key);
    let value = '';
    if (html.charCodeAt(at) === EQUALS) {
      if (html.charCodeAt(at + 1) !== QUOTE) return -1;
      const end = html.indexOf('"', at + 2);
      if (end === -1) return -1;
      if (asked) value = decode(bytes.toString('utf8', at + 2, end));
      at = end + 1;
    }
    if (!asked) continue;
    attributes ??= {};
    // As in a browser: of two the first counts.
    attributes[key] ??= value;
  }
  const closesItself = html.charCodeAt(at) === SLASH;
  if (closesItself) at += 1;
  if (html.charCodeAt(at) !== END || STRANGE.has(name)) return -1;
  if (!TEXT_ONLY.has(name) || (name === 'title' && reader.isInForeignContext())) {
    reader.open(name, attributes, closesItself);
    return at + 1;
  }
  // What seems a tag in a program or a title is none: only its own end is looked for.
  const end = html.indexOf('<', at);
  if (closesItself || reader.isInForeignContext() || !html.startsWith(`</${name}>`, end)) return -1;
  reader.open(name, attributes, false);
  if (reader.wantsText()) {
    // Entities mean something in a title alone.
    if (name === 'title') takeText(page, at + 1, end);
    else if (end > at + 1) reader.take(bytes.toString('utf8', at + 1, end));
  }
  return end;
}
