// Tells what a file is by its first bytes, never by its name.

import type { DataProblem } from "../data-problem.ts";
import { foreignFormat, type ForeignFormat } from "../problems/foreign-format.ts";
import type { OpenFile } from "./open-file.ts";

export function formatOf(file: OpenFile): "csv" | "parquet" | DataProblem {
  const { head } = file;
  if (startsWith(head, "PAR1")) return "parquet";
  const foreign = signatures.find(([signature]) => startsWith(head, signature));
  return foreign === undefined ? "csv" : foreignFormat(file.path, foreign[1]);
}

/** First bytes, one character a byte. */
const signatures: readonly (readonly [string, ForeignFormat])[] = [
  ["PARE", "encrypted-parquet"],
  ["\x1f\x8b", "packed"],
  ["BZh", "packed"],
  ["\x28\xb5\x2f\xfd", "packed"],
  ["\xfd7zXZ", "packed"],
  ["PK\x03\x04", "workbook"],
  ["\xd0\xcf\x11\xe0", "old-workbook"],
  ["\xff\xfe", "utf-16"],
  ["\xfe\xff", "utf-16"],
];

function startsWith(head: Buffer, signature: string): boolean {
  return head.subarray(0, signature.length).toString("latin1") === signature;
}
