import { asksFor } from './asks-for.ts';
import { KnownNames } from './known-names.ts';
import type { AlikeParts } from './known-stretches.ts';
import type { PageText } from './page-text.ts';
import { decodeOurs, hasOther } from './read-entities.ts';
import { StretchLeaper } from './stretch-leaper.ts';
import type { TagReader } from './tag-reader.ts';

const DOCTYPE = /^<!doctype html>/iu;
/** Elements that hold text alone. */
const TEXT_ONLY = new Set(['script', 'style', 'title']);
/** Others that do; none of our pages has one. */
const STRANGE = new Set(['iframe', 'noembed', 'noframes', 'plaintext', 'textarea', 'xmp']);

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ATTRIBUTE = `${SMALL}${SMALL.toUpperCase()}${DIGITS}-:`;
/** Small letters, digits and hyphens after a small letter. */
const tags = new KnownNames(SMALL, `${SMALL}${DIGITS}-`, (name) => ({
  name,
  isPlain: !TEXT_ONLY.has(name) && !STRANGE.has(name),
}));
const attributeNames = new KnownNames(ATTRIBUTE, ATTRIBUTE, (name) => ({
  name: name.toLowerCase(),
  asked: asksFor(name.toLowerCase()),
}));

const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const SLASH = 47;
const EQUALS = 61;
const BEGINNING = 60;
const END = 62;
const ASCII = 0x80;
/** Values that are longer are leapt over, not looked at letter by letter. */
const SHORT = 32;

interface Page extends PageText {
  reader: TagReader;
  alike: AlikeParts;
  leaper: StretchLeaper;
}

/**
 * Reads the tags of a page that is written as our own are: names and attributes one space apart, values in double
 * quotes, five entities, no comments. A tokenizer for all of HTML looks at each character; this one leaps from tag to tag
 * and from quote to quote, and over what came on another page, byte for byte. Bytes are looked at as if each were a
 * character, and only what is wanted is decoded: what makes a tag is ASCII, and no byte of another character is.
 *
 * @param text the page; what was leapt over is left out of what has to be looked at
 * @param reader is told of what is found, in its order
 * @param alike what is known from other pages, and learnt from this one
 * @returns whether all of the page is written so; if not, the reader has heard of a part of it
 */
export function readPlainTags(text: PageText, reader: TagReader, alike: AlikeParts): boolean {
  const { bytes, html } = text;
  const leaper = new StretchLeaper(bytes, reader);
  const page: Page = { ...text, reader, alike, leaper };
  let at = DOCTYPE.exec(html)?.[0].length ?? 0;
  for (;;) {
    // Every other tag follows upon one.
    const tag = bytes[at] === BEGINNING ? at : html.indexOf('<', at);
    const end = tag === -1 ? html.length : tag;
    if (reader.wantsText()) takeText(page, at, end);
    leaper.come(end);
    if (tag === -1) break;
    at = bytes[tag + 1] === SLASH ? closeTag(page, tag + 2) : openTag(page, tag + 1);
    if (at === -1) return false;
    leaper.pass(at);
  }
  const unlooked = leaper.listUnleapt(html);
  if (unlooked.some(hasOther)) return false;
  text.unlooked = unlooked;
  return true;
}

function takeText({ bytes, reader }: Page, from: number, to: number): void {
  if (to > from) reader.take(decodeOurs(bytes.toString('utf8', from, to)));
}

/** What stands in the page; where it is ASCII and means itself, it is cut out of it, and holds it. */
function cutOut({ bytes, html }: Page, from: number, to: number): string {
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code >= ASCII || code === AMPERSAND) return decodeOurs(bytes.toString('utf8', from, to));
  }
  return html.slice(from, to);
}

/** @returns where the quote is that ends a value, or -1 */
function endOfValue({ bytes, html }: Page, from: number): number {
  const near = from + SHORT;
  for (let at = from; at < near; at++) if (bytes[at]! === QUOTE) return at;
  return html.indexOf('"', near);
}

/** @returns where the tag ends, or -1 where it is not a plain one */
function closeTag(page: Page, start: number): number {
  const { bytes, html, reader, leaper, alike } = page;
  const tag = tags.read(bytes, start);
  const { end } = tags;
  if (!tag || bytes[end] !== END) return -1;
  const { name } = tag;
  reader.close(name);
  leaper.tell(name);
  return name === 'main' ? leaper.leap(alike.colophons, end + 1, html.length) : end + 1;
}

/** @returns where the tag ends, or the text of an element that holds nothing else; -1 where it is not a plain one */
function openTag(page: Page, start: number): number {
  const { bytes, html, leaper, alike } = page;
  const tag = tags.read(bytes, start);
  if (!tag) return -1;
  let at = tags.end;
  let code = bytes[at]!;
  let attributes: Record<string, string> | undefined;
  // Most elements have one or none that is asked for: for that no object is made.
  let only = '';
  let value = '';
  while (code === SPACE) {
    const key = attributeNames.read(bytes, at + 1);
    if (!key) return -1;
    at = attributeNames.end;
    code = bytes[at]!;
    let from = at;
    if (code === EQUALS) {
      if (bytes[at + 1] !== QUOTE) return -1;
      from = at + 2;
      at = endOfValue(page, from);
      if (at === -1) return -1;
    }
    if (key.asked) {
      if (only !== '') {
        attributes ??= { [only]: value };
        // As in a browser: of two the first counts.
        attributes[key.name] ??= cutOut(page, from, at);
      } else {
        only = key.name;
        value = cutOut(page, from, at);
      }
    }
    if (code === EQUALS) {
      at += 1;
      code = bytes[at]!;
    }
  }
  const closesItself = code === SLASH;
  if (closesItself) at += 1;
  if (bytes[at] !== END) return -1;
  const { name } = tag;
  if (only !== '' && !attributes) {
    if (!closesItself && tag.isPlain && !leaper.isLearning() && page.reader.openWith(name, only, value))
      return at + 1;
    attributes = { [only]: value };
  }
  if (!tag.isPlain) return openTextOnly(page, name, attributes, at, closesItself);
  tell(page, name, attributes, closesItself);
  return name === 'body' ? leaper.leap(alike.mastheads, at + 1, html.indexOf('<main', at)) : at + 1;
}

function tell(
  { reader, leaper }: Page,
  name: string,
  attributes: Readonly<Record<string, string>> | undefined,
  closesItself: boolean,
): void {
  reader.open(name, attributes, closesItself);
  leaper.tell(name, { attributes, closesItself });
}

/** As {@link openTag}, of an element that holds text alone. @param at where its tag ends */
function openTextOnly(
  page: Page,
  name: string,
  attributes: Readonly<Record<string, string>> | undefined,
  at: number,
  closesItself: boolean,
): number {
  const { bytes, html, reader } = page;
  if (STRANGE.has(name)) return -1;
  if (name === 'title') {
    // Which page has this one is for each page to say.
    page.leaper.forget();
    if (reader.isInForeignContext()) {
      reader.open(name, attributes, closesItself);
      return at + 1;
    }
  }
  // What seems a tag in a program or a title is none: only its own end is looked for.
  const end = html.indexOf('<', at);
  if (closesItself || reader.isInForeignContext() || !html.startsWith(`</${name}>`, end)) return -1;
  tell(page, name, attributes, false);
  if (reader.wantsText()) {
    // Entities mean something in a title alone.
    if (name === 'title') takeText(page, at + 1, end);
    else if (end > at + 1) reader.take(bytes.toString('utf8', at + 1, end));
  }
  return end;
}
