import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { monthFromText } from "@avtal/replay/months";
import { faultsOf, idsOf, inFolder, readPath } from "../../test/harness/data-file.ts";
import { nationalFields, nationalRegisters } from "../../test/harness/national-fields.ts";
import { samplePayers } from "./payers.ts";
import { randomFrom } from "./random.ts";
import { sampleMonths, type SampleAsked } from "./sample.ts";
import { writeSample } from "./write-sample.ts";

const asked: SampleAsked = {
  episodes: 2_000,
  seed: 7,
  from: monthFromText("2020-01") ?? 0,
  through: monthFromText("2022-12") ?? 0,
};
const payers = samplePayers(nationalFields, nationalRegisters, undefined);

function rowsOf(of: SampleAsked = asked): Record<string, string>[] {
  expect(payers).toBeDefined();
  if (payers === undefined) return [];
  return [...sampleMonths(of, nationalFields, payers)]
    .flat()
    .map((row) => Object.fromEntries(nationalFields.map((field, index) => [field.code, row[index] ?? ""])));
}

test("the same seed gives the same episodes, another seed others", () => {
  expect(rowsOf()).toEqual(rowsOf());
  expect(rowsOf({ ...asked, seed: 8 })).not.toEqual(rowsOf());
});

test("episodes are spread over the months by discharge, all of them", () => {
  const months = new Set(rowsOf().map((row) => row["discharged_at"]?.slice(0, 7)));
  expect([rowsOf().length, months.size]).toEqual([2_000, 36]);
});

describe("the sample holds what the rules look at", () => {
  const rows = rowsOf({ ...asked, episodes: 20_000 });
  const some: readonly (readonly [string, (row: Record<string, string>) => boolean])[] = [
    ["both care types", (row) => row["care_type"] === "psychiatric"],
    ["a notice at 12.00.00", (row) => row["ready_notice_at"]?.endsWith("T12:00:00") === true],
    ["a notice at 12.00.01", (row) => row["ready_notice_at"]?.endsWith("T12:00:01") === true],
    [
      "a status withdrawn and given again",
      (row) => row["ready_reissued_at"] !== "" && row["ready_withdrawn_at"] !== "",
    ],
    ["a placing municipality", (row) => row["placing_municipality"] !== ""],
    ["a fact that nobody knows", (row) => row["care_contact"] === ""],
    ["a day when the clock is changed", (row) => /-10-(2[5-9]|3[01])T02:/.test(row["ready_notice_at"] ?? "")],
    [
      "a late call to planning",
      (row) => (row["sip_summons_date"] ?? "") > (row["ready_notice_at"]?.slice(0, 10) ?? ""),
    ],
    ["a district before its merger", (row) => row["district"] === "sthlm-alvsjo"],
    ["a district after it", (row) => row["district"] === "sthlm-hagersten-alvsjo"],
  ];
  test.each(some)("%s", (_, holds) => {
    expect(rows.some(holds)).toBe(true);
  });
});

test("the reader refuses no row of it, as CSV or as Parquet, and both say the same", async () => {
  await inFolder(async (folder) => {
    expect(payers).toBeDefined();
    if (payers === undefined) return;
    const [csv, parquet] = [join(folder, "s.csv"), join(folder, "s.parquet")];
    expect(await writeSample({ path: csv, format: "csv" }, asked, nationalFields, payers)).toBeUndefined();
    expect(await writeSample({ path: parquet, format: "parquet" }, asked, nationalFields, payers)).toBeUndefined();
    const [fromCsv, fromParquet] = [await readPath(csv), await readPath(parquet)];
    expect([faultsOf(fromCsv), idsOf(fromCsv).length]).toEqual([[], 2_000]);
    expect(idsOf(fromParquet)).toEqual(idsOf(fromCsv));
    expect(fromParquet.kind === "read" && fromParquet.columns.columns).toEqual(
      fromCsv.kind === "read" && fromCsv.columns.columns,
    );
  });
});

test("a file that exists is left alone", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "s.csv");
    writeFileSync(path, "kvar");
    expect(payers).toBeDefined();
    if (payers === undefined) return;
    expect((await writeSample({ path, format: "csv" }, asked, nationalFields, payers))?.code).toBe("AV9209");
    expect(readFileSync(path, "utf8")).toBe("kvar");
  });
});

test("numbers are the same on every machine", () => {
  const random = randomFrom(1);
  expect(Array.from({ length: 6 }, () => random.below(1_000))).toEqual([67, 833, 787, 821, 403, 352]);
});
