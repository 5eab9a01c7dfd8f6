import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that was published before, in the cache: put there when a new one takes its place, and moved from by the next build. */
export const previousOf = (cache: string): string => join(cache, 'previous');

/** A folder as it is wanted: its files and what tells them apart, and the folders in it. */
interface Wanted {
  files: Map<string, string>;
  folders: Map<string, Wanted>;
}

/**
 * Moves folders that hold just what is wanted from an earlier build into the one that is made. An archive of twenty years
 * has 100,000 files in half as many folders; to make and link each of them, and to remove those of the earlier build, was
 * a quarter of a build after one changed article.
 *
 * @param previous folder of an earlier build, whose files are links to those of the cache
 * @param dist folder that is made; what stands in it already is left as it is
 * @param files by path the mark of each file, which begins with its number
 * @returns paths of the files that are in their places now
 */
export function moveFolders(
  previous: string,
  dist: string,
  files: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const moved = new Set<string>();
  const move = (wanted: Wanted, path: string): void => {
    const [from, to] = [join(previous, path), join(dist, path)];
    if (!existsSync(from)) return;
    if (path !== '' && !existsSync(to) && holdsJust(from, wanted)) {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
      for (const file of listPaths(wanted, path)) moved.add(file);
      return;
    }
    for (const [name, below] of wanted.folders) move(below, path === '' ? name : `${path}/${name}`);
  };
  move(arrange(files), '');
  return moved;
}

function arrange(files: ReadonlyMap<string, string>): Wanted {
  const root: Wanted = { files: new Map(), folders: new Map() };
  for (const [path, mark] of files) {
    const steps = path.split('/');
    const name = steps.pop()!;
    let folder = root;
    for (const step of steps) {
      let next = folder.folders.get(step);
      if (!next) {
        next = { files: new Map(), folders: new Map() };
        folder.folders.set(step, next);
      }
      folder = next;
    }
    folder.files.set(name, mark.slice(0, mark.indexOf(' ')));
  }
  return root;
}

/** Nothing but what is wanted, each the very file: one that was taken out, or replaced, shows. */
function holdsJust(folder: string, { files, folders }: Wanted): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  return (
    entries.length === files.size + folders.size &&
    entries.every((entry) => {
      const path = join(folder, entry.name);
      const below = folders.get(entry.name);
      if (below !== undefined) return entry.isDirectory() && holdsJust(path, below);
      return entry.isFile() && files.get(entry.name) === String(statSync(path).ino);
    })
  );
}

function* listPaths({ files, folders }: Wanted, path: string): Generator<string> {
  for (const name of files.keys()) yield `${path}/${name}`;
  for (const [name, below] of folders) yield* listPaths(below, `${path}/${name}`);
}
