import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { articlesLoader } from './loader/articles-loader.ts';
import { TopicFrontMatter } from './model.ts';

// Articles are many and come through a loader of our own; topics and pages are few and stay on @astrojs/mdx,
// where their authors may use the site's components.
export const collections = {
  articles: defineCollection({ loader: articlesLoader() }),
  topics: defineCollection({
    loader: glob({ base: './content/topics', pattern: '*.mdx' }),
    schema: TopicFrontMatter,
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.mdx' }),
    schema: z.strictObject({ title: z.string().min(1), description: z.string().min(1), order: z.int() }),
  }),
};
