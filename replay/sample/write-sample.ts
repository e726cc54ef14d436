// Writes a sample as CSV or Parquet, whole or not at all.
// Rule: a file that exists is not overwritten.

import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import type { Field } from "@avtal/compiler/ir/ir";
import type { DataProblem } from "../data-problem.ts";
import { notWritten, unfitFolder } from "../problems/output.ts";
import { codeOf } from "../read/open-file.ts";
import { sampleMonths, type SampleAsked } from "./sample.ts";
import type { SamplePayers } from "./payers.ts";

export interface SampleFile {
  readonly path: string;
  readonly format: "csv" | "parquet";
}

export async function writeSample(
  file: SampleFile,
  asked: SampleAsked,
  fields: readonly Field[],
  payers: SamplePayers,
): Promise<DataProblem | undefined> {
  const target = resolve(file.path);
  if (existsSync(target)) return unfitFolder(file.path, "file");
  if (!existsSync(dirname(target))) return unfitFolder(file.path, "no-parent");
  const mark = randomBytes(6).toString("hex");
  const csv = join(dirname(target), `.${basename(target)}.${mark}.csv`);
  const parquet = join(dirname(target), `.${basename(target)}.${mark}.parquet`);
  try {
    writeCsv(csv, asked, fields, payers);
    if (file.format === "parquet") {
      const { parquetFromCsv } = await import("../write-parquet.ts");
      await parquetFromCsv(csv, parquet, fields);
      chmodSync(parquet, 0o600);
    }
    renameSync(file.format === "csv" ? csv : parquet, target);
    return undefined;
  } catch (error) {
    return notWritten(file.path, codeOf(error));
  } finally {
    rmSync(csv, { force: true });
    rmSync(parquet, { force: true });
  }
}

function writeCsv(path: string, asked: SampleAsked, fields: readonly Field[], payers: SamplePayers): void {
  const handle = openSync(path, "wx", 0o600);
  try {
    writeSync(handle, `${fields.map((field) => field.code).join(";")}\n`);
    for (const rows of sampleMonths(asked, fields, payers)) {
      writeSync(handle, rows.map((row) => `${row.join(";")}\n`).join(""));
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
