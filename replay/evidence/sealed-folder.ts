// Holds the files of a folder against a list of checksums.
// Rule: the first thing that does not fit is named: a file that is missing, then one that was changed, then strangers.

import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { DataProblem } from "../data-problem.ts";
import { fileEdited, fileMissing, filesTooMany } from "../problems/evidence.ts";
import { sealOf } from "./read-in-pieces.ts";
import type { WrittenFile } from "../write-whole.ts";

/** `last`: the manifest, which the list cannot hold. */
export function brokenSeal(folder: string, files: readonly WrittenFile[], last: string): DataProblem | undefined {
  for (const { name } of files) {
    if (lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile() !== true) return fileMissing(folder, name);
  }
  for (const { name, bytes, sha256 } of files) {
    const found = sealOf(join(folder, name));
    if (found.bytes !== bytes || found.sha256 !== sha256) return fileEdited(folder, name);
  }
  const known = new Set([last, ...files.map(({ name }) => name)]);
  const strangers = namesIn(folder).filter((name) => !known.has(name));
  return strangers.length === 0 ? undefined : filesTooMany(folder, strangers.length);
}

/** Files of the folder and of its folders, and whatever lies deeper by the name of its folder. */
function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(folder, entry.name)).map((inside) => `${entry.name}/${inside}`)
        : [entry.name],
    )
    .sort(byCodePoint);
}
