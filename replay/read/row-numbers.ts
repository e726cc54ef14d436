// Which row of the file each record was, without a number for every record: rows nearly always follow one another.

export interface RowNumbers {
  /** Records come in order, and so do their rows. */
  put(at: number, row: number): void;
  readonly of: (at: number) => number;
}

export function rowNumbers(): RowNumbers {
  /** Records before which rows were left out, and by how much rows are ahead of records from there on. */
  const from: number[] = [];
  const ahead: number[] = [];
  let last = 0;
  return {
    put(at, row) {
      if (from.length > 0 && row - at === last) return;
      last = row - at;
      from.push(at);
      ahead.push(last);
    },
    of(at) {
      let [low, high] = [0, from.length];
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((from[middle] ?? 0) <= at) low = middle;
        else high = middle;
      }
      return at + (ahead[low] ?? 0);
    },
  };
}
