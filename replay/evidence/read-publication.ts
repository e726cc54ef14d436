// The manifest of a publication read back: which agreement, and which files.
// Rule: it says nothing of the data, so nothing can be computed again from it; files and meaning can be held against it.

import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenFile } from "../write-whole.ts";
import { filesFrom, isRecord, jsonIn } from "./read-manifest.ts";

export interface StoredPublication {
  readonly agreement: string;
  readonly meaningHash: string;
  readonly files: readonly WrittenFile[];
}

const greatestSize = 100_000;

/** Undefined where the folder holds no manifest of a publication as we write it. */
export function readPublication(folder: string, name: string): StoredPublication | undefined {
  const path = join(folder, name);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isFile() !== true || there.size > greatestSize) return undefined;
  const whole = jsonIn(readFileSync(path, "utf8"));
  if (!isRecord(whole) || whole["formatVersion"] !== 1 || whole["kind"] !== "publication") return undefined;
  const { agreement, meaningHash } = whole;
  const files = filesFrom(whole["files"]);
  if (typeof agreement !== "string" || typeof meaningHash !== "string" || files === undefined) return undefined;
  return { agreement, meaningHash, files };
}
