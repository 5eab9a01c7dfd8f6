import type { APIRoute } from 'astro';
import { getSettings } from '../archive/settings.ts';
import { BASE, urlFor } from '../archive/urls.ts';

/** What a phone shows when the archive is put on its home screen. */
export const GET: APIRoute = async () => {
  const { name, newspaper, description } = await getSettings();
  const icon = (file: string, sizes: string, purpose = 'any') => ({
    src: urlFor(file),
    sizes,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: BASE,
    name,
    short_name: newspaper,
    description,
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: BASE,
    scope: BASE,
    display: 'minimal-ui',
    background_color: '#fcfcf9',
    theme_color: '#fcfcf9',
    categories: ['news', 'books', 'education'],
    icons: [
      icon('icon-192.png', '192x192'),
      icon('icon-512.png', '512x512'),
      icon('icon-maskable-512.png', '512x512', 'maskable'),
    ],
    shortcuts: [
      { name: '日历', url: urlFor('browse/') },
      { name: '专题', url: urlFor('topics/') },
      { name: '检索', url: urlFor('search/') },
      { name: '离线阅读', url: urlFor('offline/') },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
