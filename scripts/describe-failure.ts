import { ContentError } from '../src/loader/content-problem.ts';
import { ScanError } from './pipeline/scan-error.ts';

/** What the system refuses, and what a person can do about it. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满。腾出空间后重新运行；已有的文件没有改动。',
  EDQUOT: '磁盘配额已用完。腾出空间后重新运行；已有的文件没有改动。',
  EXDEV: '在两块磁盘之间不能直接移动。把 --cache 放在仓库所在的磁盘上。',
  EROFS: '这个文件夹是只读的。换一个可以写入的文件夹，或改变挂载方式。',
  EBUSY: '正被别的程序使用，或是单独挂载的磁盘，不能换成新的。关闭用着它的程序，或取消这个挂载。',
  ENOTDIR: '路上有一个不是文件夹的文件。换一个地方。',
  EACCES: '没有权限。检查文件和文件夹的所有者与权限。',
  EPERM: '系统不许。检查文件和文件夹的所有者与权限。',
  EMFILE: '同时打开的文件太多。关闭别的程序，或用 ulimit -n 提高上限。',
};

const WRITTEN = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/** Numbers that Linux gives them, as the bundler tells them in its message: `No space left on device (os error 28)`. */
const NUMBERS: Readonly<Record<string, string>> = { 28: 'ENOSPC', 30: 'EROFS', 122: 'EDQUOT', 13: 'EACCES' };
const IN_WORDS = /\b(ENOSPC|EROFS|EDQUOT|EACCES)\b|\(os error (\d+)\)/u;

/** An error that a person can mend: its message is for them, its stack is of no use. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * What to say when a command fails: where, what was found, what to do. Errors of the program itself keep
 * their stack.
 *
 * @param error whatever was thrown
 */
export function describeFailure(error: unknown): string {
  if (error instanceof ContentError || error instanceof Refusal || error instanceof ScanError)
    return error.message;
  if (!(error instanceof Error)) return String(error);
  // Astro and its bundler wrap what a loader throws, or the disk.
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ContentError || cause instanceof Refusal) return cause.message;
    const { code, path, dest } = cause as NodeJS.ErrnoException & { dest?: string };
    const remedy = code ? REFUSALS[code] : undefined;
    // Of a copy the system names both ends; a disk is full, or read-only, where it is written.
    const place = code && WRITTEN.has(code) ? (dest ?? path) : path;
    if (remedy) return `${place ?? '写入文件'}：${remedy}（${code}）`;
  }
  const [, word, number] = IN_WORDS.exec(error.message) ?? [];
  const code = word ?? NUMBERS[number ?? ''];
  if (code) return `写入文件：${REFUSALS[code]}（${code}）`;
  return error.stack ?? String(error);
}
