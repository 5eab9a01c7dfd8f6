import { type Attributes, noteAttributes, noteId, noteMeta } from './note-attributes.ts';
import type { PublishedPage, ShownArticle } from './published-page.ts';
import type { TagReader } from './tag-reader.ts';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** In these an element may close itself, and a title is no page's. */
const FOREIGN = new Set(['svg', 'math']);

/** In these something else is shown than the page. */
const WINDOWS = new Set('applet embed frame frameset iframe object portal'.split(' '));

/** Elements that say something by themselves; any other says what its attributes do. */
const TELLING = new Set(['html', 'title', 'h1', 'meta', 'style', 'script', ...FOREIGN, ...WINDOWS]);

/** So much of a comment is told. */
const TOLD_OF_COMMENT = 30;

/** What stands in the place of a picture. */
const NO_PICTURE = '图片未收';

/** What is being read, and at which depth it ends. */
interface Reading {
  depth: number;
  take: (text: string) => void;
}

const NO_ATTRIBUTES: Attributes = Object.freeze({});

/** Hears of each tag and text of a page as it comes, and keeps what the checks need. */
export class PageReader implements TagReader {
  readonly page: PublishedPage;
  /** Names of the elements that are open. */
  private readonly names: string[] = [];
  /** Depth of the outermost element that is hidden until a script shows it. */
  private hiddenFrom: number | undefined;
  /** Depth of the drawing or formula that is read. */
  private foreignFrom: number | undefined;
  private readings: Reading[] = [];
  /** Depth of what holds the article: from the article on, words in it belong to a part of the page. */
  private besideFrom: number | undefined;
  /** Depth of the part that is read: a headline, a block, a named part. */
  private partFrom: number | undefined;
  private isBeside = false;
  private lastBlock = 0;
  /** Depth of the last element whose end changes any of these. */
  private deepest = 0;
  /** Whether the text that comes goes on with the words beside that were read last. */
  private goesOn = false;

  constructor(bytes: Uint8Array, file: string) {
    this.page = {
      file,
      bytes: bytes.length,
      headings: 0,
      ids: new Set(),
      doubleIds: [],
      links: new Set(),
      loads: new Set(),
      told: new Set(),
      titles: [],
      descriptions: [],
      dates: [],
      linkedData: [],
      styled: false,
      odd: [],
      hidden: false,
      redirect: false,
      inline: [],
      styles: [],
      unpaired: [],
      beside: [],
      frames: [],
    };
  }

  open(name: string, attributes: Attributes = NO_ATTRIBUTES, closesItself: boolean): void {
    if (!this.isVoid(name)) this.names.push(name);
    if (attributes !== NO_ATTRIBUTES || TELLING.has(name)) this.note(name, attributes);
    if (closesItself && this.isInForeignContext()) this.closeLast();
  }

  openWith(name: string, attribute: string, value: string): boolean {
    if (TELLING.has(name) || name === 'link') return false;
    if (attribute === 'id') noteId(this.page, value);
    else if (attribute === 'href') this.page.links.add(value);
    else return false;
    if (!this.isVoid(name)) this.names.push(name);
    return true;
  }

  close(name: string): void {
    if (this.names.at(-1) === name) {
      this.closeLast();
      return;
    }
    this.page.unpaired.push(`</${name}>`);
    if (this.names.includes(name)) while (this.names.length > 0 && this.closeLast() !== name);
  }

  wantsText(): boolean {
    return this.readings.length > 0 || this.isBeside;
  }

  take(text: string): void {
    for (const reading of this.readings) reading.take(text);
    if (this.isBeside && (this.goesOn || text.trim() !== '') && text !== NO_PICTURE) this.noteBeside(text);
  }

  comment(text: string): void {
    if (text.trim() !== '') this.page.odd.push(`<!--${text.trim().slice(0, TOLD_OF_COMMENT)}-->`);
  }

  end(): void {
    for (const name of this.names) this.page.unpaired.push(`<${name}>`);
  }

