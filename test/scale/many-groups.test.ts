// Many more groups than anybody expects: every record is a group of its own, and all of them have one payer.
// AVTAL_ROWS says how many rows, of which no more than half a million: a line of its own takes two and a half kilobytes.

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { avtal } from "../cli/avtal.ts";
import { goodRow } from "../harness/data-file.ts";

const rows = Math.min(Number(process.env["AVTAL_ROWS"] ?? "20000"), 500_000);
const minutes = 60_000;
const folder = mkdtempSync(join(tmpdir(), "avtal-groups-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stays long enough to be paid for, all alike but for their ids. */
function writeStays(path: string): void {
  const names = Object.keys(goodRow);
  const handle = openSync(path, "w");
  writeSync(handle, `${names.join(";")}\n`);
  for (let first = 1; first <= rows; first += 10_000) {
    let piece = "";
    for (let row = first; row < first + 10_000 && row <= rows; row++) {
      const own: Readonly<Record<string, string>> = { ...goodRow, id: `v-${row}`, discharged_at: "2022-03-20T14:00" };
      piece += `${names.map((name) => own[name] ?? "").join(";")}\n`;
    }
    writeSync(handle, piece);
  }
  closeSync(handle);
}

test(
  `${rows} records of which each is a group give as many lines, and a table of payers with one row`,
  {
    timeout: 10 * minutes,
  },
  () => {
    const csv = join(folder, "data.csv");
    writeStays(csv);
    const { code, out } = avtal(["run", "lus", "--data", csv]);
    const count = rows.toLocaleString("sv-SE").replaceAll(/\s/g, " ");
    const said = out.replaceAll(/\s+/g, " ");
    expect(code).toBe(0);
    expect(said).toContain(`Huddinge 0126 ${count} `);
    expect(said).toContain(`${count} vårdtillfällen = ${count} i en regel + 0 inte debiterade + 0 obestämda`);
  },
);
