// Episodes as a file on disk for a moment: what a test says, what the reader makes of it.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Column } from "@avtal/runtime/columns";
import { plainDescription, type DataDescription } from "@avtal/replay/read/description";
import { readEpisodes, type Reading } from "@avtal/replay/read/episodes";
import { nationalFields, nationalRegisters } from "./national-fields.ts";

/** One plausible episode; tests change what they are about. */
export const goodRow: Readonly<Record<string, string>> = {
  id: "v-1",
  municipality: "0126",
  care_type: "somatic",
  admitted_at: "2022-03-01T10:15",
  admission_notice_at: "2022-03-01T11:00",
  ready_notice_at: "2022-03-05T09:30",
  discharged_at: "2022-03-07T14:00",
  care_contact: "true",
  sip_needed: "false",
  outpatient_unavailable: "false",
  sip_summons_date: "",
};

/** CSV of rows that differ from the good one; columns are those of the good row and any further ones. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[], separator = ";"): string {
  const names = [...new Set([...Object.keys(goodRow), ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => names.map((name) => row[name] ?? goodRow[name] ?? "").join(separator));
  return `${[names.join(separator), ...lines].join("\n")}\n`;
}

export async function readText(text: string | Buffer, description: Partial<DataDescription> = {}): Promise<Reading> {
  return inFolder((folder) => {
    const path = join(folder, "data.csv");
    writeFileSync(path, text);
    return readPath(path, description);
  });
}

export function readPath(path: string, description: Partial<DataDescription> = {}): Promise<Reading> {
  return readEpisodes({
    path,
    fields: nationalFields,
    registers: nationalRegisters,
    description: { ...plainDescription, ...description },
  });
}

export function readRows(
  rows: readonly Readonly<Record<string, string>>[],
  description: Partial<DataDescription> = {},
): Promise<Reading> {
  return readText(csvOf(rows), description);
}

/** A folder of its own that is gone afterwards. */
export async function inFolder<Answer>(use: (folder: string) => Answer | Promise<Answer>): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), "avtal-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Problems of the file, or the refused rows, as `row column code`. */
export function faultsOf(reading: Reading): string[] {
  const faults = reading.kind === "refused" ? reading.problems : reading.refused.rows;
  return faults.map((fault) => [fault.row ?? "-", fault.column ?? "-", fault.code].join(" "));
}

/** Every word that the reader says about a file, in both languages. */
export function wordsOf(reading: Reading): string {
  const problems = reading.kind === "refused" ? reading.problems : [...reading.refused.details, ...reading.warnings];
  return JSON.stringify(problems);
}

export function idsOf(reading: Reading): readonly string[] {
  return reading.kind === "refused" ? [] : reading.columns.ids;
}

/** One record's value as people would say it. */
export function valueAt(reading: Reading, code: string, at = 0): string | number | undefined {
  const column = reading.kind === "read" ? reading.columns.columns.get(code) : undefined;
  return column === undefined ? undefined : valueOf(column, at);
}

function valueOf(column: Column, at: number): string | number | undefined {
  switch (column.kind) {
    case "date":
      return column.days[at];
    case "moment":
      return `${column.days[at]} ${column.seconds[at]}`;
    case "condition":
      return column.codes[at];
    case "code":
      return column.names[column.codes[at] ?? -1] ?? column.codes[at];
    case "integer":
      return column.values[at];
  }
}
