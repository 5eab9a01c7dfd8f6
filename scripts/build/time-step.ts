/**
 * Does a step, and says when it begins, how long it took, and how much of the processor this process used for it.
 *
 * @param say says one line
 * @param label what the step is called, in Chinese
 */
export async function timeStep<T>(
  say: (line: string) => void,
  label: string,
  step: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  say(`${label} …`);
  const result = await step();
  const { user, system } = process.cpuUsage(before);
  const [elapsed, used] = [(performance.now() - start) / 1000, (user + system) / 1e6];
  say(`${label}：${elapsed.toFixed(1)} 秒（处理器 ${used.toFixed(1)} 秒）`);
  return result;
}
