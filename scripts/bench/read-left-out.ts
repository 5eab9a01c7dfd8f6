/**
 * Reads which sources are named behind a command that learns: they are left out of the learning, and it is tried on them.
 * @param sources all there are
 * @throws where one is named that is not among them
 */
export function readLeftOut(sources: readonly string[]): ReadonlySet<string> {
  const left = process.argv.slice(2);
  const unknown = left.find((source) => !sources.includes(source));
  if (unknown) throw new Error(`${unknown}: no source; expected some of ${[...new Set(sources)].join(', ')}`);
  return new Set(left);
}
