// Payers of a register by code, name or another spelling that the register knows.
// Rule: which of several payers of one name is meant, and whether it existed, is settled by the days of the record,
// after all its cells are read; a code without its leading zero is not a code.

import type { Field, RegisterIr } from "@avtal/compiler/ir/ir";
import type { CodeColumn } from "@avtal/runtime/columns";
import { unknownPayer } from "../../problems/unknown-payer.ts";
import { cellText, type Cell } from "../cell.ts";
import { byteIndex } from "./byte-index.ts";
import { gather, grown, sentinelOf, type CellFault, type ColumnBuilder } from "./column-builder.ts";
import { putKnownCells, shortCells } from "./known-cells.ts";
import { spelling } from "./spelling.ts";

export type RegisterEntryIr = RegisterIr["entries"][number];

export interface PayerBuilder extends ColumnBuilder {
  readonly kind: "payer";
  /** Per record an index into `meant`, or a sentinel. */
  readonly codes: () => Int32Array;
  /** The payers that a spelling can stand for, by index. */
  readonly meant: readonly (readonly RegisterEntryIr[])[];
  /** Settles a record's payer. */
  settle(at: number, entry: RegisterEntryIr): void;
}

export function payerBuilder(field: Field, registers: readonly RegisterIr[]): PayerBuilder {
  const empty = sentinelOf(field);
  const entriesOf = spellingsOf(field, registers);
  const seen = byteIndex();
  const short = shortCells();
  /** Index into `meant` by number of the written cell. */
  const meantBy: number[] = [];
  const meant: (readonly RegisterEntryIr[])[] = [];
  const settled = new Map<RegisterEntryIr, number>();
  let codes = new Int32Array(0);
  const put = (cell: Cell, at: number): CellFault | undefined => {
    let number = seen.find(cell);
    if (number < 0) {
      const text = cellText(cell);
      const entries = entriesOf.get(spelling(text));
      if (entries === undefined) return unknownPayer(text);
      number = seen.add(cell, at);
      meantBy[number] = meant.push(entries) - 1;
    }
    codes[at] = meantBy[number] ?? empty;
    return undefined;
  };
  return {
    kind: "payer",
    field,
    meant,
    codes: () => codes,
    put,
    putCells: (cells, run) => putKnownCells({ codes, empty, seen, codeBy: meantBy, short }, put, cells, run),
    putEmpty(at) {
      codes[at] = empty;
    },
    reserve(capacity) {
      codes = grown(codes, new Int32Array(capacity));
    },
    settle(at, entry) {
      let code = settled.get(entry);
      if (code === undefined) {
        code = meant.length;
        meant.push([entry]);
        settled.set(entry, code);
      }
      codes[at] = code;
    },
    column: (places) => byPayerCode(codes.subarray(0, gather(codes, places)), meant),
  };
}

type BySpelling = ReadonlyMap<string, readonly RegisterEntryIr[]>;

/** Made once for the registers of a program: each scenario is read into a table of its own. */
function spellingsOf(field: Field, registers: readonly RegisterIr[]): BySpelling {
  const wanted = field.kind.kind === "payer" ? field.kind.register : null;
  const known = spellings.get(registers) ?? new Map<string | null, BySpelling>();
  spellings.set(registers, known);
  const entriesOf = known.get(wanted) ?? entriesBySpelling(wanted, registers);
  known.set(wanted, entriesOf);
  return entriesOf;
}

const spellings = new WeakMap<readonly RegisterIr[], Map<string | null, BySpelling>>();

function entriesBySpelling(wanted: string | null, registers: readonly RegisterIr[]): BySpelling {
  const entriesOf = new Map<string, RegisterEntryIr[]>();
  for (const register of registers) {
    if (wanted !== null && register.id !== wanted) continue;
    for (const entry of register.entries) {
      for (const name of new Set([entry.code, entry.name, ...entry.alsoKnownAs].map(spelling))) {
        entriesOf.set(name, [...(entriesOf.get(name) ?? []), entry]);
      }
    }
  }
  return entriesOf;
}

/** One index per payer code, however many spellings the file used, in the array that was given. */
function byPayerCode(codes: Int32Array, meant: readonly (readonly RegisterEntryIr[])[]): CodeColumn {
  const names: string[] = [];
  const indexOf = new Map<string, number>();
  const index = meant.map(([entry]) => {
    const code = entry?.code ?? "";
    const known = indexOf.get(code);
    if (known !== undefined) return known;
    indexOf.set(code, names.length);
    return names.push(code) - 1;
  });
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? -1;
    if (code >= 0) codes[at] = index[code] ?? code;
  }
  return { kind: "code", codes, names };
}
