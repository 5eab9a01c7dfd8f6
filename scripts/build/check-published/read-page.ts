import { Parser } from 'htmlparser2';
import type { PublishedPage } from './published-page.ts';

const ADDRESSES = new Set(['href', 'src', 'action', 'poster']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

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
  const page: PublishedPage = {
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
  };
  let depth = 0;
  /** Depth of the outermost element that is hidden until a script shows it. */
  let hiddenFrom: number | undefined;
  let readings: Reading[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!VOID.has(name)) depth += 1;
      const read = (take: (text: string) => void) => readings.push({ depth, take });
      noteAttributes(page, name, attributes);
      if (attributes.hidden !== undefined && hiddenFrom === undefined && !VOID.has(name)) hiddenFrom = depth;
      switch (name) {
        case 'html':
          if (attributes.lang) page.lang = attributes.lang;
          break;
        case 'title':
          // An SVG's title is another thing.
          if (page.title === undefined && depth <= 3) {
            page.title = '';
            read((text) => {
              page.title += text;
            });
          }
          break;
        case 'h1':
          if (hiddenFrom === undefined) page.headings += 1;
          if (page.article)
            read((text) => {
              page.article!.headline += text;
            });
          break;
        case 'meta':
          noteMeta(page, attributes);
          break;
        case 'style':
          page.inline.push('<style>');
          break;
        case 'script':
          if (attributes.type === 'application/ld+json') {
            const at = page.linkedData.push('') - 1;
            read((text) => {
              page.linkedData[at] += text;
            });
          } else if (!attributes.src) page.inline.push('<script>');
          break;
      }
      if (attributes['data-article'] && name === 'article')
        page.article = { name: attributes['data-article'], headline: '', blocks: new Map() };
      const block = attributes['data-block'];
      if (block && page.article) {
        const { blocks } = page.article;
        blocks.set(block, '');
        read((text) => blocks.set(block, blocks.get(block)! + text));
      }
    },
    ontext(text) {
      for (const { take } of readings) take(text);
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      readings = readings.filter((reading) => reading.depth !== depth);
      if (hiddenFrom === depth) hiddenFrom = undefined;
      depth -= 1;
    },
  });
  parser.end(html);
  return page;
}

function noteAttributes(page: PublishedPage, name: string, attributes: Record<string, string>): void {
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

function noteMeta(page: PublishedPage, attributes: Record<string, string>): void {
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