  isInForeignContext(): boolean {
    return this.foreignFrom !== undefined;
  }

  private isVoid(name: string): boolean {
    return this.foreignFrom === undefined && VOID.has(name);
  }

  /** From here on text is read, as long as the element is open. */
  private read(take: (text: string) => void): void {
    this.deepest = this.names.length;
    this.readings.push({ depth: this.names.length, take });
  }

  /** As {@link read}, as a text of its own at the end of a list. */
  private readInto(list: string[]): void {
    const at = list.push('') - 1;
    this.read((text) => {
      list[at] += text;
    });
  }

  private noteOrder(article: ShownArticle, block: number): void {
    if (this.names.includes('figure')) return;
    if (block < this.lastBlock) article.misplaced.push(block);
    this.lastBlock = block;
  }

  /** Words that formatting cut apart are told as one. */
  private noteBeside(text: string): void {
    const { beside } = this.page;
    if (this.goesOn) beside.push(`${beside.pop()}${text}`);
    else beside.push(text.trimStart());
    this.goesOn = true;
  }

  private enterPart(name: string, depth: number): void {
    if (this.partFrom !== undefined || this.besideFrom === undefined || this.isVoid(name)) return;
    this.partFrom = depth;
    this.deepest = depth;
    this.isBeside = false;
    this.goesOn = false;
  }

  private closeLast(): string | undefined {
    if (this.names.length === this.deepest) this.endAll(this.deepest);
    return this.names.pop();
  }

  /** Ends what was begun with the element at this depth. */
  private endAll(depth: number): void {
    if (this.readings.at(-1)?.depth === depth)
      this.readings = this.readings.filter((reading) => reading.depth !== depth);
    if (this.hiddenFrom === depth) this.hiddenFrom = undefined;
    if (this.foreignFrom === depth) this.foreignFrom = undefined;
    if (this.partFrom === depth) {
      this.partFrom = undefined;
      this.isBeside = true;
    }
    if (this.besideFrom === depth) {
      this.besideFrom = undefined;
      this.isBeside = false;
    }
    this.deepest = Math.max(
      this.readings.at(-1)?.depth ?? 0,
      this.hiddenFrom ?? 0,
      this.foreignFrom ?? 0,
      this.partFrom ?? 0,
      this.besideFrom ?? 0,
    );
  }

  private note(name: string, attributes: Attributes): void {
    const { page } = this;
    const depth = this.names.length;
    if (attributes !== NO_ATTRIBUTES) noteAttributes(page, name, attributes);
    if (WINDOWS.has(name)) page.odd.push(`<${name}>`);
    if (FOREIGN.has(name)) {
      this.foreignFrom ??= depth;
      this.deepest = depth;
    }
    if (attributes.hidden !== undefined && !this.isVoid(name)) {
      this.hiddenFrom ??= depth;
      this.deepest = depth;
    }
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
    if (attributes['data-article'] && name === 'article') {
      page.article = { name: attributes['data-article'], headline: '', blocks: new Map(), misplaced: [] };
      this.besideFrom = depth - 1;
      this.deepest = depth - 1;
      this.isBeside = true;
    }
    const { article } = page;
    if (!article) return;
    const frame = attributes['data-frame'];
    if (frame !== undefined) page.frames.push(frame);
    if (name === 'h1' || attributes['data-block'] || frame !== undefined) this.enterPart(name, depth);
    const part = attributes['data-head'] ?? frame;
    if (part === 'kicker' || part === 'deck' || part === 'section' || part === 'subheads') {
      article[part] ??= '';
      this.read((text) => {
        article[part] += text;
      });
    }
    const block = attributes['data-block'];
    // What is hidden is not shown.
    if (block && this.hiddenFrom === undefined) {
      this.noteOrder(article, Number(block.slice(1)));
      // A block that comes again is not what the article has.
      const { blocks } = article;
      if (!blocks.has(block)) blocks.set(block, '');
      this.read((text) => blocks.set(block, blocks.get(block)! + text));
    }
  }
}
