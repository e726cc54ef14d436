// Yes, no or not known: `true`, `false`, `ja`, `nej`, in any letter case; empty is not known.
// Rule: 1 and 0 are not taken, because files use them for yes, for counts and for "unknown" alike.

import type { Field } from "@avtal/compiler/ir/ir";
import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { notYesOrNo } from "../../problems/not-yes-or-no.ts";
import { cellText } from "../cell.ts";
import { byteIndex } from "./byte-index.ts";
import { gather, grown, type ColumnBuilder } from "./column-builder.ts";

const meaningOf: ReadonlyMap<string, number> = new Map([
  ["true", YES],
  ["ja", YES],
  ["false", NO],
  ["nej", NO],
]);

export function conditionBuilder(field: Field): ColumnBuilder {
  const seen = byteIndex();
  /** Meaning by number of the written cell. */
  const meaningBy: number[] = [];
  let codes = new Uint8Array(0);
  return {
    field,
    put(cell, at) {
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
    },
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
