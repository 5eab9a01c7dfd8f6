import { type OfferedPage, offeredPages } from '../../src/markup/offered-pages.ts';
import { PageBytes } from '../../src/markup/page-bytes.ts';

/** A page that is to be made: its address from the root of the host, not encoded, and the kind of page it is. */
interface Wanted {
  address: string;
  kind: string;
}

/** How a page is made, and where it goes. */
interface Hands<Page extends Wanted> {
  /** Asks Astro for it. */
  render: (page: Page) => Promise<string>;
  /** Writes it; the bytes are there for the time of the call. */
  write: (page: Page, html: Uint8Array) => void;
}

/**
 * Writes the pages that are offered as text (`src/markup/`), without asking Astro for each of them: request, route,
 * components, response and stream are two thirds of a page's time. Astro is asked for two of each kind. The first shows
 * what stands around a page's own parts (styles and programs by their digests, masthead, colophon); the second has to
 * come out the same when it is put together of its parts.
 *
 * @param pages that are wanted, in the order in which they are best made
 * @returns addresses of those that were written
 * @throws Error where a page is not what its parts and the frame of its kind make: then the frame is not one
 */
export async function writeOffered<Page extends Wanted>(
  pages: readonly Page[],
  { render, write }: Hands<Page>,
): Promise<ReadonlySet<string>> {
  const frames = new Map<string, { texts: readonly Buffer[]; proved: boolean }>();
  const written = new Set<string>();
  for (const page of pages) {
    const offer = offeredPages().get(page.address);
    if (!offer) continue;
    const offered = await offer();
    const name = `${page.kind} ${offered.frame}`;
    const frame = frames.get(name);
    if (frame?.proved) write(page, putTogether(frame.texts, offered));
    else {
      const html = await render(page);
      const bytes = Buffer.from(html);
      if (!frame) frames.set(name, { texts: takeApart(html, offered, page), proved: false });
      else if (!bytes.equals(putTogether(frame.texts, offered)))
        throw new Error(`${page.address}：这一页的框架与同类的页不同，写不成一样`);
      else frame.proved = true;
      write(page, bytes);
    }
    written.add(page.address);
  }
  return written;
}

/** What stands before, between and after a page's own parts. */
function takeApart(html: string, { parts }: OfferedPage, { address }: Wanted): readonly Buffer[] {
  const texts: Buffer[] = [];
  let from = 0;
  for (const each of parts) {
    const part = String(each);
    const at = html.indexOf(part, from);
    if (at < 0) throw new Error(`${address}：网页里找不到它自己的一段：${part.slice(0, 80)}`);
    texts.push(Buffer.from(html.slice(from, at)));
    from = at + part.length;
  }
  return [...texts, Buffer.from(html.slice(from))];
}

/** A page in bytes, in a place that the next page is put into. What all pages of a kind share is encoded once. */
function putTogether(frame: readonly Buffer[], { parts }: OfferedPage): Uint8Array {
  frame.forEach((text, index) => {
    place.putBytes(text);
    parts[index]?.putInto(place);
  });
  return place.take();
}

const place = new PageBytes();
