import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { dayFromText } from "@avtal/runtime/calendar";
import { MISSING, YES } from "@avtal/runtime/columns";
import {
  csvOf,
  faultsOf,
  goodRow,
  idsOf,
  inFolder,
  readPath,
  valueAt,
  wordsOf,
} from "../../../test/harness/data-file.ts";
import type { Reading } from "../episodes.ts";

/** Reads the good row from Parquet, with some columns written as other SQL expressions. */
function readWith(changes: Readonly<Record<string, string>>, name = "data.parquet"): Promise<Reading> {
  return inFolder(async (folder) => {
    const path = join(folder, name);
    await writeParquet(path, changes);
    return readPath(path);
  });
}

async function writeParquet(path: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const columns = {
    ...Object.fromEntries(Object.entries(goodRow).map(([key, text]) => [key, `'${text}'`])),
    ...changes,
  };
  const select = Object.entries(columns).map(([key, sql]) => `${sql} as "${key}"`);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (select ${select.join(", ")}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

const noticeAt = `${dayFromText("2022-03-05")} ${9 * 3600 + 30 * 60}`;

test("texts are read as in CSV, and rows are counted from the first record", async () => {
  expect(faultsOf(await readWith({}))).toEqual([]);
  expect(faultsOf(await readWith({ municipality: "'9999'" }))).toEqual(["1 municipality AV9110"]);
});

test("no name of a column that nobody asked for is taken for one of ours", async () => {
  const reading = await readWith({ again: "1", c0: "'x'", texts_0: "'y'", C1: "2" });
  expect([faultsOf(reading), idsOf(reading)]).toEqual([[], ["v-1"]]);
});

test("a file name that looks like a pattern is that file", async () => {
  expect(idsOf(await readWith({}, "data[1]*.parquet"))).toEqual(["v-1"]);
});

describe("C21: types are exact or refused", () => {
  test.each([
    ["timestamp '2022-03-05 09:30:00'", "local"],
    ["'2022-03-05 09:30:00'::timestamp_s", "local"],
    ["'2022-03-05 09:30:00'::timestamp_ms", "local"],
    ["'2022-03-05 09:30:00.999999999'::timestamp_ns", "local, fraction dropped"],
    ["timestamptz '2022-03-05 08:30:00+00'", "UTC"],
    ["timestamptz '2022-03-05 13:30:00+05'", "UTC"],
  ])("%s (%s)", async (sql) => {
    expect(valueAt(await readWith({ ready_notice_at: sql }), "ready_notice_at")).toBe(noticeAt);
  });

  test("DECIMAL(38,18) is taken where whole, refused where not, and negative stays negative", async () => {
    expect(valueAt(await readWith({ age_at_discharge: "81::decimal(38,18)" }), "age_at_discharge")).toBe(81);
    expect(faultsOf(await readWith({ age_at_discharge: "80.5::decimal(38,18)" }))).toEqual([
      "1 age_at_discharge AV9112",
    ]);
    expect(faultsOf(await readWith({ age_at_discharge: "(-81)::decimal(38,18)" }))).toEqual([
      "1 age_at_discharge AV9112",
    ]);
  });

  test("INT96 does not say what it counts and is refused", async () => {
    const path = join(import.meta.dirname, "fixtures/int96.parquet");
    expect(faultsOf(await readPath(path))).toEqual(["- ready_notice_at AV9017"]);
  });

  test("a timestamp without end is a moment that cannot be read", async () => {
    expect(faultsOf(await readWith({ ready_notice_at: "'infinity'::timestamp" }))).toEqual([
      "1 ready_notice_at AV9103",
    ]);
  });

  test("booleans, dates, integers and nulls", async () => {
    const reading = await readWith({
      care_contact: "true",
      sip_summons_date: "date '2022-03-06'",
      age_at_discharge: "81::smallint",
      hospital: "null::varchar",
    });
    expect([
      valueAt(reading, "care_contact"),
      valueAt(reading, "sip_summons_date"),
      valueAt(reading, "age_at_discharge"),
      valueAt(reading, "hospital"),
    ]).toEqual([YES, dayFromText("2022-03-06"), 81, MISSING]);
  });

  test("an integer municipality has lost its zero", async () => {
    expect(faultsOf(await readWith({ municipality: "126" }))).toEqual(["1 municipality AV9110"]);
  });
});

describe("C22: files that lie", () => {
  test("a footer, a page or a length that does not hold together is one problem without values", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "data.parquet");
      await writeParquet(path, { hospital: "'Markus Markörsson'" });
      const whole = readFileSync(path);
      const footerLength = whole.length - 8;
      for (const length of [0, 1, 0x7fffffff, 0xffffffff]) {
        const lying = Buffer.from(whole);
        lying.writeUInt32LE(length, footerLength);
        writeFileSync(path, lying);
        const reading = await readPath(path);
        expect(faultsOf(reading)).toEqual(["- - AV9016"]);
        expect(wordsOf(reading)).not.toContain("Mark");
      }
      writeFileSync(path, whole.subarray(0, whole.length / 2));
      expect(faultsOf(await readPath(path))).toEqual(["- - AV9016"]);
      writeFileSync(path, Buffer.concat([Buffer.from("PAR1"), Buffer.from(csvOf([goodRow]))]));
      expect(faultsOf(await readPath(path))).toEqual(["- - AV9016"]);
    });
  });

  test("an encrypted file is told as such", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "data.parquet");
      writeFileSync(path, "PARE hemligt PARE");
      expect(faultsOf(await readPath(path))).toEqual(["- - AV9004"]);
    });
  });
});

test("C23: a double column is refused where a whole number is meant", async () => {
  const reading = await readWith({ age_at_discharge: "81.0::double", hospital: "1.5::float" });
  expect(faultsOf(reading)).toEqual(["- hospital AV9017", "- age_at_discharge AV9017"]);
});

test("C02: columns of a Parquet file are matched like those of a CSV", async () => {
  expect(faultsOf(await readWith({ folkbokföringskommun: "'0126'" }))).toEqual(["- municipality AV9012"]);
});
