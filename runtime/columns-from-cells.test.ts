// Records of several stretches against the same records read one at a time.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Columns } from "./columns.ts";
import { writerAt } from "./column-writer.ts";
import { evaluateEpisodes, isPlain, type EpisodeReader } from "./evaluate-episodes.ts";
import { takeWithCare } from "./take-cells.ts";
import { columnsFromRecords, type PlainRecord, type RecordField, type RecordKind } from "./records.ts";

const seed = 20_261_124;
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
  field("hospital", { kind: "text" }),
  field("age", { kind: "quantity", unit: "count", whole: true }),
  field("care", { kind: "choice", field: "care" }, { choices: [{ name: "kropp", code: "somatic" }] }),
  field("payer", { kind: "payer", register: "r" }, { payers: [{ code: "0180", name: "Staden", alsoKnownAs: [] }] }),
  field("never", { kind: "moment" }, { empty: "missing" }),
  field("seldom", { kind: "date" }, { empty: "missing" }),
];
const record: fc.Arbitrary<PlainRecord> = fc.record({
  id: fc.integer({ min: 1, max: 4_000 }).map((number) => (number === 1 ? "" : `e${number}`)),
  ready: fc.constantFrom("2022-03-04T10:15:00", "2022-10-30T02:30", "2022-03-27T02:30", "24:00", null),
  withdrawn: fc.constantFrom(null, null, null, "2022-10-30T02:10", "2022-10-30T02:10+02:00", "2022-05-01 10:00"),
  summons: fc.constantFrom("2022-03-04", "2022-02-29", null, null, null, "2024-02-29"),
  contact: fc.constantFrom(true, false, null, "ja", "kanske"),
  hospital: fc.constantFrom("S", "T", "U", null, 12, "V"),
  age: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, "8", null, 1.5),
  care: fc.constantFrom("somatic", "kropp", null),
  payer: fc.constantFrom("0180", "Staden", "Staden", null),
  seldom: fc.nat(700).map((number) => (number === 0 ? "2022-03-04" : null)),
});

test(`records of several stretches are read as each of them alone, seed ${seed}`, () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1_100, maxLength: 1_300 }), (records) => {
      expect(shown(columnsFromRecords(fields, records))).toEqual(oneByOne(records));
    }),
    { seed, numRuns: 8, verbose: 1 },
  );
});

test("objects of a class, and without a prototype, are read by what they own", () => {
  class Inherits {
    readonly id = "b";
    get contact(): boolean {
      return true;
    }
  }
  const bare = Object.assign(Object.create(null) as { id?: string; contact?: boolean }, { id: "c", contact: false });
  const episodes: { id?: string; contact?: unknown }[] = [{ id: "a", contact: true }, new Inherits(), bare];
  const own: EpisodeReader<{ id?: string; contact?: unknown }> = {
    fields: [field("id", { kind: "text" }, { unique: true }), field("contact", { kind: "condition" })],
    takePlain: (given, writers, reading, { from, until, left }) => {
      for (let index = from; index < until; index += 1) {
        const episode = given[index];
        if (!isPlain(episode)) return index;
        takeWithCare(writerAt(writers, 0), reading, index, index - left, episode.id);
        takeWithCare(writerAt(writers, 1), reading, index, index - left, episode.contact);
      }
      return until;
    },
  };
  const read: Columns[] = [];
  const noted = (): void => {
    evaluateEpisodes(own, episodes, (columns) => {
      read.push(columns);
      return { kind: "stopped", reason: "not-fixed", value: "", document: "", from: null, on: "", record: "" };
    });
  };
  noted();
  expect(read[0]?.ids).toEqual(["a", "b", "c"]);
  expect(read[0]?.columns.get("contact")).toEqual({ kind: "condition", codes: Uint8Array.of(1, 2, 0) });
});

type Read = ReturnType<typeof columnsFromRecords>;

function shown({ columns, refusals, refused }: Read): object {
  return { rows: columns.ids.map((id, at) => [id, ...cellsAt(columns, at)]), refusals, refused };
}

/** What each column says of a record: codes by name, so that their numbers do not matter. */
function cellsAt(columns: Columns, at: number): readonly unknown[] {
  return [...columns.columns.values()].map((column) => {
    switch (column.kind) {
      case "code":
        return column.names[column.codes[at] ?? -1] ?? column.codes[at];
      case "moment":
        return [column.days[at], column.seconds[at]];
      case "date":
        return column.days[at];
      case "condition":
        return column.codes[at];
      case "integer":
        return column.values[at];
    }
  });
}

function oneByOne(records: readonly PlainRecord[]): object {
  const seen = new Set<unknown>();
  const refusals: object[] = [];
  const rows: object[] = [];
  for (const [index, each] of records.entries()) {
    const { columns, refusals: own } = columnsFromRecords(fields, [each]);
    const isTwice = each["id"] !== "" && seen.has(each["id"]);
    seen.add(each["id"]);
    if (isTwice) refusals.push({ row: index + 1, column: "id", reason: "duplicate" });
    refusals.push(...own.map((refusal) => ({ ...refusal, row: index + 1 })));
    if (!isTwice && own.length === 0) rows.push([columns.ids[0], ...cellsAt(columns, 0)]);
  }
  return { rows, refusals, refused: records.length - rows.length };
}
