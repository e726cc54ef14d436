// However a row is written, it is read alike: plain cells straight from the bytes, quoted ones through the careful
// reading of records, Parquet as numbers, as dictionaries and as texts.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  csvOf,
  faultsOf,
  goodRow,
  idsOf,
  inFolder,
  readPath,
  readRows,
  readText,
} from "../../test/harness/data-file.ts";
import { cells, goodOne, needsQuotes, row, rows, written, type Row } from "../../test/harness/drawn-rows.ts";
import { nationalFields } from "../../test/harness/national-fields.ts";
import { inStretches, protectedField, said } from "../../test/harness/said-reading.ts";
import { greatestRecord } from "./csv/records.ts";

describe("a row in a CSV file", () => {
  test("is read alike with and without quotation marks, and with either line break", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (drawn) => {
        const whole = said(await readText(written(drawn, () => true)));
        expect(said(await readText(written(drawn, (text) => needsQuotes.test(text))))).toEqual(whole);
        expect(said(await readText(written(drawn, (text) => needsQuotes.test(text), "\r\n")))).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  test("is read alike wherever it stands among hundreds of plain ones", async () => {
    const pieces = fc.string({ unit: fc.constantFrom("2022", "-", "03", "T", ":", "1"), maxLength: 8 });
    const odd = fc.record({ ...cells, admitted_at: pieces, ready_notice_at: pieces, sip_summons_date: pieces });
    const rowOf: fc.Arbitrary<Row> = fc.oneof(
      { weight: 40, arbitrary: goodOne.map((one) => ({ ...one, ...typedMoments })) },
      { weight: 2, arbitrary: row },
      odd.map((own) => ({ ...goodRow, ...own })),
    );
    for (const seed of [1, 2, 3]) {
      const drawn = fc.sample(rowOf, { numRuns: 700, seed }).map((one, at) => ({ ...one, id: `${one["id"]}-${at}` }));
      const whole = said(await readText(written(drawn, () => true)));
      expect(said(await readText(written(drawn, (text) => needsQuotes.test(text))))).toEqual(whole);
      expect(said(await readText(written(drawn, (text) => needsQuotes.test(text), "\r\n")))).toEqual(whole);
      expect(JSON.stringify(whole).match(/AV9103/g)?.length).toBeGreaterThan(4);
    }
  });

  test("is taken as plain by nearly all files, which a wrong cell does not change", async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => ({ ...goodRow, id: `v-${at}` }));
    const reading = await readRows(many.map((one, at) => (at % 1_000 === 7 ? { ...one, care_type: "akut" } : one)));
    expect(faultsOf(reading)).toEqual(["9 care_type AV9109", "1009 care_type AV9109", "2009 care_type AV9109"]);
    expect(idsOf(reading)).toHaveLength(2_997);
    expect(idsOf(reading)[2_000]).toBe("v-2002");
  });
});

describe("a file that is read a stretch of records at a time", () => {
  test("says what it says when it is read at once", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (drawn, greatestRecords) => {
        await inFolder(async (folder) => {
          const path = join(folder, "data.csv");
          writeFileSync(
            path,
            written(drawn, (text) => needsQuotes.test(text)),
          );
          expect(said(await inStretches(path, { greatestRecords }))).toEqual(said(await readPath(path)));
        });
      }),
      { numRuns: 300 },
    );
  });

  test("does not take what a refused row left for that of a record that stood there before", async () => {
    const drawn = [goodRow, { ...goodRow, id: "v-2", ready_notice_at: "2022-10-30T02:30", age_at_discharge: "81,0" }];
    await inFolder(async (folder) => {
      const path = join(folder, "data.csv");
      writeFileSync(path, csvOf(drawn));
      expect(said(await inStretches(path, { greatestRecords: 1 }))).toEqual(said(await readPath(path)));
    });
  });

  test("finds ids that come again and stays that overlap in other stretches, however many there are", async () => {
    const many = Array.from({ length: 4_000 }, (_, at) => ({
      ...goodRow,
      id: `v-${(at * 7_919) % 3_900}`,
      patient: `p-${at % 1_899}`,
      admitted_at: `2022-0${1 + (at % 3)}-0${1 + (at % 9)}T10:15`,
      ready_notice_at: "",
      discharged_at: `2022-0${1 + (at % 3)}-${10 + (at % 17)}T14:00`,
    }));
    await inFolder(async (folder) => {
      const path = join(folder, "data.csv");
      writeFileSync(path, csvOf(many));
      const atOnce = await readPath(path);
      expect(said(await inStretches(path, { greatestRecords: 300 }))).toEqual(said(atOnce));
      expect(new Set(faultsOf(atOnce).map((fault) => fault.split(" ")[2]))).toEqual(new Set(["AV9115", "AV9117"]));
    });
  });

  test("tells apart ids that rise for a while and then fall", async () => {
    const ids = ["v-1", "v-2", "v-3", "v-4", "v-5", "v-9", "v-7", "v-2"];
    await inFolder(async (folder) => {
      const path = join(folder, "data.csv");
      writeFileSync(path, csvOf(ids.map((id) => ({ ...goodRow, id }))));
      expect(faultsOf(await inStretches(path, { greatestRecords: 3 }))).toEqual(["3 id AV9115", "9 id AV9115"]);
    });
  });

  test("never gives a protected record a stand-in that is the id of a later one", async () => {
    const drawn = [
      { ...goodRow, id: "a-1", protected: "true" },
      { ...goodRow, id: "a-2" },
      { ...goodRow, id: "a-3", protected: "true" },
      { ...goodRow, id: "skyddad-2" },
    ];
    await inFolder(async (folder) => {
      const path = join(folder, "data.csv");
      writeFileSync(path, csvOf(drawn));
      const reading = await inStretches(path, { greatestRecords: 1, fields: [...nationalFields, protectedField] });
      expect(idsOf(reading)).toEqual(["skyddad-1", "a-2", "skyddad-3", "skyddad-2"]);
    });
  });
});

