/**
 * The pairs of rows and columns of a table whose gains sum to most, each row and each column in one pair at most: the
 * Hungarian method. It takes rows² × (rows + columns) steps.
 * @param gains by row, then by column; what gains nothing (0 and below) is no pair
 * @returns by row, its column or −1
 */
export function assignPairs(gains: readonly (readonly number[])[]): number[] {
  const rows = gains.length;
  const columns = (gains[0]?.length ?? 0) + rows; // behind the real columns one for each row that has none
  const costOf = (row: number, column: number): number =>
    Math.min(0, -((gains[row] as number[])[column] ?? 0));
  // Potentials and the row of each column, counted from 1; column 0 is where a row waits for one.
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Infinity);
    const from = new Int32Array(columns + 1);
    const done = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    while (rowOf[column] !== 0) {
      done[column] = 1;
      const at = rowOf[column] as number;
      let step = Infinity;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (done[other]) continue;
        const cost = costOf(at - 1, other - 1) - (ofRow[at] as number) - (ofColumn[other] as number);
        if (cost < (least[other] as number)) {
          least[other] = cost;
          from[other] = column;
        }
        if ((least[other] as number) < step) {
          step = least[other] as number;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (done[other]) {
          const held = rowOf[other] as number;
          ofRow[held] = (ofRow[held] as number) + step;
          ofColumn[other] = (ofColumn[other] as number) - step;
        } else least[other] = (least[other] as number) - step;
      }
      column = next;
    }
    for (; column !== 0; column = from[column] as number)
      rowOf[column] = rowOf[from[column] as number] as number;
  }
  const pairs = gains.map(() => -1);
  for (let column = 1; column <= columns - rows; column++) {
    const row = (rowOf[column] as number) - 1;
    if (row >= 0 && costOf(row, column - 1) < 0) pairs[row] = column - 1;
  }
  return pairs;
}
