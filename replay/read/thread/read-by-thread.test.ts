// A file that another thread reads says what it says when it is read here: the same columns, refusals, facts and faults.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf, faultsOf, goodRow, idsOf, inFolder, readPath } from "../../../test/harness/data-file.ts";
import { goodOne, needsQuotes, row, written, type Row } from "../../../test/harness/drawn-rows.ts";
import { nationalFields, nationalRegisters } from "../../../test/harness/national-fields.ts";
import { readingThread } from "../../../test/harness/reading-thread.ts";
import { inStretches, protectedField, said } from "../../../test/harness/said-reading.ts";
import { plainDescription } from "../description.ts";
import type { Reading } from "../episodes.ts";
import type { Read } from "../stretches/pass.ts";
import { readByThread } from "./read-by-thread.ts";
import type { ReadingThread } from "./reading-thread.ts";

/** Holds the longest row that is drawn, and few of them. */
const blockBytes = 2_500;
const thread = readingThread(blockBytes);

/** A reading here and one by the thread, with all that each says. */
async function bothOf(text: string | Buffer, by: ReadingThread = thread): Promise<readonly [Reading, Reading]> {
  return inFolder(async (folder) => {
    const path = join(folder, "data.csv");
    writeFileSync(path, text);
    return [await readPath(path), await inStretches(path, { greatestRecords: 1e6, thread: by })];
  });
}

async function expectAlike(text: string | Buffer, by: ReadingThread = thread): Promise<Reading> {
  const [here, there] = await bothOf(text, by);
  expect(said(there)).toEqual(said(here));
  expect(beside(there)).toEqual(beside(here));
  return there;
}

/** What a reading says beside its columns, but for the name of its folder. */
function beside(reading: Reading): unknown {
  if (reading.kind === "refused") return null;
  return { ...reading.facts, warnings: reading.warnings.map((warning) => ({ ...warning, file: null })) };
}

/** Whether the thread read it, or left it to this one. */
function byThreadAlone(text: string): Promise<Read | "read-here"> {
  return inFolder(async (folder) => {
    const path = join(folder, "data.csv");
    writeFileSync(path, text);
    const asked = { path, fields: nationalFields, registers: nationalRegisters, description: plainDescription };
    const stretches = { greatestRecords: 1e6, taker: () => () => true };
    return readByThread(asked, stretches, { ids: "noted", known: null }, thread);
  });
}

const many = (count: number, of: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => ({ ...goodRow, id: `v-${at}`, ...of(at) }));