test.each([0, 1, 400, 4_000])(
  "a row of too many bytes, all but few in a column that nobody reads, is refused behind %i plain ones",
  async (before) => {
    const rowsOf = (note: string): Row[] =>
      Array.from({ length: before + 2 }, (_, at) => ({ ...goodRow, id: `v-${at}`, note: at === before ? note : "" }));
    expect(idsOf(await readText(csvOf(rowsOf("x".repeat(200_000)))))).toHaveLength(before + 2);
    const reading = await readText(csvOf(rowsOf("x".repeat(greatestRecord))));
    expect(reading.kind === "refused" && reading.problems.map(({ code, row: at }) => [code, at])).toEqual([
      ["AV9014", before + 2],
    ]);
  },
);

test("a row that was refused does not hide that the ids after it are repeated", async () => {
  const reading = await readRows([
    { ...goodRow, id: "v-0", municipality: "9999" },
    goodRow,
    { ...goodRow, care_type: "psychiatric" },
  ]);
  expect(faultsOf(reading)).toEqual(["2 municipality AV9110", "3 id AV9115", "4 id AV9115"]);
});

test("rows of a Parquet file with texts are read as those of a CSV file", async () => {
  const drawn = fc.sample(fc.oneof(goodOne, row), { numRuns: 400, seed: 20221105 });
  const distinct = drawn.filter((one) => !/[Z+]|\.5/.test(`${one["ready_notice_at"]}${one["admitted_at"]}`));
  const local = distinct.filter((one) => !/[Z+]|\.5/.test(`${one["discharged_at"]}${one["ready_withdrawn_at"]}`));
  await inFolder(async (folder) => {
    const [csv, parquet] = [join(folder, "data.csv"), join(folder, "data.parquet")];
    writeFileSync(
      csv,
      written(local, () => true),
    );
    await toParquet(csv, parquet, (name) => `nullif("${name}", '')`);
    const fromCsv = said(await readPath(csv));
    const fromParquet = said(await readPath(parquet));
    expect(fromParquet).toEqual(oneRowEarlier(fromCsv));
    expect(JSON.stringify(fromCsv)).toContain("AV9117");
  });
});

test("rows of a Parquet file with types are read as those of a CSV file, bad ones among them", async () => {
  const dates = ["2022-03-05 02:30:00", "2022-03-27 02:30:00", "2022-10-30 02:30:00", "1979-12-31 23:59:59"];
  const more = ["2100-12-31 10:00:00", "2101-01-01 00:00:00", "1980-01-01 00:00:00", "2022-03-04 23:59:59", ""];
  const typed = [...dates, ...more].flatMap((ready_notice_at, at) =>
    ["81", "131", "-1", "", "1234567890"].map((age_at_discharge, index) => ({
      ...goodRow,
      id: `v-${at}-${index}`,
      admitted_at: ready_notice_at,
      ready_notice_at,
      discharged_at: "",
      care_contact: index % 2 === 0 ? "true" : "",
      sip_summons_date: index === 3 ? "1979-12-31" : "2022-03-06",
      age_at_discharge,
    })),
  );
  await expectAlike(typed, (name) => `cast(nullif("${name}", '') as ${typeOf(name)})`);
});

