// Where columns lie: in memory of their own, or in memory that the columns of an earlier call had.
// Rule: what is asked for anew again and again has an engine look through everything that a host holds, as memory beside its
// heap counts; so it is lent again, but only where nobody can still read what stood in it.

import { absentValues, sharedAbsentValues, type AbsentValues } from "./absent-columns.ts";

export interface ColumnMemory {
  /** Room for so many numbers, each the same to begin with. */
  readonly numbers: (count: number, each: number) => Int32Array;
  /** Room for so many answers. */
  readonly answers: (count: number, each: number) => Uint8Array;
  /** Room for so many texts. */
  readonly texts: (count: number) => string[];
  /** For columns of fields that no record has. Nobody may write to it. */
  readonly absent: AbsentValues;
}

/** For columns that are handed to somebody. */
export function ownMemory(): ColumnMemory {
  return {
    ...numbersIn((count) => new ArrayBuffer(count * 4)),
    texts: (count) => new Array<string>(count),
    absent: absentValues(),
  };
}

function numbersIn(room: (count: number) => ArrayBuffer): Pick<ColumnMemory, "answers" | "numbers"> {
  return {
    numbers: (count, each) => new Int32Array(room(count), 0, count).fill(each),
    answers: (count, each) => new Uint8Array(room(count), 0, count).fill(each),
  };
}

export interface LentMemory {
  readonly memory: ColumnMemory;
  /** Says that nobody will read the columns any more. Who never says so keeps the memory. */
  readonly giveBack: () => void;
}

/** Memory for the columns of one call, of which there are `count` records; calls inside one another share none. */
export function lentMemory(count: number): LentMemory {
  const found = shelf?.deref();
  shelf = null;
  const isFitting = found !== undefined && found.count >= count && found.count <= count * 2;
  const rooms: Rooms = isFitting ? found : { count, all: [], texts: [] };
  let lent = 0;
  let lentTexts = 0;
  return {
    memory: {
      ...numbersIn(() => (rooms.all[lent++] ??= new ArrayBuffer(rooms.count * 4))),
      texts: (some) => {
        const texts = (rooms.texts[lentTexts++] ??= new Array<string>(rooms.count));
        texts.length = some;
        return texts;
      },
      absent: sharedAbsentValues,
    },
    giveBack: () => {
      // No text of a host's is kept for it.
      for (const texts of rooms.texts) texts.fill("");
      shelf = new WeakRef(rooms);
    },
  };
}

interface Rooms {
  /** How many numbers or texts there is room for in each. */
  readonly count: number;
  readonly all: ArrayBuffer[];
  readonly texts: string[][];
}

/** What the latest call gave back, for as long as the engine does not want the memory. */
let shelf: WeakRef<Rooms> | null = null;
