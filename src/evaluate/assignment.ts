/**
 * The largest sum of one-to-one pairs of rows and columns (Kuhn 1955; the shortest augmenting paths of Jonker and
 * Volgenant 1987). A row or column may stay alone, which adds nothing; `gain` is never negative.
 */
export const bestAssignment = (
  rows: number,
  columns: number,
  gain: (row: number, column: number) => number,
): number => {
  if (rows > columns) return bestAssignment(columns, rows, (row, column) => gain(column, row));
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  /** By column, from 1: its row; 0 is none. */
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const previous = new Int32Array(columns + 1);
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      done[column] = 1;
      const from = rowOf[column] as number;
      let next = 0;
      let step = Infinity;
      for (let other = 1; other <= columns; other++) {
        if (done[other]) continue;
        const cost = -gain(from - 1, other - 1) - (rowPrice[from] as number) - (columnPrice[other] as number);
        if (cost < (slack[other] as number)) {
          slack[other] = cost;
          previous[other] = column;
        }
        if ((slack[other] as number) < step) {
          step = slack[other] as number;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (done[other]) {
          rowPrice[rowOf[other] as number] = (rowPrice[rowOf[other] as number] as number) + step;
          columnPrice[other] = (columnPrice[other] as number) - step;
        } else slack[other] = (slack[other] as number) - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = previous[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }
  let sum = 0;
  for (let column = 1; column <= columns; column++)
    if (rowOf[column]) sum += gain((rowOf[column] as number) - 1, column - 1);
  return sum;
};
