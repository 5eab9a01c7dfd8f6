import { hash } from 'node:crypto';
import type { PageFacts, PublishedFault, PublishedPage } from './published-page.ts';

/**
 * What every page must be by itself: its language and encoding, its style sheet, one title and one heading, tags in pairs, no id twice, a
 * policy and nothing that the policy forbids.
 */
export function checkPage(page: PublishedPage): string[] {
  const faults: string[] = [];
  if (page.lang !== 'zh-CN') faults.push(`lang 读到 ${page.lang ?? '没有'}，应为 zh-CN`);
  if (!page.title?.trim()) faults.push('没有标题（<title>）');
  for (const tag of page.unpaired) faults.push(`标签没有成对：${tag}`);
  for (const id of page.doubleIds) faults.push(`id 重复：${id}`);
  const forbidden = page.styles.filter((style) => !isAllowed(style, page.policy));
  for (const inline of [...page.inline, ...forbidden.map(() => '<style>')])
    faults.push(`有写在网页里的程序或样式：${inline}（安全策略不许）`);
  for (const odd of page.odd) faults.push(`网页里有不该有的 ${odd}`);
  if (page.charset?.toLowerCase() !== 'utf-8') faults.push('没有写明编码（<meta charset="utf-8">）');
  faults.push(...checkBeside(page), ...checkShown(page));
  if (page.redirect) return faults;
  if (!page.styled) faults.push('没有样式表（<link rel="stylesheet">）');
  if (!page.viewport?.includes('width=device-width'))
    faults.push('没有写明屏幕的宽度（<meta name="viewport">）');
  if (page.headings !== 1) faults.push(`有 ${page.headings} 个 h1，应为 1 个`);
  if (!page.policy) faults.push('没有内容安全策略（Content-Security-Policy）');
  else if (page.policy !== strict && !isStrict(page.policy, page.file === SEARCHES))
    faults.push(`内容安全策略太松：${page.policy}`);
  // Where it searches more is allowed.
  else if (page.file !== SEARCHES) strict = page.policy;
  return faults;
}

/** A headline that is said in other words, blocks out of their order, another address. */
function checkShown({ title, titles, article, canonical, sharedAs }: PublishedPage): string[] {
  const faults: string[] = [];
  if (sharedAs !== undefined && canonical !== undefined && sharedAs !== canonical)
    faults.push(`og:url 写作 ${sharedAs}，应为 ${canonical}`);
  if (!article) return faults;
  const headline = article.headline.trim();
  for (const said of [title ?? '', ...titles])
    if (!said.includes(headline)) faults.push(`标题是“${said.trim()}”，网页上是“${headline}”`);
  for (const block of article.misplaced) faults.push(`第 ${block} 段排在它后面的段落之后`);
  return faults;
}

/** What the page of an article has beside its text, each once at most. */
const FRAMES = new Set('head tools section subheads jump print turn desk related'.split(' '));
/** So much of what is beside is told. */
const TOLD = 30;

/** Words on an article's page that belong to no part of it, and parts that no page has. */
function checkBeside({ beside, frames }: PublishedPage): string[] {
  return [
    ...beside.map((words) => `正文之外有不该有的字：“${words.trim().slice(0, TOLD)}”`),
    ...frames.flatMap((frame, at) => {
      if (!FRAMES.has(frame)) return [`没有见过的 data-frame：${frame}`];
      return frames.indexOf(frame) < at ? [`data-frame 重复：${frame}`] : [];
    }),
  ];
}

/** The policy of the page before, if it was strict: nearly all pages have one and the same. */
let strict: string | undefined;

/** The page that searches: Pagefind is WebAssembly. */
const SEARCHES = 'search/index.html';
const STRICT = /^'(?:none|self|sha(?:256|384|512)-[\w+/=]+)'$/u;

/**
 * Forbids a policy what it does not name, and names nothing but the archive itself: no other host, nothing inline but by
 * its digest, data for pictures alone, WebAssembly where it searches.
 */
function isStrict(policy: string, searches: boolean): boolean {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/u));
  const isFine = (name: string | undefined, source: string) =>
    STRICT.test(source) ||
    (name === 'img-src' && source === 'data:') ||
    (name === 'script-src' && source === "'wasm-unsafe-eval'" && searches);
  return (
    directives.some(([name, ...sources]) => name === 'default-src' && sources.join(' ') === "'none'") &&
    directives.every(([name, ...sources]) => sources.every((source) => isFine(name, source)))
  );
}

/** A style sheet in the page is one that its policy names by its digest. */
function isAllowed(style: string, policy = ''): boolean {
  const digest = hash('sha256', style, 'base64');
  return /style-src ([^;]*)/u.exec(policy)?.[1]?.includes(`'sha256-${digest}'`) === true;
}

/** No two pages that readers can find have one title. */
export function checkTitles(pages: ReadonlyMap<string, PageFacts>): PublishedFault[] {
  const faults: PublishedFault[] = [];
  const titles = new Map<string, string>();
  for (const [file, { title }] of pages) {
    if (title === undefined) continue;
    const other = titles.get(title);
    if (other) faults.push({ file, fault: `标题与 ${other} 相同：${title}` });
    else titles.set(title, file);
  }
  return faults;
}
