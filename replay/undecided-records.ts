// The undecided records of a run over stretches: a million of them must not take more room than the records themselves.
// Rule: what is lacking is said once for all records that lack it; ids lie end to end as bytes.

import type { Undecided } from "@avtal/runtime/result";

export interface UndecidedRecords extends Iterable<Undecided> {
  add(undecided: readonly Undecided[]): void;
}

export function undecidedRecords(): UndecidedRecords {
  /** Everything but the id, each once. */
  const kinds: Omit<Undecided, "id">[] = [];
  const kindOf = new Map<string, number>();
  let ids = Buffer.alloc(1_024);
  /** By record: where its id ends, and its kind. */
  let ends = new Float64Array(64);
  let kindsBy = new Int32Array(64);
  let count = 0;

  const addOne = ({ id, ...kind }: Undecided): void => {
    const start = count === 0 ? 0 : (ends[count - 1] ?? 0);
    const length = Buffer.byteLength(id);
    if (start + length > ids.length) ids = Buffer.concat([ids], Math.max(start + length, ids.length * 2));
    if (count === ends.length) {
      ends = longer(ends, new Float64Array(count * 2));
      kindsBy = longer(kindsBy, new Int32Array(count * 2));
    }
    ids.write(id, start);
    ends[count] = start + length;
    const key = [kind.document, kind.rule, ...kind.missing].join("\n");
    const known = kindOf.get(key) ?? kinds.length;
    if (known === kinds.length) kinds.push(kind);
    kindOf.set(key, known);
    kindsBy[count] = known;
    count += 1;
  };
  return {
    add: (undecided) => undecided.forEach(addOne),
    *[Symbol.iterator]() {
      let start = 0;
      for (let record = 0; record < count; record++) {
        const end = ends[record] ?? start;
        const kind = kinds[kindsBy[record] ?? 0];
        if (kind !== undefined) yield { id: ids.toString("utf8", start, end), ...kind };
        start = end;
      }
    },
  };
}

function longer<Numbers extends Float64Array | Int32Array>(numbers: Numbers, room: Numbers): Numbers {
  room.set(numbers);
  return room;
}
