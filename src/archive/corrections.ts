import type { ArchiveSettings } from '../model.ts';

/** Where a reader can have something put right: the file itself, a report about it, or a letter. */
export interface CorrectionLink {
  kind: 'edit' | 'issue' | 'mail';
  href: string;
}

/** What is to be put right. */
export interface CorrectionPlace {
  /** Path of the file, from the root of the repository. */
  file: string;
  /** Line in that file, from 1. */
  line: number;
  headline: string;
  /** Full address of the page. */
  url: string;
}

/** How the forges whose addresses are known spell things: opening a file in the editor, and a new report. */
interface Forge {
  edit: (branch: string, path: string, line: number) => string;
  /** Absent where a forge takes no words for a new report from its address. */
  issue?: (title: string, body: string) => string;
  commit: string;
}
const GITHUB: Forge = {
  edit: (branch, path, line) => `edit/${branch}/${path}#L${line}`,
  issue: (title, body) => `issues/new?${new URLSearchParams({ title, body })}`,
  commit: 'commit',
};
const GITLAB: Forge = {
  edit: (branch, path, line) => `-/edit/${branch}/${path}#L${line}`,
  issue: (title, body) =>
    `-/issues/new?${new URLSearchParams({ 'issue[title]': title, 'issue[description]': body })}`,
  commit: '-/commit',
};
const GITEA: Forge = {
  edit: (branch, path) => `_edit/${branch}/${path}`,
  issue: (title, body) => `issues/new?${new URLSearchParams({ title, body })}`,
  commit: 'commit',
};
const GITEE: Forge = { edit: GITHUB.edit, commit: 'commit' };

function forgeOf(repository: string): Forge {
  const { hostname } = new URL(repository);
  if (/gitlab/iu.test(hostname)) return GITLAB;
  if (/gitee/iu.test(hostname)) return GITEE;
  if (/gitea|codeberg|forgejo/iu.test(hostname)) return GITEA;
  return GITHUB;
}

const rootOf = (repository: string) => repository.replace(/\.git$|\/$/gu, '');

/** What a report says already, and what the reader is to fill in: 存档作, 应作, 依据. */
export function writeReport({ file, line, headline, url }: CorrectionPlace): { title: string; body: string } {
  return {
    title: `报告错误：${headline}`,
    body: `网址：${url}\n文件：${file} 第 ${line} 行\n\n存档作：\n应作：\n依据：\n`,
  };
}

/**
 * The links by which a correction reaches the right file and line: the repository's editor, where
 * `content/archive.yaml` names one, and a letter that says already what it is about.
 */
export function listCorrectionLinks(
  { corrections }: Pick<ArchiveSettings, 'corrections'>,
  place: CorrectionPlace,
): CorrectionLink[] {
  const links: CorrectionLink[] = [];
  const { title, body } = writeReport(place);
  if (corrections.repository) {
    const root = rootOf(corrections.repository);
    const forge = forgeOf(root);
    const path = place.file.split('/').map(encodeURIComponent).join('/');
    links.push({
      kind: 'edit',
      href: `${root}/${forge.edit(encodeURIComponent(corrections.branch), path, place.line)}`,
    });
    if (forge.issue) links.push({ kind: 'issue', href: `${root}/${forge.issue(title, body)}` });
  }
  if (corrections.email) {
    const query = `subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
    links.push({ kind: 'mail', href: `mailto:${corrections.email}?${query}` });
  }
  return links;
}

/** Address of a commit in the repository; nothing where none is named. */
export function commitUrl(
  { corrections }: Pick<ArchiveSettings, 'corrections'>,
  hash: string,
): string | undefined {
  if (!corrections.repository) return undefined;
  const root = rootOf(corrections.repository);
  return `${root}/${forgeOf(root).commit}/${hash}`;
}
