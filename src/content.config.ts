import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { articlesLoader } from './loader/articles-loader.ts';
import { addUnreadPages } from './loader/clean-unread.ts';
import { listLoader } from './loader/list-loader.ts';
import { readIssues, readNames, readSettings, readUnread } from './loader/read-content.ts';
import { type NameEntry, type NameKind, PageFrontMatter, TopicFrontMatter } from './model.ts';

const listEntries = (names: Record<NameKind, NameEntry[]>) =>
  (Object.keys(names) as NameKind[]).flatMap((kind) => names[kind].map((entry) => ({ kind, ...entry })));

// Articles are many and come through a loader of our own; topics and pages are few and stay on @astrojs/mdx,
// where their authors may use the site's components.
export const collections = {
  articles: defineCollection({ loader: articlesLoader() }),
  issues: defineCollection({
    loader: listLoader({
      name: 'issues',
      path: ['content/issues/', 'content/scans/'],
      read: async (root) => {
        const [{ issues, problems }, unread] = await Promise.all([readIssues(root), readUnread(root)]);
        return { items: addUnreadPages(issues, unread.pages), problems: [...problems, ...unread.problems] };
      },
      pick: ({ issues }) => issues,
      idOf: (issue) => issue.date,
    }),
  }),
  names: defineCollection({
    loader: listLoader({
      name: 'names',
      path: 'content/names/',
      read: async (root) => {
        const { names, problems } = await readNames(root);
        return { items: listEntries(names), problems };
      },
      pick: ({ names }) => listEntries(names),
      idOf: (entry) => `${entry.kind}/${entry.headword}`,
    }),
  }),
  settings: defineCollection({
    loader: listLoader({
      name: 'settings',
      path: 'content/archive.yaml',
      read: async (root) => {
        const { settings, problems } = await readSettings(root);
        return { items: settings ? [settings] : [], problems };
      },
      pick: ({ settings }) => [settings],
      idOf: () => 'archive',
    }),
  }),
  topics: defineCollection({
    loader: glob({ base: './content/topics', pattern: '*.mdx' }),
    schema: TopicFrontMatter,
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.mdx' }),
    schema: PageFrontMatter,
  }),
};
