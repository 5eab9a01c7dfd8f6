/**
 * Whole numbers by their bytes: a column of all lowest bytes, one of the next, and so on, each in Base64. Gzip
 * makes a fifth less of it than of a list of digits.
 */
export type PackedNumbers = string[];

/** Packs whole numbers that are not negative. */
export function packNumbers(numbers: readonly number[]): PackedNumbers {
  const columns: PackedNumbers = [];
  for (let rest = [...numbers]; rest.some((number) => number > 0); ) {
    columns.push(btoa(rest.map((number) => String.fromCharCode(number % 256)).join('')));
    rest = rest.map((number) => Math.floor(number / 256));
  }
  return columns;
}

/** Unpacks so many numbers. */
export function unpackNumbers(columns: PackedNumbers, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  columns.forEach((column, place) => {
    const bytes = atob(column);
    for (let at = 0; at < count; at++) numbers[at]! += bytes.charCodeAt(at) * 256 ** place;
  });
  return numbers;
}
