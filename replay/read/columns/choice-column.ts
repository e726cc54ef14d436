// Choices of the vocabulary by code or by name: `somatic` and `somatisk` are the same.

import type { Field } from "@avtal/compiler/ir/ir";
import { unknownChoice } from "../../problems/unknown-choice.ts";
import { cellText } from "../cell.ts";
import { byteIndex } from "./byte-index.ts";
import { gather, grown, sentinelOf, type ColumnBuilder } from "./column-builder.ts";
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
  /** Choice by number of the written cell. */
  const choiceOf: number[] = [];
  let codes = new Int32Array(0);
  return {
    field,
    put(cell, at) {
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
    },
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
