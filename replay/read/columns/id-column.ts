// Ids of records, end to end in the order of the records, because nearly all of them are different.
// Rule: only records that were taken have an id here; a text is made of it when someone asks.

import type { Field } from "@avtal/compiler/ir/ir";
import { grownBytes, hashOf } from "./byte-index.ts";
import { grown, type ColumnBuilder } from "./column-builder.ts";
import { textColumn, textFaultIn } from "./text-column.ts";

export interface IdBuilder extends ColumnBuilder {
  readonly kind: "id";
  text(at: number): string;
  /** The same for the same id; seldom the same for others. */
  hash(at: number): number;
}

export function idBuilder(field: Field): IdBuilder {
  let known: Buffer = Buffer.alloc(0);
  let ends = new Uint32Array(0);
  const startOf = (at: number): number => (at === 0 ? 0 : (ends[at - 1] ?? 0));
  const text = (at: number): string => known.toString("latin1", startOf(at), ends[at]);
  return {
    kind: "id",
    field,
    text,
    hash: (at) => hashOf(known, startOf(at), ends[at] ?? 0),
    put(cell, at) {
      const fault = textFaultIn(cell, field);
      if (fault !== undefined) return fault;
      const from = startOf(at);
      const until = from + cell.end - cell.start;
      if (until > known.length) known = grownBytes(known, until);
      for (let place = cell.start, to = from; place < cell.end; place++, to++) known[to] = cell.bytes[place] ?? 0;
      ends[at] = until;
      return undefined;
    },
    putEmpty(at) {
      throw new Error(`Record ${at} has no ${field.code}, which the table refuses before it comes here.`);
    },
    reserve(capacity) {
      ends = grown(ends, new Uint32Array(capacity));
    },
    column({ count, kept }) {
      const size = kept?.length ?? count;
      const codes = new Int32Array(size);
      for (let index = 0; index < size; index++) codes[index] = index;
      return textColumn(codes, () => {
        const all = textsOf(known, ends.subarray(0, count));
        return kept === undefined ? all : Array.from(kept, (at) => all[at] ?? "");
      });
    },
  };
}

/** All ids, cut from long texts, since making one of each is slow. */
function textsOf(known: Buffer, ends: Uint32Array): string[] {
  const texts: string[] = [];
  let start = 0;
  for (let first = 0; first < ends.length; first += stretch) {
    const own = ends.subarray(first, first + stretch);
    const end = own[own.length - 1] ?? start;
    const long = known.toString("latin1", start, end);
    let from = start;
    for (const until of own) {
      texts.push(long.slice(from - start, until - start));
      from = until;
    }
    start = end;
  }
  return texts;
}

const stretch = 4_096;
