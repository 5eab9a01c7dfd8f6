import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { guardPage } from './src/loader/guard-page.ts';

// Where the archive is published is known to whoever publishes it, not to the repository.
const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = process.env.BASE_PATH ?? '/';

// `npm run coverage` asks which lines of a source the browser ran; branches that are folded together cannot be told
// apart.
const coverage = process.env.COVERAGE
  ? { output: { minify: { compress: false, mangle: true, codegen: true } } }
  : undefined;

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: {
    // The default processor cannot take plugins; without this one **“…”** next to Chinese is not bold.
    processor: unified({ remarkPlugins: [guardPage, remarkCjkFriendly], gfm: false, smartypants: false }),
    syntaxHighlight: false,
  },
  // The next page is fetched when a reader is about to open it; Astro leaves it on slow or metered lines.
  prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
  integrations: [mdx()],
  vite: {
    // The worker of the search loads Pagefind when it is asked, which only a module can.
    worker: { format: 'es', rolldownOptions: { ...coverage } },
    build: {
      assetsInlineLimit: 0,
      ...(coverage ? { sourcemap: 'hidden', minify: false, cssMinify: true } : {}),
      // The oldest browsers that know cascade layers: what is newer, as light-dark(), is written out for them.
      cssTarget: ['chrome99', 'firefox97', 'safari15.4'],
      // What is loaded when a reader asks for it needs no helper that every page would have to load first.
      modulePreload: false,
      rolldownOptions: {
        ...coverage,
        // Every .mdx file has 'use astro:…' at its head, which means nothing to the bundler.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
