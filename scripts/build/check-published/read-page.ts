import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { asksFor } from './asks-for.ts';
import { type AlikeParts, makeAlikeParts } from './known-stretches.ts';
import { PageReader } from './page-reader.ts';
import { type PageText, textOfPage } from './page-text.ts';
import type { PublishedPage } from './published-page.ts';
import { readPlainTags } from './read-plain-tags.ts';

/**
 * Reads what the checks need of a page: plainly where it is written as our pages are, and otherwise with a tokenizer
 * that knows all of HTML. Both see the same: a test holds them against each other.
 *
 * @param bytes the page, in UTF-8
 * @param file its path in the published folder
 * @param text the same page; what need not be looked at again is left out of it
 * @param alike what is known from other pages of the site
 */
export function readPage(
  bytes: Buffer,
  file: string,
  text: PageText = textOfPage(bytes),
  alike: AlikeParts = makeAlikeParts(),
): PublishedPage {
  const reader = new PageReader(bytes, file);
  if (!readPlainTags(text, reader, alike)) return readAnyPage(bytes, file);
  reader.end();
  return reader.page;
}

/** As {@link readPage}, of a page that is written in any way. */
export function readAnyPage(bytes: Buffer, file: string): PublishedPage {
  const html = bytes.toString('utf8');
  const reader = new PageReader(bytes, file);
  const tokenizer = new Tokenizer({ decodeEntities: true }, new TokenListener(html, reader));
  tokenizer.write(html);
  tokenizer.end();
  return reader.page;
}

/**
 * Makes tags of what the tokenizer finds. The parser above the tokenizer makes an object of all attributes of each
 * element, and closes what was left open: of the one little is needed, and the other is a fault.
 */
class TokenListener implements TokenizerCallbacks {
  private readonly html: string;
  private readonly reader: PageReader;
  private name = '';
  private attributes: Record<string, string> | undefined;
  /** The attribute that is read, if anything asks for it. */
  private key: string | undefined;
  private value = '';

  constructor(html: string, reader: PageReader) {
    this.html = html;
    this.reader = reader;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    const key = this.html.slice(start, end).toLowerCase();
    this.key = asksFor(key) ? key : undefined;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.key !== undefined) this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (this.key !== undefined) this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (this.key === undefined) return;
    this.attributes ??= {};
    // As in a browser: of two the first counts.
    this.attributes[this.key] ??= this.value;
  }

  onopentagend(): void {
    this.reader.open(this.name, this.attributes, false);
  }

  onselfclosingtag(): void {
    this.reader.open(this.name, this.attributes, true);
  }

  onclosetag(start: number, end: number): void {
    this.reader.close(this.html.slice(start, end).toLowerCase());
  }

  ontext(start: number, end: number): void {
    if (this.reader.wantsText()) this.reader.take(this.html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    if (this.reader.wantsText()) this.reader.take(String.fromCodePoint(codePoint));
  }

  oncdata(): void {}
  oncomment(start: number, end: number, signs: number): void {
    this.reader.comment(this.html.slice(start, end - signs));
  }

  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  onend(): void {
    this.reader.end();
  }

  isInForeignContext(): boolean {
    return this.reader.isInForeignContext();
  }
}
