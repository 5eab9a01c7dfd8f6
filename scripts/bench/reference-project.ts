import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const CONFIG = `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [mdx()], markdown: { syntaxHighlight: false } });
`;
const COLLECTION = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = {
  articles: defineCollection({ loader: glob({ base: './content/articles', pattern: '**/*.mdx' }) }),
};
`;
const PAGE = `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('articles')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang="zh-CN"><head><meta charset="utf-8" /><title>{entry.data.headline}</title></head>
<body><h1>{entry.data.headline}</h1><Content /></body></html>
`;
const BARE_PAGE = `---
export function getStaticPaths() {
  return Array.from({ length: PAGES }, (_, at) => ({ params: { id: \`\${at % 100}/\${at}\` } }));
}
---
<html lang="zh-CN"><head><meta charset="utf-8" /><title>{Astro.params.id}</title></head>
<body><h1>{Astro.params.id}</h1></body></html>
`;

/**
 * Makes a bare Astro project beside a `content/` folder: Astro's own `glob()` loader, MDX, a page an article.
 *
 * @param root folder of the repository, for its packages
 * @param folder folder that holds `content/`
 */
export async function makeReferenceProject(root: string, folder: string): Promise<void> {
  await makeProject(root, folder, PAGE);
  await writeFile(join(folder, 'astro.config.mjs'), CONFIG);
  await writeFile(join(folder, 'src/content.config.ts'), COLLECTION);
}

/**
 * Makes an Astro project of pages that hold nothing but their name: what Astro and the disk need for so many pages.
 *
 * @param root folder of the repository, for its packages
 * @param folder folder to make
 * @param pages how many
 */
export const makeBareProject = (root: string, folder: string, pages: number): Promise<void> =>
  makeProject(root, folder, BARE_PAGE.replace('PAGES', String(pages)));

async function makeProject(root: string, folder: string, page: string): Promise<void> {
  await mkdir(join(folder, 'src/pages'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(folder, 'src/pages/[...id].astro'), page);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}
