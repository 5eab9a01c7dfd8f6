/** Tells how far a long piece of work is. */
export interface Progress {
  /** So many are done in all. */
  reach: (done: number) => void;
  /** One more is done. */
  step: () => void;
}

/** Work that is done sooner says nothing. */
const QUIET = 2_000;

/**
 * Says on stderr how far a piece of work is, how fast it goes and how long it will still take: first after two
 * seconds, then every two seconds at most.
 *
 * @param say says one line
 * @param unit what is counted, in Chinese: 页, 篇, 版
 * @param total how many there are in all
 * @param now milliseconds of a clock; for tests
 */
export function watchProgress(
  say: (line: string) => void,
  unit: string,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let said = start;
  let done = 0;
  const reach = (reached: number): void => {
    done = reached;
    const at = now();
    if (at - said < QUIET || done >= total) return;
    said = at;
    const rate = done / ((at - start) / 1000);
    if (rate > 0)
      say(`  ${done} / ${total} ${unit}，每秒 ${tell(rate)} ${unit}，约剩 ${wait((total - done) / rate)}`);
  };
  return { reach, step: () => reach(done + 1) };
}

/** {@link watchProgress} for work that is told from the outside how much of it there is. */
export function tellProgress(
  say: (line: string) => void,
  unit: string,
): (done: number, total: number) => void {
  let progress: Progress | undefined;
  return (done, total) => {
    progress ??= watchProgress(say, unit, total);
    progress.reach(done);
  };
}

const tell = (rate: number): string => (rate < 10 ? rate.toFixed(1) : rate.toFixed(0));

function wait(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} 秒`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} 分 ${Math.round(seconds % 60)} 秒`;
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}
