import type { ArchiveSettings } from '../model.ts';

/** Where a reader can have something put right. */
export interface CorrectionLink {
  kind: 'repository' | 'mail';
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

/**
 * The links by which a correction reaches the right file and line: the repository's editor, where
 * `content/archive.yaml` names one, and a letter that says already what it is about.
 */
export function listCorrectionLinks(
  { corrections }: Pick<ArchiveSettings, 'corrections'>,
  { file, line, headline, url }: CorrectionPlace,
): CorrectionLink[] {
  const links: CorrectionLink[] = [];
  if (corrections.repository) {
    const repository = corrections.repository.replace(/\.git$|\/$/gu, '');
    const path = file.split('/').map(encodeURIComponent).join('/');
    const editor = /gitlab/iu.test(new URL(repository).hostname) ? '-/edit' : 'edit';
    const href = `${repository}/${editor}/${encodeURIComponent(corrections.branch)}/${path}#L${line}`;
    links.push({ kind: 'repository', href });
  }
  if (corrections.email) {
    const subject = `报告错误：${headline}`;
    const body = `网址：${url}\n文件：${file} 第 ${line} 行\n\n存档作：\n应作：\n依据：\n`;
    const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
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
  const repository = corrections.repository.replace(/\.git$|\/$/gu, '');
  return `${repository}/${/gitlab/iu.test(new URL(repository).hostname) ? '-/commit' : 'commit'}/${hash}`;
}
