import { readdirSync, readFileSync } from 'node:fs';

/**
 * Watches the memory of this process and all that it starts, where `/proc` tells. What this process held before
 * (the made-up archive and its dictionary) is taken off.
 *
 * @returns stops watching and gives the highest sum of private memory in bytes, or nothing where `/proc` is not
 */
export function watchMemory(): () => number | undefined {
  let highest: number | undefined;
  const before = sumResident() ?? 0;
  const look = () => {
    const now = sumResident();
    if (now !== undefined) highest = Math.max(highest ?? 0, now - before);
  };
  look();
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    return highest;
  };
}

function sumResident(): number | undefined {
  try {
    const parents = new Map<number, number>();
    const resident = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/u.test(name)) continue;
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        parents.set(Number(name), Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1] ?? 0));
        // Private memory: what several processes share is not counted twice.
        resident.set(Number(name), Number(/^RssAnon:\s+(\d+)/mu.exec(status)?.[1] ?? 0) * 1024);
      } catch {
        // It ended while we looked.
      }
    }
    const own = (pid: number): boolean => {
      for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
        if (at === process.pid) return true;
      }
      return false;
    };
    return [...resident].filter(([pid]) => own(pid)).reduce((sum, [, bytes]) => sum + bytes, 0);
  } catch {
    return undefined;
  }
}
