// Nothing of a person in what the command line says or writes about rows that it refuses.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { avtal, type Ended } from "./avtal.ts";

const marker = "Markus Markörsson";
/** Published by Skatteverket for tests. */
const testNumbers = ["191212121212", "19121212-1212", "121212-1212"];
const header = "id;municipality;admitted_at;admission_notice_at;ready_notice_at;discharged_at;anteckning";
const cells = ["v-1", "0001", "2025-03-01T10:00", "2025-03-01T11:00", "2025-03-05T09:00", "2025-03-10T14:00", ""];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-personal-"));
  expect(avtal(["init"], { cwd: folder }).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rows in which each cell in turn holds what must not come out again. */
function planted(): string {
  const secrets = [marker, ...testNumbers];
  const rows = cells.flatMap((_, column) =>
    secrets.map((secret, index) =>
      cells.map((cell, at) => (at === column ? secret : at === 0 ? `v-${column}-${index}` : cell)).join(";"),
    ),
  );
  return `${[header, cells.join(";"), ...rows].join("\n")}\n`;
}

function leaksIn(text: string): string[] {
  return [marker, "Markus", "Markör", ...testNumbers].filter((secret) => text.includes(secret));
}

test("neither stream, nor any file of a run, repeats a planted name or number", () => {
  writeFileSync(join(folder, "data.csv"), planted());
  const ended: Ended[] = [
    avtal(["run", "exempel", "--data", "data.csv"], { cwd: folder }),
    avtal(["run", "exempel", "--data", "data.csv", "--max-refused", "1000", "--out", "ut"], { cwd: folder }),
    avtal(["run", "exempel", "--data", "data.csv", "--max-refused", "1000", "--json", "--lang", "en"], { cwd: folder }),
    avtal(["data", "check", "data.csv"], { cwd: folder }),
    avtal(["data", "check", "data.csv", "--json"], { cwd: folder }),
  ];
  expect(ended.map(({ code }) => code)).toEqual([3, 0, 0, 3, 3]);
  for (const { out, err } of ended) expect(leaksIn(out + err)).toEqual([]);
  const files = readdirSync(join(folder, "ut"));
  expect(files).toContain("refused.csv");
  for (const file of files) expect(leaksIn(readFileSync(join(folder, "ut", file), "utf8"))).toEqual([]);
});

test("a file without a header, a broken quotation mark and a wrong encoding say nothing of their rows", () => {
  const files: readonly (readonly [string, Buffer])[] = [
    ["utan-rubrik.csv", Buffer.from(`${marker};${testNumbers[0]}\n`)],
    ["citat.csv", Buffer.from(`${header}\n"${marker};${cells.slice(1).join(";")}\n`)],
    ["kodning.csv", Buffer.from(`${header}\n${marker};${cells.slice(1).join(";")}\n`, "latin1")],
    ["trasig.parquet", Buffer.from(`PAR1${marker}PAR1`)],
  ];
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, name), bytes);
    const { code, out, err } = avtal(["run", "exempel", "--data", name], { cwd: folder });
    expect([name, code, leaksIn(out + err)]).toEqual([name, 2, []]);
  }
});
