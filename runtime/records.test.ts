import { describe, expect, test } from "vitest";
import { dayFromText } from "./calendar.ts";
import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES } from "./columns.ts";
import { columnsFromRecords, type RecordField, type RecordKind } from "./records.ts";

const field = (code: string, kind: RecordKind, more: Partial<RecordField> = {}): RecordField => ({
  code,
  kind,
  choices: [],
  empty: "unknown",
  unique: false,
  ...more,
});
const fields: readonly RecordField[] = [
  field("id", { kind: "text" }, { unique: true }),
  field("ready", { kind: "moment" }, { empty: "missing" }),
  field("withdrawn", { kind: "moment" }, { empty: "missing" }),
  field("summons", { kind: "date" }, { empty: "missing" }),
  field("contact", { kind: "condition" }),
  field("care", { kind: "choice", field: "v.care" }, { choices: [{ name: "somatisk", code: "somatic" }] }),
  field(
    "municipality",
    { kind: "payer", register: "v.payers" },
    {
      payers: [{ code: "0126", name: "Huddinge", alsoKnownAs: ["Huddinge kommun"] }],
    },
  ),
  field("age", { kind: "quantity", unit: "count", whole: true }),
  field("fee", { kind: "quantity", unit: "money", whole: true }),
];

test("a full record fills every column", () => {
  const { columns, refusals } = columnsFromRecords(fields, [
    {
      id: "a",
      ready: "2020-11-02T10:15Z",
      withdrawn: null,
      summons: "2020-11-03",
      contact: true,
      care: "somatisk",
      municipality: "0126",
      age: 70,
      fee: "12.50",
    },
    { id: "b", ready: "", contact: "nej", care: "somatic", municipality: "Huddinge kommun", age: "0", fee: 3 },
  ]);
  expect(refusals).toEqual([]);
  expect(columns.ids).toEqual(["a", "b"]);
  expect(columns.columns.get("ready")).toEqual({
    kind: "moment",
    days: Int32Array.of(dayFromText("2020-11-02") ?? 0, MISSING),
    seconds: Int32Array.of(40_500, 0),
  });
  expect(columns.columns.get("contact")).toEqual({ kind: "condition", codes: Uint8Array.of(YES, NO) });
  expect(columns.columns.get("care")).toEqual({ kind: "code", codes: Int32Array.of(0, 0), names: ["somatic"] });
  expect(columns.columns.get("municipality")).toEqual({ kind: "code", codes: Int32Array.of(0, 0), names: ["0126"] });
  expect(columns.columns.get("age")).toEqual({ kind: "integer", values: Int32Array.of(70, 0) });
  expect(columns.columns.get("fee")).toEqual({ kind: "integer", values: Int32Array.of(1_250, 300) });
});

test("an empty cell and an absent column are what the vocabulary says", () => {
  const { columns } = columnsFromRecords(fields, [{ id: "a" }]);
  expect(columns.columns.get("summons")).toEqual({ kind: "date", days: Int32Array.of(MISSING) });
  expect(columns.columns.get("age")).toEqual({ kind: "integer", values: Int32Array.of(UNKNOWN) });
  expect(columns.columns.get("contact")).toEqual({ kind: "condition", codes: Uint8Array.of(NOT_KNOWN) });
  expect(columns.columns.get("municipality")).toEqual({ kind: "code", codes: Int32Array.of(UNKNOWN), names: [] });
});

describe("a value that cannot be right refuses its row, by number and reason", () => {
  test.each([
    ["ready", "2026-03-29 02:30", "gap"],
    ["ready", 45_000, "form"],
    ["summons", "2027-02-29", "no-such-date"],
    ["contact", "kanske", "not-yes-or-no"],
    ["care", "okänd", "unknown-choice"],
    ["municipality", "180", "unknown-payer"],
    ["municipality", "Huddinge ", "unknown-payer"],
    ["age", 1.5, "not-a-whole-number"],
    ["age", Number.NaN, "not-a-whole-number"],
    ["age", "2.00001E+11", "not-a-whole-number"],
    ["age", 4_000_000_000, "not-a-whole-number"],
    ["fee", 1.3, "not-an-amount"],
    ["fee", "1,30", "not-an-amount"],
    ["id", "", "empty"],
    ["unheard-of", "x", "unknown-column"],
  ] as const)("%s: %s is %s", (column, value, reason) => {
    const read = columnsFromRecords(fields, [{ id: "good" }, { id: "bad", [column]: value }]);
    expect(read.refusals).toEqual([{ row: 2, column, reason }]);
    expect(read.columns.ids).toEqual(["good"]);
    expect(read.refused).toBe(1);
    expect(JSON.stringify(read.refusals)).not.toContain(String(value) === "" ? "bad" : String(value));
  });

  test("the second of two equal ids is a duplicate", () => {
    const read = columnsFromRecords(fields, [{ id: "a" }, { id: "a" }]);
    expect(read.refusals).toEqual([{ row: 2, column: "id", reason: "duplicate" }]);
  });

  test("two local moments in the hour that exists twice have no order", () => {
    const read = columnsFromRecords(fields, [
      { id: "a", ready: "2026-10-25 02:30", withdrawn: "2026-10-25 02:40" },
      { id: "b", ready: "2026-10-25 02:30", withdrawn: "2026-10-25 03:40" },
    ]);
    expect(read.refusals).toEqual([
      { row: 1, column: "ready", reason: "unclear-order" },
      { row: 1, column: "withdrawn", reason: "unclear-order" },
    ]);
    expect(read.columns.ids).toEqual(["b"]);
  });
});

describe("periods and clock times", () => {
  const periods = (kind: "clock" | "month" | "quarter" | "year", cell: string) => {
    const read = columnsFromRecords([field("p", { kind })], [{ p: cell }]);
    const column = read.columns.columns.get("p");
    return read.refusals[0]?.reason ?? (column?.kind === "integer" ? column.values[0] : undefined);
  };
  test.each([
    ["clock", "12:00:01", 43_201],
    ["clock", "24:00", "hour-24"],
    ["month", "2020-10", 2020 * 12 + 9],
    ["month", "2020-13", "not-a-period"],
    ["month", "2020-Q1", "not-a-period"],
    ["quarter", "2020-Q4", 2020 * 4 + 3],
    ["quarter", "2020-Q5", "not-a-period"],
    ["year", "2020", 2020],
    ["year", "2020-10", "not-a-period"],
  ] as const)("%s %s", (kind, cell, expected) => expect(periods(kind, cell)).toBe(expected));
});

test("a column of another prototype is not a column", () => {
  const record = Object.create({ age: 5 }) as Record<string, string>;
  record["id"] = "a";
  expect(columnsFromRecords(fields, [record]).columns.columns.get("age")).toEqual({
    kind: "integer",
    values: Int32Array.of(UNKNOWN),
  });
});
