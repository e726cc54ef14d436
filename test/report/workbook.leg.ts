// The workbook and the Swedish CSV in LibreOffice: recomputed there, the difference is 0,00 on every row.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import excel from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sample } from "../compare/sides.ts";
import { runReport } from "@avtal/report/run-report";
import { bytesOf, reportOver } from "./reported.ts";
import { runRequest } from "./run-reported.ts";

/** Always recompute what is opened, whatever results lie in the file. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;
const lineSheetNumber = 5;

let folder = "";
let book: Buffer;
let bookOfRun: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avtal-calc-"));
  mkdirSync(join(folder, "profile/user"), { recursive: true });
  writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), settings);
  const months = { from: 2022 * 12, through: 2022 * 12 + 5 };
  const data = await sample({ agreement: "stockholm", episodes: 4000, seed: 3, ...months });
  const report = await reportOver(data);
  book = bytesOf(report.files, "jamforelse.xlsx");
  bookOfRun = bytesOf((await runReport(await runRequest(data, null))).files, "korning.xlsx");
  writeFileSync(join(folder, "fakturarader.csv"), bytesOf(report.files, "fakturarader.csv"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function office(...words: readonly string[]): void {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const ended = spawnSync("soffice", [`-env:UserInstallation=${profile}`, "--headless", ...words], {
    cwd: folder,
    encoding: "utf8",
    timeout: 900_000,
  });
  if (ended.status !== 0) throw new Error(`${ended.error?.message ?? ""} ${ended.stderr}`);
}

/** The sheet of lines as LibreOffice computes it, heads first. */
function recomputed(bytes: Uint8Array, name: string): string[][] {
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  const options = `44,34,76,1,,0,false,true,true,false,false,${lineSheetNumber}`;
  office("--convert-to", `csv:Text - txt - csv (StarCalc):${options}`, "--outdir", folder, `${name}.xlsx`);
  const text = readFileSync(join(folder, `${name}-Fakturarader.csv`), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((row) => [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)|([^,]*)(?:,|$)/g)].map((cell) => cell[1] ?? cell[2] ?? ""));
}

test.each([
  ["jamforelse", () => book],
  ["korning", () => bookOfRun],
])("every line of %s recomputed from days, count, limit and price is ours: the difference is 0,00", (name, bytes) => {
  const [heads = [], ...rows] = recomputed(bytes(), name);
  const column = (head: string): number => heads.indexOf(head);
  const [difference, formula, ours] = ["Skillnad (kr)", "Belopp, formel (kr)", "Belopp, avtal (kr)"].map(column);
  if (difference === undefined || formula === undefined || ours === undefined) throw new Error("a column is missing");
  const counted = rows.filter((row) => row[formula] !== "");
  expect(counted.length).toBeGreaterThan(100);
  expect([...new Set(counted.map((row) => row[difference]))]).toEqual(["0.00"]);
  for (const row of counted) expect(row[formula]).toBe(row[ours]);
  // A row without a formula is a group that was not charged.
  expect([...new Set(rows.filter((row) => row[formula] === "").map((row) => row[ours]))]).toEqual(["0.00"]);
});

test("the formulas live: another limit in the meeting gives another amount", async () => {
  const changed = new excel.Workbook();
  await changed.xlsx.load(Uint8Array.from(book).buffer);
  const sheet = changed.getWorksheet("Fakturarader");
  if (sheet === undefined) throw new Error("no sheet of lines");
  for (let row = 2; row <= sheet.rowCount; row++) {
    const limit = sheet.getCell(row, 11);
    if (typeof limit.value === "number") limit.value = 1;
  }
  const [heads = [], ...rows] = recomputed(new Uint8Array(await changed.xlsx.writeBuffer()), "ny-grans");
  const difference = heads.indexOf("Skillnad (kr)");
  expect(rows.filter((row) => !["0.00", "", undefined].includes(row[difference])).length).toBeGreaterThan(50);
});

test("csv-sv opened with Swedish settings: amounts are numbers, codes and names are text", () => {
  office(
    "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1053,true,false",
    "--convert-to",
    "fods",
    "--outdir",
    folder,
    "fakturarader.csv",
  );
  const flat = readFileSync(join(folder, "fakturarader.fods"), "utf8");
  const csv = readFileSync(join(folder, "fakturarader.csv"), "utf8");
  const rows = csv.trimEnd().split("\r\n").slice(1);
  const amounts = rows.map((row) => (row.split(";").at(-1) ?? "").replace(",", "."));
  for (const amount of amounts.slice(0, 50)) expect(flat).toContain(`office:value="${Number(amount)}"`);
  expect(flat).toMatch(/office:value-type="string"[^>]*>\s*<text:p>0126<\/text:p>/);
  expect(flat).not.toMatch(/table:formula/);
});
