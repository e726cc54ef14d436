// Yes, no or not known: `true`, `false`, `ja`, `nej`, in any letter case; empty is not known.
// Rule: 1 and 0 are not taken, because files use them for yes, for counts and for "unknown" alike.

import type { Field } from "@avtal/compiler/ir/ir";
import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { notYesOrNo } from "../../problems/not-yes-or-no.ts";
import { cellText, type Cell } from "../cell.ts";
import { byteIndex } from "./byte-index.ts";
import { gather, grown, type CellFault, type ColumnBuilder } from "./column-builder.ts";
import { putKnownCells, shortCells } from "./known-cells.ts";

const meaningOf: ReadonlyMap<string, number> = new Map([
  ["true", YES],
  ["ja", YES],
  ["false", NO],
  ["nej", NO],
]);

export function conditionBuilder(field: Field): ColumnBuilder {
  const seen = byteIndex();
  const short = shortCells();
  /** Meaning by number of the written cell. */
  const meaningBy: number[] = [];
  let codes = new Uint8Array(0);
  const put = (cell: Cell, at: number): CellFault | undefined => {
    let number = seen.find(cell);
    if (number < 0) {
      const text = cellText(cell);
      const meaning = meaningOf.get(text.toLowerCase());
      if (meaning === undefined) return notYesOrNo(text);
      number = seen.add(cell, at);
      meaningBy[number] = meaning;
    }
    codes[at] = meaningBy[number] ?? NOT_KNOWN;
    return undefined;
  };
  return {
    field,
    put,
    putCells: (cells, run) =>
      putKnownCells({ codes, empty: NOT_KNOWN, seen, codeBy: meaningBy, short }, put, cells, run),
    codes: () => codes,
    putEmpty(at) {
      codes[at] = NOT_KNOWN;
    },
    reserve(capacity) {
      codes = grown(codes, new Uint8Array(capacity));
    },
    column: (places) => ({ kind: "condition", codes: codes.subarray(0, gather(codes, places)) }),
  };
}
