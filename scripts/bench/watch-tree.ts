import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;
const OFTEN = 250;

/**
 * Processor time of all that this process started and that has ended, with what they started, in seconds.
 *
 * @returns nothing where `/proc` does not tell
 */
export function processorOfChildren(): number | undefined {
  const fields = fieldsOf('self');
  return fields && (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/**
 * Processor time of a process, of those it started that live, and of those that have ended, in seconds.
 *
 * @returns nothing where `/proc` does not tell
 */
export function processorOfTree(pid: number): number | undefined {
  if (!fieldsOf(String(pid))) return undefined;
  const times = listTree(pid).map((each) => {
    const fields = fieldsOf(String(each));
    // Own time, and that of children which have ended.
    return fields ? [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0) : 0;
  });
  return times.reduce((sum, each) => sum + each, 0) / TICKS;
}

/**
 * Watches the memory of a process and of all that it starts.
 *
 * @returns stops watching and gives the highest sum of resident memory in bytes, or nothing where `/proc` is not
 */
export function watchTree(pid: number): () => number | undefined {
  let highest: number | undefined;
  const look = () => {
    const resident = listTree(pid).reduce((sum, each) => sum + residentOf(each), 0);
    if (resident > 0) highest = Math.max(highest ?? 0, resident);
  };
  const timer = setInterval(look, OFTEN);
  return () => {
    clearInterval(timer);
    return highest;
  };
}

/** The fields of `/proc/<pid>/stat` from the state on; the name before may hold anything. */
function fieldsOf(pid: string): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function residentOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function listTree(pid: number): number[] {
  const children = new Map<number, number[]>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/u.test(name)) continue;
      const parent = Number(fieldsOf(name)?.[1] ?? 0);
      const list = children.get(parent);
      if (list) list.push(Number(name));
      else children.set(parent, [Number(name)]);
    }
  } catch {
    return [];
  }
  const tree = [pid];
  for (const each of tree) tree.push(...(children.get(each) ?? []));
  return tree;
}
