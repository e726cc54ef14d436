// No answer hangs on a hash: texts that share one are told apart when the file is read again.

import { expect, test } from "vitest";
import { nationalFields, nationalRegisters } from "../../../test/harness/national-fields.ts";
import { goodRow } from "../../../test/harness/data-file.ts";
import { holdText } from "../cell.ts";
import { recordTable, type RecordTable } from "../record-table.ts";
import { knownRows } from "./known-rows.ts";
import { eachSameHash, withRow } from "./same-hash.ts";

function tableOf(rows: readonly Readonly<Record<string, string>>[]): RecordTable {
  const table = recordTable(nationalFields, nationalRegisters, "data.csv");
  for (const [index, own] of rows.entries()) {
    const row: Readonly<Record<string, string>> = { ...goodRow, ...own };
    table.take(index + 2, (builder, cell) => holdText(cell, row[nationalFields[builder]?.code ?? ""] ?? ""));
  }
  return table;
}

test("rows of one id are refused, and the ids are found to be one", () => {
  const table = tableOf([{ id: "v-1" }, { id: "v-2" }, { id: "v-1" }]);
  const known = knownRows([[2, 4]], []);
  known.refuseRepeatedIds(table);
  expect([0, 1, 2].map(table.isKept)).toEqual([false, true, false]);
  expect(known.areReal()).toBe(true);
});

test("ids that only share a hash are found out, so that the file is read at once instead", () => {
  const known = knownRows([[2, 3]], []);
  known.refuseRepeatedIds(tableOf([{ id: "v-1" }, { id: "v-2" }]));
  expect(known.areReal()).toBe(false);
});

test("patients who only share a hash are found out too", () => {
  const overlap = [{ rows: [2, 3] as const }];
  const real = knownRows(
    [],
    overlap.map(({ rows: [a, b] }) => ({ rows: [a, b] })),
  );
  real.refuseOverlappingStays(
    tableOf([
      { id: "v-1", patient: "p-1" },
      { id: "v-2", patient: "p-1" },
    ]),
  );
  const deceived = knownRows(
    [],
    overlap.map(({ rows: [a, b] }) => ({ rows: [a, b] })),
  );
  deceived.refuseOverlappingStays(
    tableOf([
      { id: "v-1", patient: "p-1" },
      { id: "v-2", patient: "p-2" },
    ]),
  );
  expect([real.areReal(), deceived.areReal()]).toEqual([true, false]);
});

test("entries are brought together by the whole of their hash, its rest beside the row included", () => {
  const rows = [
    [7, withRow(1, 2)],
    [7, withRow(2, 3)],
    [7, withRow(1, 4)],
    [8, withRow(1, 5)],
  ];
  const part = Float64Array.from(rows.flatMap(([hash = 0, packed = 0]) => [hash, packed, 0, 0]));
  const found: number[][] = [];
  eachSameHash(part, 1, (same) => found.push([...same]));
  expect(found).toEqual([[0, 2]]);
});
