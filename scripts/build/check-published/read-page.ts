import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { PublishedPage } from './published-page.ts';

const ADDRESSES = new Set(['href', 'src', 'action', 'poster']);
/** Attributes that something here asks for; those that are named on… are noted, too. */
const ASKED_FOR = new Set([
  ...ADDRESSES,
  ...'id style srcset hidden lang type name content http-equiv data-article data-block'.split(' '),
]);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** In these an element may close itself, and a title is no page's. */
const FOREIGN = new Set(['svg', 'math']);

/** What is being read, and at which depth it ends. */
interface Reading {
  depth: number;
  take: (text: string) => void;
}

/**
 * Reads what the checks need of a page.
 *
 * @param html the page
 * @param file its path in the published folder
 */
export function readPage(html: string, file: string): PublishedPage {
  const reader = new PageReader(html, file);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.page;
}

type Attributes = Readonly<Record<string, string>>;
const NO_ATTRIBUTES: Attributes = Object.freeze({});

/**
 * Hears of each tag and text as it comes. The parser above the tokenizer makes an object of all attributes of each
 * element, and closes what was left open: of the one little is needed, and the other is a fault.
 */
class PageReader implements TokenizerCallbacks {
  readonly page: PublishedPage;
  private readonly html: string;
  /** Names of the elements that are open. */
  private readonly open: string[] = [];
  private name = '';
  private attributes: Record<string, string> | undefined;
  /** The attribute that is read, if anything asks for it. */
  private key: string | undefined;
  private value = '';
  /** Depth of the outermost element that is hidden until a script shows it. */
  private hiddenFrom: number | undefined;
  /** Depth of the drawing or formula that is read. */
  private foreignFrom: number | undefined;
  private readings: Reading[] = [];

  constructor(html: string, file: string) {
    this.html = html;
    this.page = {
      file,
      bytes: Buffer.byteLength(html),
      headings: 0,
      ids: new Set(),
      doubleIds: [],
      links: new Set(),
      linkedData: [],
      hidden: false,
      redirect: false,
      inline: [],
      styles: [],
      unpaired: [],
    };
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    const key = this.html.slice(start, end).toLowerCase();
    this.key = ASKED_FOR.has(key) || key.startsWith('on') ? key : undefined;
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
    const { name, attributes = NO_ATTRIBUTES } = this;
    if (!this.isVoid(name)) this.open.push(name);
    this.note(name, attributes);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    if (this.isInForeignContext()) this.close();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (this.open.at(-1) === name) {
      this.close();
      return;
    }
    this.page.unpaired.push(`</${name}>`);
    if (this.open.includes(name)) while (this.open.length > 0 && this.close() !== name);
  }

  ontext(start: number, end: number): void {
    if (this.readings.length > 0) this.take(this.html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    if (this.readings.length > 0) this.take(String.fromCodePoint(codePoint));
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  onend(): void {
    for (const name of this.open) this.page.unpaired.push(`<${name}>`);
  }

  isInForeignContext(): boolean {
    return this.foreignFrom !== undefined;
  }

  private isVoid(name: string): boolean {
    return this.foreignFrom === undefined && VOID.has(name);
  }

  /** From here on text is read, as long as the element is open. */
  private read(take: (text: string) => void): void {
    this.readings.push({ depth: this.open.length, take });
  }

  /** As {@link read}, as a text of its own at the end of a list. */
  private readInto(list: string[]): void {
    const at = list.push('') - 1;
    this.read((text) => {
      list[at] += text;
    });
  }

  private take(text: string): void {
    for (const reading of this.readings) reading.take(text);
  }

  private close(): string | undefined {
    const depth = this.open.length;
    if (this.readings.at(-1)?.depth === depth)
      this.readings = this.readings.filter((reading) => reading.depth !== depth);
    if (this.hiddenFrom === depth) this.hiddenFrom = undefined;
    if (this.foreignFrom === depth) this.foreignFrom = undefined;
    return this.open.pop();
  }

  private note(name: string, attributes: Attributes): void {
    const { page } = this;
    const depth = this.open.length;
    if (attributes !== NO_ATTRIBUTES) noteAttributes(page, name, attributes);
    if (FOREIGN.has(name)) this.foreignFrom ??= depth;
    if (attributes.hidden !== undefined && !this.isVoid(name)) this.hiddenFrom ??= depth;
    switch (name) {
      case 'html':
        if (attributes.lang) page.lang = attributes.lang;
        break;
      case 'title':
        // An SVG's title is another thing.
        if (page.title === undefined && !this.isInForeignContext()) {
          page.title = '';
          this.read((text) => {
            page.title += text;
          });
        }
        break;
      case 'h1':
        if (this.hiddenFrom === undefined) page.headings += 1;
        if (page.article)
          this.read((text) => {
            page.article!.headline += text;
          });
        break;
      case 'meta':
        noteMeta(page, attributes);
        break;
      case 'style':
        this.readInto(page.styles);
        break;
      case 'script':
        if (attributes.type === 'application/ld+json') this.readInto(page.linkedData);
        else if (!attributes.src) page.inline.push('<script>');
        break;
    }
    if (attributes['data-article'] && name === 'article')
      page.article = { name: attributes['data-article'], headline: '', blocks: new Map() };
    const block = attributes['data-block'];
    if (block && page.article) {
      const { blocks } = page.article;
      blocks.set(block, '');
      this.read((text) => blocks.set(block, blocks.get(block)! + text));
    }
  }
}

function noteAttributes(page: PublishedPage, name: string, attributes: Attributes): void {
  const { id } = attributes;
  if (id !== undefined) {
    if (page.ids.has(id)) page.doubleIds.push(id);
    page.ids.add(id);
  }
  for (const key in attributes) {
    if (ADDRESSES.has(key)) page.links.add(attributes[key]!);
    else if (key === 'style' || key.startsWith('on')) page.inline.push(`<${name} ${key}>`);
  }
  for (const candidate of attributes.srcset?.split(',') ?? [])
    page.links.add(candidate.trim().split(/\s+/u)[0]!);
}

function noteMeta(page: PublishedPage, attributes: Attributes): void {
  const content = attributes.content ?? '';
  if (attributes.name === 'robots' && content.includes('noindex')) page.hidden = true;
  const equivalent = attributes['http-equiv']?.toLowerCase();
  if (equivalent === 'refresh') {
    page.redirect = true;
    const url = /url=(.*)$/iu.exec(content)?.[1];
    if (url) page.links.add(url.replace(/^['"]|['"]$/gu, ''));
  }
  if (equivalent === 'content-security-policy') page.policy = content;
}