describe("a file that another thread reads", () => {
  test("says what it says when it is read here, whatever its rows are and wherever its blocks end", async () => {
    const drawn = fc.array(fc.oneof({ weight: 4, arbitrary: goodOne }, row), { minLength: 1, maxLength: 60 });
    const end = fc.constantFrom("\n", "\r\n");
    await fc.assert(
      fc.asyncProperty(drawn, end, fc.integer({ min: 1_500, max: 6_000 }), async (rows, lineBreak, bytes) => {
        const text = written(rows, (cell) => needsQuotes.test(cell), lineBreak);
        await expectAlike(text, { ...thread, blockBytes: bytes });
      }),
      { numRuns: 60 },
    );
  });

  test("is read by it and by nobody else where its rows are plain, and where some are refused", async () => {
    const plain = many(200, () => ({}));
    expect(await byThreadAlone(csvOf(plain))).toMatchObject({ kind: "taken", facts: { rows: 200 } });
    const refused = many(200, (at) => (at % 9 === 4 ? { care_type: "akut" } : {}));
    const read = await byThreadAlone(csvOf(refused));
    expect(typeof read === "object" && read.kind === "taken" && read.refused.rows.length).toBe(22);
  });

  test("tells rows by their numbers in the file, over blank lines and blocks", async () => {
    const lines = csvOf(many(120, (at) => (at % 40 === 39 ? { municipality: "9999" } : {}))).split("\n");
    const reading = await expectAlike(lines.flatMap((line, at) => (at % 10 === 5 ? ["", line] : [line])).join("\n"));
    expect(faultsOf(reading)).toEqual(["45 municipality AV9110", "89 municipality AV9110", "133 municipality AV9110"]);
  });

  test("puts the first hundred refused rows in words, and counts the others", async () => {
    const reading = await expectAlike(csvOf(many(300, (at) => (at % 2 === 0 ? { care_type: "akut" } : {}))));
    expect(reading.kind === "read" && [reading.refused.rows.length, reading.refused.details.length]).toEqual([
      150, 100,
    ]);
  });

  test("finds ids that come again and stays that overlap in other blocks", async () => {
    const stays = many(400, (at) => ({
      id: `v-${(at * 7_919) % 380}`,
      patient: `p-${at % 189}`,
      admitted_at: `2022-0${1 + (at % 3)}-0${1 + (at % 9)}T10:15`,
      ready_notice_at: "",
      discharged_at: `2022-0${1 + (at % 3)}-${10 + (at % 17)}T14:00`,
    }));
    const reading = await expectAlike(csvOf(stays));
    expect(new Set(faultsOf(reading).map((fault) => fault.split(" ")[2]))).toEqual(new Set(["AV9115", "AV9117"]));
  });

  test("keeps account of ids that rise for many blocks and then fall", async () => {
    const reading = await expectAlike(csvOf(many(200, (at) => (at === 199 ? { id: "v-20" } : {}))));
    expect(faultsOf(reading)).toEqual(["22 id AV9115", "201 id AV9115"]);
  });

  test("hides those who are protected, in one row of numbers over all blocks", async () => {
    const rows = many(150, (at) => ({
      protected: at % 50 === 49 ? "true" : "",
      id: at === 120 ? "skyddad-2" : `v-${at}`,
    }));
    const ids = await inFolder(async (folder) => {
      const path = join(folder, "data.csv");
      writeFileSync(path, csvOf(rows));
      const fields = [...nationalFields, protectedField];
      return idsOf(await inStretches(path, { greatestRecords: 1e6, thread, fields }));
    });
    expect([ids[49], ids[99], ids[120], ids[149]]).toEqual(["skyddad-1", "skyddad-3", "skyddad-2", "skyddad-4"]);
  });

  test("says where times of both sorts were met first, though they stand in different blocks", async () => {
    const of = (at: number): Row => (at === 90 ? { ready_notice_at: "2022-03-05T09:30:00+01:00" } : {});
    const reading = await expectAlike(csvOf(many(120, of)));
    expect(reading.kind === "refused" && reading.problems.map(({ code }) => code)).toEqual(["AV9015"]);
  });

  test("counts records in the hour that comes twice in every block", async () => {
    const of = (at: number): Row => (at % 30 === 7 ? { discharged_at: "2022-10-30T02:30" } : {});
    const reading = await expectAlike(csvOf(many(120, of)));
    expect(reading.kind === "read" && reading.facts.repeatedHour).toBe(4);
  });
});

describe("what a thread cannot judge", () => {
  test("a line break in quotation marks where a block ends is read here, and is no fault", async () => {
    const rows = many(60, () => ({ hospital: `rad\n${"åäö".repeat(70)}\nrad` }));
    const text = written(rows, (cell) => needsQuotes.test(cell));
    expect(await byThreadAlone(text)).toBe("read-here");
    const reading = await expectAlike(text);
    expect(faultsOf(reading)).toEqual(rows.map((_, at) => `${at + 2} hospital AV9118`));
  });

  test.each([
    ["a file without a last line break", (text: string) => text.slice(0, -1), []],
    ["a file cut off inside a row", (text: string) => text.slice(0, -60), ["AV9009"]],
    [
      "a byte that is no UTF-8",
      (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 10])]),
      ["AV9005"],
    ],
    ["a lone carriage return", (text: string) => `${text}a\rb\n`, ["AV9008"]],
    ["a quotation mark that is never closed", (text: string) => `${text}"a;b\n`, ["AV9007"]],
    ["a byte order mark", (text: string) => `\uFEFF${text}`, []],
    ["commas", (text: string) => text.replaceAll(";", ","), []],
    ["a header that nobody knows", (text: string) => text.replace("municipality", "x"), ["AV9011"]],
    ["no row at all", (text: string) => text.slice(0, text.indexOf("\n") + 1), []],
  ])("%s is what it is when read here", async (_, change, codes) => {
    const reading = await expectAlike(change(csvOf(many(90, () => ({})))));
    expect(reading.kind === "refused" ? reading.problems.map(({ code }) => code) : []).toEqual(codes);
  });

  test("a row that is longer than a block is read here", async () => {
    const rows = many(40, (at) => (at === 30 ? { hospital: "x".repeat(3_000) } : {}));
    const reading = await expectAlike(csvOf(rows));
    expect(faultsOf(reading)).toHaveLength(1);
  });

  test("a thread that does not start costs time and nothing else", async () => {
    const lost = { ...thread, script: join(import.meta.dirname, "no-such-thread.js") };
    expect(idsOf(await expectAlike(csvOf(many(60, () => ({}))), lost))).toHaveLength(60);
  });
});
