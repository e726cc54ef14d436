// Ids of records, end to end in the order of the records, because nearly all of them are different.
// Rule: only records that were taken have an id here; a text is made of it when someone asks.

import type { Field } from "@avtal/compiler/ir/ir";
import type { CodeColumn } from "@avtal/runtime/columns";
import { withLater } from "@avtal/runtime/later";
import type { Cell } from "../cell.ts";
import { grownBytes, roomFor, type TakeBytes } from "./byte-index.ts";
import { grown, type CellFault, type ColumnBuilder, type Places } from "./column-builder.ts";
import { cellAt } from "./plain-cells.ts";
import { isPlain, textFaultIn } from "./text-column.ts";
import { copyBytes, hashOf, wordsOf, wordsOfMany } from "./words.ts";

export interface IdBuilder extends ColumnBuilder {
  readonly kind: "id";
  text(at: number): string;
  /** Hands over the bytes of the first `count` ids in the order of the records. */
  eachId(count: number, take: TakeBytes): void;
  /** Whether each of the first `count` records has an id after that of the one before it, so that no two are the same. */
  areRising(count: number): boolean;
  /** The same for the same id; seldom the same for others. */
  hash(at: number): number;
  /** Those of the first `count` records whose ids begin so. */
  beginningWith(prefix: string, count: number): readonly number[];
  /** Of the records at these places, in their order. Holds on to nothing that only reading needs. */
  ids(places: Places): Ids;
}

/** Ids as texts, made when someone asks. */
export interface Ids {
  readonly all: () => readonly string[];
  readonly at: (record: number) => string;
}

export function idBuilder(field: Field): IdBuilder {
  let known: Buffer = Buffer.alloc(0);
  let knownWords = wordsOf(known);
  const wordsFor = wordsOfMany();
  let ends = new Uint32Array(0);
  const startOf = (at: number): number => (at === 0 ? 0 : (ends[at - 1] ?? 0));
  const text = (at: number): string => known.toString("latin1", startOf(at), ends[at]);
  const add = (words: DataView, start: number, end: number, at: number): void => {
    const from = startOf(at);
    const until = from + end - start;
    if (until > known.length) {
      known = grownBytes(known, roomFor(until, at, ends.length));
      knownWords = wordsOf(known);
    }
    copyBytes(words, start, end, knownWords, from);
    ends[at] = until;
  };
  const put = (cell: Cell, at: number): CellFault | undefined => {
    const fault = textFaultIn(cell, field);
    if (fault === undefined) add(wordsFor(cell.bytes), cell.start, cell.end, at);
    return fault;
  };
  return {
    kind: "id",
    field,
    text,
    eachId(count, take) {
      for (let at = 0; at < count; at++) take(known, startOf(at), ends[at] ?? 0, at);
    },
    areRising: (count) => areRising(known, ends.subarray(0, count)),
    hash: (at) => hashOf(knownWords, startOf(at), ends[at] ?? 0),
    beginningWith(prefix, count) {
      const first = prefix.charCodeAt(0);
      const found: number[] = [];
      for (let at = 0; at < count; at++) {
        if (known[startOf(at)] === first && text(at).startsWith(prefix)) found.push(at);
      }
      return found;
    },
    put,
    putCells(cells, { from, until, at, row }) {
      const { bytes, words, starts, step, column } = cells;
      for (let index = from, to = at, slot = from * step + column; index < until; index++, to++, slot += step) {
        const start = starts[slot] ?? 0;
        const end = (starts[slot + 1] ?? 0) - 1;
        if (start === end) return index;
        if (isPlain(bytes, start, end)) add(words, start, end, to);
        else if (put(cellAt(cells, slot, row + index - from), to) !== undefined) return index;
      }
      return until;
    },
    putEmpty(at) {
      throw new Error(`Record ${at} has no ${field.code}, which the table refuses before it comes here.`);
    },
    reserve(capacity) {
      ends = grown(ends, new Uint32Array(capacity));
    },
    ids: (places) => idsOf(known, ends, places),
    column: (places) => idColumn(idsOf(known, ends, places), places.kept?.length ?? places.count),
  };
}

/** Longer ids after shorter ones, as numbers are counted up, and those of one length by their bytes. */
export function areRising(known: Buffer, ends: Uint32Array): boolean {
  let before = 0;
  let start = 0;
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at] ?? start;
    const length = end - start;
    if (at > 0 && length <= start - before) {
      if (length < start - before) return false;
      let place = 0;
      while (place < length && known[start + place] === known[before + place]) place += 1;
      if (place === length || (known[start + place] ?? 0) < (known[before + place] ?? 0)) return false;
    }
    before = start;
    start = end;
  }
  return true;
}

export function idsOf(known: Buffer, ends: Uint32Array, { count, kept }: Places): Ids {
  const own = ends.subarray(0, count);
  return {
    all: () => {
      const all = textsOf(known, own);
      return kept === undefined ? all : Array.from(kept, (at) => all[at] ?? "");
    },
    at: (record) => {
      const at = kept === undefined ? record : (kept[record] ?? -1);
      const end = own[at];
      return end === undefined ? "" : known.toString("latin1", own[at - 1] ?? 0, end);
    },
  };
}

/** Every record has an id of its own, so the codes count the records; seldom does anyone ask for them. */
export function idColumn(ids: Ids, size: number): CodeColumn {
  return withLater({ kind: "code" as const }, { codes: () => counted(size), names: () => ids.all() });
}

function counted(size: number): Int32Array {
  const codes = new Int32Array(size);
  for (let record = 0; record < size; record++) codes[record] = record;
  return codes;
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
