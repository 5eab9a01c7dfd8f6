/** Parts of a path that differ from page to page of a kind, and what stands for them. */
const VARYING: readonly [RegExp, string][] = [
  [/^\d{4}-\d{2}-\d{2}$/u, '<date>'],
  [/^p\d{2}$/u, '<page>'],
  [/^p\d{2}-\d{3,}$/u, '<article>'],
  [/^\d{4}$/u, '<year>'],
];

/** The kind of a page: its path without what names one of many. Names and topics stand below their folder. */
function kindOf(file: string): string {
  const steps = file.split('/');
  return steps
    .map((step, at) => {
      const known = VARYING.find(([pattern]) => pattern.test(step))?.[1];
      if (known !== undefined) return known;
      const isOneOfMany =
        at < steps.length - 1 &&
        ((at === 1 && /^(?:names|topics)$/u.test(steps[0]!) && step !== 'all') ||
          (at === 3 && steps[0] === 'names'));
      return isOneOfMany ? '*' : step;
    })
    .join('/');
}

/**
 * Some pages of each kind, evenly spread over it.
 *
 * @param files paths of all pages, sorted
 * @param most how many of a kind
 */
export function chooseSample(files: readonly string[], most: number): string[] {
  return [...Map.groupBy(files, kindOf).values()].flatMap((kind) => chooseEvenly(kind, most));
}

/** At most so many of a list, evenly spread over it. */
export function chooseEvenly<T>(list: readonly T[], most: number): T[] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]!);
}
