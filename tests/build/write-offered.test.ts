import { beforeEach, expect, test } from 'vitest';
import { writeOffered } from '../../scripts/build/write-offered.ts';
import { raw } from '../../src/markup/html.ts';
import { offeredPages } from '../../src/markup/offered-pages.ts';

const pages = ['/a/', '/b/', '/c/', '/d/'].map((address) => ({ address, kind: 'article' }));
const frame = (own: string) => `<head><title>${own}</title><link href="/_astro/x.css"></head><p>${own}</p>`;

/** Writes all pages; Astro renders a page as it is told to. */
async function write(render: (address: string) => string) {
  const asked: string[] = [];
  const files = new Map<string, string>();
  const written = await writeOffered(pages, {
    render: async ({ address }) => {
      asked.push(address);
      return render(address);
    },
    write: ({ address }, html) => files.set(address, Buffer.from(html).toString()),
  });
  return { asked, files, written };
}

const offer = (address: string, kind = 'plain') =>
  offeredPages().set(address, async () => ({
    frame: kind,
    parts: [raw(`<title>${address}</title>`), raw(`<p>${address}</p>`)],
  }));

beforeEach(() => {
  offeredPages().clear();
  for (const { address } of pages) offer(address);
});

test('Astro is asked for two pages of a kind, and the others come out as it would have rendered them', async () => {
  const { asked, files } = await write(frame);
  expect(asked).toEqual(['/a/', '/b/']);
  expect([...files]).toEqual(pages.map(({ address }) => [address, frame(address)]));
});

test('a page with another frame is not put into that of the first', async () => {
  offer('/c/', 'other');
  const { asked } = await write(frame);
  expect(asked).toEqual(['/a/', '/b/', '/c/']);
});

test('a page that nobody offers is left to Astro', async () => {
  offeredPages().delete('/c/');
  const { written } = await write(frame);
  expect([...written]).toEqual(['/a/', '/b/', '/d/']);
});

test('a frame that differs from page to page stops the build: nothing wrong is published', async () => {
  await expect(write((address) => frame(address).replace('x.css', `${address}.css`))).rejects.toThrow('/b/');
});

test('a page in which its own parts are not found stops the build', async () => {
  await expect(write((address) => frame(address).replace('<p>', '<p class="new">'))).rejects.toThrow('/a/');
});
