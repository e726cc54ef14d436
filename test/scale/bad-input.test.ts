// Bad input at scale: the row is named however far down it stands, a file that ends too soon leaves nothing behind, and
// texts that are all different do not become texts in memory.
// AVTAL_ROWS says how many rows; `npm run test:scale` asks for ten million, the greatest number that a file may have.

import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plainDescription } from "@avtal/replay/read/description";
import { readEpisodes, type Reading } from "@avtal/replay/read/episodes";
import { parquetFromCsv } from "@avtal/replay/write-parquet";
import { avtal } from "../cli/avtal.ts";
import { faultsOf, goodRow } from "../harness/data-file.ts";
import { nationalFields, nationalRegisters } from "../harness/national-fields.ts";

const rows = Number(process.env["AVTAL_ROWS"] ?? "20000");
const minutes = 60_000;
const folder = mkdtempSync(join(tmpdir(), "avtal-scale-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = nationalFields.map(({ code }) => code);

/** A file of so many rows, in pieces; `change` says what differs in a row, the header being row 1. */
function writeRows(path: string, count: number, change: (row: number) => Readonly<Record<string, string>>): void {
  const handle = openSync(path, "w");
  let piece = `${names.join(";")}\n`;
  for (let row = 2; row <= count + 1; row++) {
    const own: Readonly<Record<string, string>> = { ...goodRow, id: `v-${row}`, ...change(row) };
    piece += `${names.map((name) => own[name] ?? "").join(";")}\n`;
    if (piece.length > 1 << 20 || row === count + 1) {
      writeSync(handle, piece);
      piece = "";
    }
  }
  closeSync(handle);
}

function read(path: string): Promise<Reading> {
  return readEpisodes({ path, fields: nationalFields, registers: nationalRegisters, description: plainDescription });
}

describe(`${rows} rows`, () => {
  const csv = join(folder, "data.csv");

  test(
    "a row that cannot be used is refused by its number, next to the last as well as the first",
    { timeout: 10 * minutes },
    async () => {
      const bad = new Map([
        [2, { admitted_at: "igår" }],
        [rows - 1, { care_type: "akut" }],
        [rows, { municipality: "126" }],
      ]);
      writeRows(csv, rows, (row) => bad.get(row) ?? {});
      const reading = await read(csv);
      expect(faultsOf(reading)).toEqual([
        "2 admitted_at AV9103",
        `${rows - 1} care_type AV9109`,
        `${rows} municipality AV9110`,
      ]);
      expect(reading.kind === "read" && [reading.columns.count, reading.facts.rows]).toEqual([rows - 3, rows]);
    },
  );

  test("an id that comes again at the end is refused on both rows", { timeout: 10 * minutes }, async () => {
    writeRows(csv, rows, (row) => (row === rows + 1 ? { id: "v-2" } : {}));
    expect(faultsOf(await read(csv))).toEqual(["2 id AV9115", `${rows + 1} id AV9115`]);
  });

  test(
    "a quotation mark that opens next to the end, or a row that was cut off, refuses the file",
    { timeout: 10 * minutes },
    async () => {
      writeRows(csv, rows, (row) => (row === rows - 1 ? { hospital: '"Ersta' } : {}));
      expect(faultsOf(await read(csv))).toEqual([`${rows - 1} hospital AV9007`]);
      writeRows(csv, rows - 1, () => ({}));
      appendFileSync(csv, "v-0;;0126");
      expect(faultsOf(await read(csv))).toEqual([`${rows + 1} - AV9009`]);
    },
  );

  test("texts of which no two are the same are kept as bytes, not as texts", { timeout: 10 * minutes }, async () => {
    writeRows(csv, rows, (row) => ({ patient: `p-${row}`, hospital: `Sjukhuset nummer ${row} i raden` }));
    const before = process.memoryUsage().heapUsed;
    const reading = await read(csv);
    const perRow = (process.memoryUsage().heapUsed - before) / rows;
    expect(faultsOf(reading)).toEqual([]);
    expect(reading.kind === "read" && reading.columns.count).toBe(rows);
    // A text in memory takes more than forty bytes, and there would be three of them. What tests left behind weighs
    // more than the rows where these are few.
    if (rows >= 1_000_000) expect(perRow).toBeLessThan(40);
  });
});

describe("a Parquet file", () => {
  test("is read in the order of its rows, and bad ones are told by number", { timeout: 10 * minutes }, async () => {
    const [csv, parquet] = [join(folder, "data.csv"), join(folder, "data.parquet")];
    writeRows(csv, rows, (row) => (row === rows - 1 ? { municipality: "126" } : {}));
    await parquetFromCsv(csv, parquet, nationalFields);
    const reading = await read(parquet);
    expect(faultsOf(reading)).toEqual([`${rows - 2} municipality AV9110`]);
    expect(
      reading.kind === "read" && [reading.columns.ids[0], reading.columns.ids[rows - 4], reading.columns.ids[rows - 2]],
    ).toEqual(["v-2", `v-${rows - 2}`, `v-${rows + 1}`]);
  });

  test("that ends too soon stops the run, and nothing is written", { timeout: 10 * minutes }, async () => {
    const parquet = join(folder, "data.parquet");
    const whole = readFileSync(parquet);
    for (const length of [whole.length - 1, Math.floor(whole.length / 2), 12]) {
      writeFileSync(parquet, whole.subarray(0, length));
      expect(faultsOf(await read(parquet))).toEqual(["- - AV9016"]);
    }
    const out = join(folder, "resultat");
    const { code, out: said } = avtal(["run", "stockholm", "--data", parquet, "--out", out]);
    expect([code, said, existsSync(out)]).toEqual([2, "", false]);
  });
});