describe("an odd row of a Parquet file", () => {
  /** Chunks have 2 048 rows, and runs within them 256. */
  const places = [0, 1, 254, 255, 256, 257, 2_046, 2_047, 2_048, 2_049, 2_303, 2_304, 4_095, 4_096, 5_118, 5_119];
  const oddities: readonly Row[] = [
    { ready_notice_at: "1979-12-31 23:59:59" },
    { ready_notice_at: "2022-10-30 02:30:00", discharged_at: "2022-10-30 02:10:00" },
    { ready_notice_at: "" },
    { ready_notice_at: "2022-03-27 02:30:00" },
    { municipality: "9999" },
    { district: "Älvsjö" },
    { id: "" },
    { id: "id-åäö-som-är-längre-än-tolv" },
    { id: "x".repeat(60) },
    { id: "y".repeat(201) },
    { patient: "Anna A" },
    { patient: "p-1" },
    { patient: "" },
    { care_contact: "" },
    { age_at_discharge: "131" },
    { age_at_discharge: "-1234567890" },
    { sip_summons_date: "1979-12-31" },
    { admitted_at: "2022-03-09 10:15:00" },
    { discharged_at: "2101-01-01 00:00:00" },
  ];

  test.each([
    ["short", (at: number) => `v-${at}`],
    ["long", (at: number) => `9f3b2c77-1a2b-4c3d-8e5f-${String(at).padStart(12, "0")}`],
  ])("is read as that of a CSV file wherever it stands, among %s ids", async (_, idOf) => {
    for (const shift of [0, 10]) {
      const rowsOf = Array.from({ length: 5_120 }, (_one, at): Row => {
        const place = places.indexOf(at);
        const odd = place < 0 ? {} : (oddities[(place + shift) % oddities.length] ?? {});
        return { ...goodRow, ...typedMoments, id: idOf(at), patient: idOf(at).replace("v", "p"), ...odd };
      });
      await expectAlike(rowsOf, (name) => `cast(nullif("${name}", '') as ${typeOf(name)})`);
    }
  });

  test("does not end what is taken after it, however many there are", async () => {
    const rowsOf = Array.from({ length: 2_500 }, (_, at): Row => ({
      ...goodRow,
      ...typedMoments,
      id: `v-${at}`,
      patient: `p-${at}`,
      ...oddities[at % 3 === 0 ? (at / 3) % oddities.length : oddities.length],
    }));
    await expectAlike(rowsOf, (name) => `cast(nullif("${name}", '') as ${typeOf(name)})`);
  });
});

const typedMoments: Row = {
  admitted_at: "2022-03-01 10:15:00",
  ready_notice_at: "2022-03-05 09:30:00",
  discharged_at: "2022-03-07 14:00:00",
};

/** Reads the rows from CSV and from Parquet with columns of these types. */
async function expectAlike(rowsOf: readonly Row[], sql: (name: string) => string): Promise<void> {
  await inFolder(async (folder) => {
    const [csv, parquet] = [join(folder, "data.csv"), join(folder, "data.parquet")];
    writeFileSync(csv, csvOf(rowsOf).replaceAll(/(\d{4}-\d\d-\d\d) (\d\d:)/g, "$1T$2"));
    await toParquet(csv, parquet, sql);
    const fromParquet = said(await readPath(parquet));
    expect(fromParquet).toEqual(oneRowEarlier(said(await readPath(csv))));
    expect(JSON.stringify(fromParquet)).toContain("AV91");
  });
}

function typeOf(name: string): string {
  const kind = nationalFields.find(({ code }) => code === name)?.kind.kind;
  if (kind === "moment") return "timestamp";
  if (kind === "date") return "date";
  if (kind === "condition") return "boolean";
  return kind === "quantity" ? "bigint" : "varchar";
}

async function toParquet(csv: string, parquet: string, sql: (name: string) => string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const source = `read_csv('${csv}', all_varchar = true, delim = ';', header = true, quote = '"', escape = '"', new_line = '\\n', nullstr = 'NULL', max_line_size = 10000)`;
  const described = await connection.runAndReadAll(`describe select * from ${source}`);
  const columns = described.getRows().map(([name]) => `${sql(String(name))} as "${String(name)}"`);
  await connection.run(`copy (select ${columns.join(", ")} from ${source}) to '${parquet}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

/** The header of a CSV file is its first row, and messages name other rows too. */
function oneRowEarlier(of: unknown): unknown {
  const rowNumber = (key: string, value: unknown): unknown =>
    key === "row" && typeof value === "number"
      ? value - 1
      : key === "headline" || key === "advice"
        ? wordsEarlier(value)
        : value;
  return JSON.parse(JSON.stringify(of, rowNumber));
}

function wordsEarlier(words: unknown): unknown {
  const text = JSON.stringify(words) ?? "null";
  return JSON.parse(
    text.replaceAll(
      /\b(rad|raderna|row|rows|och|and|,) (\d+)(?!\d| till\b| more\b)/gi,
      (_, word, number) => `${word} ${Number(number) - 1}`,
    ),
  );
}
