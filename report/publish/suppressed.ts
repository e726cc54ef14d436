// Which counts of a published table must be left out: those under five, and what would reveal them by subtraction.
// Rule: rows and columns are published with their sums, so a cell is known as soon as the cells left out do not form a
// circle through it; cells are added, smallest first, until every one lies on such a circle.

/** Counts under this are left out; none at all says nothing of anybody. */
export const leastPublished = 5;

/** True where a cell is left out. The table has its sums in the last row and the last column. */
export function suppressed(table: readonly (readonly number[])[]): boolean[][] {
  const hidden = table.map((row) => row.map((count) => count > 0 && count < leastPublished));
  for (;;) {
    const open = weakCell(table, hidden);
    if (open === undefined) return hidden;
    const next = cheapest(table, hidden, open);
    if (next === undefined) throw new Error("A table cannot be published without showing a small count.");
    const row = hidden[next.row];
    if (row !== undefined) row[next.column] = true;
  }
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A cell left out that the others give away, or a row or column whose hidden cells sum to a small count. */
function weakCell(table: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]): Cell | undefined {
  const cells = cellsWhere(table, ({ row, column }) => hidden[row]?.[column] === true);
  return cells.find((cell) => !isOnCircle(cell, cells) || sumsToLittle(cell, table, cells));
}

/** Rows and columns are places, hidden cells ways between them: is there another way from the cell's row to its column? */
function isOnCircle({ row, column }: Cell, cells: readonly Cell[]): boolean {
  const rows = new Set([row]);
  const columns = new Set<number>();
  const others = cells.filter((cell) => cell.row !== row || cell.column !== column);
  for (let grew = true; grew;) {
    grew = false;
    for (const other of others) {
      if (rows.has(other.row) === columns.has(other.column)) continue;
      rows.add(other.row);
      columns.add(other.column);
      grew = true;
    }
  }
  return columns.has(column);
}

/** Two ones that sum to two hide nothing. Sums themselves are no part of the sum. */
function sumsToLittle(cell: Cell, table: readonly (readonly number[])[], cells: readonly Cell[]): boolean {
  const [lastRow, lastColumn] = [table.length - 1, (table[0]?.length ?? 0) - 1];
  const inRow = cells.filter(({ row, column }) => row === cell.row && column !== lastColumn);
  const inColumn = cells.filter(({ row, column }) => column === cell.column && row !== lastRow);
  const isLittle = (own: readonly Cell[], sumHidden: boolean): boolean =>
    !sumHidden &&
    own.length > 0 &&
    own.reduce((sum, { row, column }) => sum + (table[row]?.[column] ?? 0), 0) < leastPublished;
  const hides = (row: number, column: number): boolean => cells.some((one) => one.row === row && one.column === column);
  return isLittle(inRow, hides(cell.row, lastColumn)) || isLittle(inColumn, hides(lastRow, cell.column));
}

/** In the cell's row or column; inner cells before sums, small before large, then the first. */
function cheapest(
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  open: Cell,
): Cell | undefined {
  const [lastRow, lastColumn] = [table.length - 1, (table[0]?.length ?? 0) - 1];
  const isSum = ({ row, column }: Cell): number => (row === lastRow || column === lastColumn ? 1 : 0);
  const isEmpty = ({ row, column }: Cell): number => (table[row]?.[column] === 0 ? 1 : 0);
  const countAt = ({ row, column }: Cell): number => table[row]?.[column] ?? 0;
  const free = (cell: Cell): boolean => hidden[cell.row]?.[cell.column] !== true;
  const near = cellsWhere(table, (cell) => free(cell) && (cell.row === open.row || cell.column === open.column));
  const anywhere = near.length > 0 ? near : cellsWhere(table, free);
  return [...anywhere].sort(
    (a, b) =>
      isSum(a) - isSum(b) || isEmpty(a) - isEmpty(b) || countAt(a) - countAt(b) || a.row - b.row || a.column - b.column,
  )[0];
}

function cellsWhere(table: readonly (readonly number[])[], is: (cell: Cell) => boolean): Cell[] {
  return table.flatMap((cells, row) => cells.map((_, column) => ({ row, column })).filter(is));
}
