// What a reading of a data file says, so that two ways of reading can be held against each other.

import { expect } from "vitest";
import type { Field } from "@avtal/compiler/ir/ir";
import { idOf, type Column, type Columns } from "@avtal/runtime/columns";
import { joined, takenOut } from "@avtal/runtime/kept-records";
import { plainDescription } from "@avtal/replay/read/description";
import type { Reading } from "@avtal/replay/read/episodes";
import { readEpisodesInStretches } from "@avtal/replay/read/in-stretches";
import type { StretchesAsked } from "@avtal/replay/read/stretches/pass";
import { nationalFields, nationalRegisters } from "./national-fields.ts";

/** Everything that a reading says, with codes said as names. */
export function said(reading: Reading): unknown {
  if (reading.kind === "refused") return reading.problems.map((problem) => ({ ...problem, file: null }));
  const { columns, refused } = reading;
  const oneByOne = Array.from({ length: columns.count }, (_, record) => idOf(columns, record));
  expect(columns.ids).toEqual(oneByOne);
  return {
    ids: columns.ids,
    columns: [...columns.columns].map(([code, column]) => [code, valuesOf(column, columns.count)]),
    rows: refused.rows,
    details: refused.details.map((detail) => ({ ...detail, file: null })),
    repeatedHour: reading.facts.repeatedHour,
  };
}

function valuesOf(column: Column, count: number): unknown[] {
  return Array.from({ length: count }, (_, at) => {
    switch (column.kind) {
      case "date":
        return column.days[at];
      case "moment":
        return [column.days[at], column.seconds[at]];
      case "condition":
        return column.codes[at];
      case "code":
        return column.names[column.codes[at] ?? -1] ?? column.codes[at];
      case "integer":
        return column.values[at];
    }
  });
}

export const protectedField: Field = {
  id: "national.skyddad",
  name: "skyddad",
  code: "protected",
  kind: { kind: "condition" },
  choices: [],
  empty: "missing",
  optional: true,
  personal: true,
  unique: false,
  doc: null,
};

/** The stretches of a reading put together, as a reading at once. */
export async function inStretches(
  path: string,
  {
    fields = nationalFields,
    ...stretches
  }: Pick<StretchesAsked, "greatestRecords" | "thread"> & { fields?: readonly Field[] },
): Promise<Reading> {
  let taken: Columns[] = [];
  const asked = { path, fields, registers: nationalRegisters, description: plainDescription };
  const reading = await readEpisodesInStretches(asked, {
    ...stretches,
    taker: () => {
      taken = [];
      return (columns) => {
        const all = Array.from({ length: columns.count }, (_, at) => at);
        return taken.push(takenOut(columns, all)) > 0;
      };
    },
  });
  if (reading.kind === "left") throw new Error("Nobody left.");
  return reading.kind === "taken" ? { ...reading, kind: "read", columns: joined(taken) } : reading;
}
