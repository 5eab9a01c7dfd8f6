import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './describe-failure.ts';

/** New content of files by path from the root; `null` removes the file. */
export type TreeChange = ReadonlyMap<string, string | Uint8Array | null>;

/** Where changes are laid down, and the lock of those who make them. */
export const DESK = '.cache/desk';
export const JOURNAL = `${DESK}/journal`;
const MANIFEST = 'manifest.json';

interface JournalEntry {
  file: string;
  /** Name of the new content in the journal; absent where the file is to go. */
  content?: string;
}

/** Called before each step that changes the disk; tests stop here. */
export type StepHook = (step: string) => void;

/**
 * Writes many files as one: all of them, or none. The new contents are laid down in a journal first; the
 * journal's own rename is the moment from which the change is going to be complete. Should the machine stop
 * before it, the tree is as it was; after it, {@link finishJournal} completes the change at the next command.
 * Two commands must not do so at once: `takeTurn` sees to that.
 *
 * @param root folder of the repository
 * @param change what to write and to remove
 */
export function writeTree(root: string, change: TreeChange, onStep: StepHook = () => undefined): void {
  finishJournal(root, onStep);
  if (change.size === 0) return;
  const draft = join(root, DESK, `draft-${process.pid}`);
  onStep('draft');
  rmSync(draft, { recursive: true, force: true });
  makeFolder(draft, new Set());
  const made = new Set<string>();
  try {
    const entries: JournalEntry[] = [];
    for (const [file, content] of change) {
      if (content === null) {
        entries.push({ file });
        continue;
      }
      const name = String(entries.length);
      onStep(`lay down ${file}`);
      writeSafely(join(draft, name), content);
      entries.push({ file, content: name });
    }
    onStep('manifest');
    writeSafely(join(draft, MANIFEST), JSON.stringify(entries));
    syncFolder(draft);
    // A full disk or a folder that may not be written to is met here, while nothing has changed yet.
    for (const { file, content } of entries) {
      const folder = join(root, dirname(file));
      if (content !== undefined) makeFolder(folder, made);
      if (existsSync(folder)) accessSync(folder, constants.W_OK);
    }
    onStep('commit');
    renameSync(draft, join(root, JOURNAL));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    for (const folder of [...made].reverse()) removeEmpty(folder, root);
    throw error;
  }
  // From here on a polite request to stop waits; the rest is a few renames.
  const wait = () => undefined;
  process.on('SIGINT', wait).on('SIGTERM', wait);
  try {
    finishJournal(root, onStep);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Refusal(
      `${path ?? root}：改动已经记下，还没有全部放好（${code}）。除去障碍（磁盘已满、没有权限）后运行任一命令，如 npm run check，会接着放完；什么也没有丢。`,
    );
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait);
  }
}

/**
 * Makes a folder with those above it, and notes which were not there. One by one: of several at once Node says
 * ENOENT where the disk is read-only.
 */
function makeFolder(folder: string, made: Set<string>): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), made);
  mkdirSync(folder);
  made.add(folder);
}

/**
 * Completes a change that was interrupted after its moment, and throws away what was interrupted before it.
 * Every command that writes `content/` calls this first, in its turn; those that read it call `finishInterrupted`.
 *
 * @param root folder of the repository
 * @returns paths of the files that were completed; none where nothing had been interrupted
 */
export function finishJournal(root: string, onStep: StepHook = () => undefined): string[] {
  const journal = join(root, JOURNAL);
  const done: string[] = [];
  if (existsSync(join(journal, MANIFEST))) {
    const entries = JSON.parse(readFileSync(join(journal, MANIFEST), 'utf8')) as JournalEntry[];
    // A disk may keep renames in any order: that of the journal has to be there before those of the files.
    onStep('sync the journal');
    syncFoldersAbove([JOURNAL], root);
    for (const { file, content } of entries) {
      const target = join(root, file);
      onStep(`put ${file}`);
      if (content === undefined) {
        rmSync(target, { force: true });
        removeEmpty(dirname(target), root);
      } else if (existsSync(join(journal, content))) {
        mkdirSync(dirname(target), { recursive: true });
        putFile(join(journal, content), target);
      }
      done.push(file);
    }
    onStep('sync the files');
    syncFoldersAbove(done, root);
    onStep('close');
    rmSync(join(journal, MANIFEST));
    // Gone for good: after a power cut it would remove again what has come back since.
    syncFolder(journal);
  }
  rmSync(journal, { recursive: true, force: true });
  if (existsSync(join(root, DESK))) {
    for (const name of readdirSync(join(root, DESK))) {
      if (name.startsWith('draft-') && !isRunning(Number(name.slice(6))))
        rmSync(join(root, DESK, name), { recursive: true, force: true });
    }
  }
  return done;
}

/**
 * Puts a file in its place. `content/` may be a disk of its own, such as a volume of a container: no change could be
 * completed there. To it the file is copied, beside its place first; what stands in the journal stays until all is put.
 */
function putFile(from: string, target: string): void {
  try {
    renameSync(from, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    writeWhole(target, readFileSync(from));
  }
}

/**
 * Writes one file, whole or not at all: beside its place first.
 *
 * @param path of the file
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.part`;
  try {
    writeSafely(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function writeSafely(path: string, content: string | Uint8Array): void {
  const handle = openSync(path, 'w');
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a system says that syncs no folders: Windows, some network disks. */
const NO_FOLDERS = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP']);

/**
 * Has the disk keep the names in a folder: a rename is safe from a power cut when its folder is, not when its file is.
 */
function syncFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    if (!NO_FOLDERS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Folders that are new, or that went with their last file, are names in those above them. */
function syncFoldersAbove(files: readonly string[], root: string): void {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of folders) {
    if (existsSync(join(root, folder))) syncFolder(join(root, folder));
  }
}

/** Another run that is still at work keeps its draft. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Git knows no empty folders; neither does the archive. */
function removeEmpty(folder: string, root: string): void {
  if (folder === root || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
}
