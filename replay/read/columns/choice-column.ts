// Choices of the vocabulary by code or by name: `somatic` and `somatisk` are the same.

import type { Field } from "@avtal/compiler/ir/ir";
import { unknownChoice } from "../../problems/unknown-choice.ts";
import { cellText, type Cell } from "../cell.ts";
import { byteIndex } from "./byte-index.ts";
import { gather, grown, sentinelOf, type CellFault, type ColumnBuilder } from "./column-builder.ts";
import { putKnownCells, shortCells } from "./known-cells.ts";
import { spelling } from "./spelling.ts";

export function choiceBuilder(field: Field): ColumnBuilder {
  const empty = sentinelOf(field);
  const names = field.choices.map((choice) => choice.code);
  const bySpelling = new Map<string, number>();
  for (const [index, choice] of field.choices.entries()) {
    bySpelling.set(spelling(choice.name), index);
    bySpelling.set(spelling(choice.code), index);
  }
  const seen = byteIndex();
  const short = shortCells();
  /** Choice by number of the written cell. */
  const choiceOf: number[] = [];
  let codes = new Int32Array(0);
  const put = (cell: Cell, at: number): CellFault | undefined => {
    let number = seen.find(cell);
    if (number < 0) {
      const text = cellText(cell);
      const choice = bySpelling.get(spelling(text));
      if (choice === undefined) return unknownChoice(text, field.choices);
      number = seen.add(cell, at);
      choiceOf[number] = choice;
    }
    codes[at] = choiceOf[number] ?? empty;
    return undefined;
  };
  return {
    field,
    put,
    putCells: (cells, run) => putKnownCells({ codes, empty, seen, codeBy: choiceOf, short }, put, cells, run),
    codes: () => codes,
    putEmpty(at) {
      codes[at] = empty;
    },
    reserve(capacity) {
      codes = grown(codes, new Int32Array(capacity));
    },
    column: (places) => ({ kind: "code", codes: codes.subarray(0, gather(codes, places)), names }),
  };
}
