// Writes a folder of files whole or not at all: beside its place first, on the disk for certain, then by one rename.
// Rule: nothing that exists is overwritten, no link is followed, and only the user may read what is written.

import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { DataProblem } from "./data-problem.ts";
import { lockFor } from "./folder-lock.ts";
import { heldFolder, notWritten, unfitFolder, type UnfitFolder } from "./problems/output.ts";
import { codeOf } from "./read/open-file.ts";

export interface FileToWrite {
  /** A plain name, or one inside one folder: `betalare/0126.csv`. */
  readonly name: string;
  /** A text is written as UTF-8. */
  readonly contents: string | Uint8Array;
}

export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where a folder cannot take a result; to be asked before the work is done. */
export function unfitForWriting(folder: string): DataProblem | undefined {
  const why = whyUnfit(resolve(folder));
  return why === undefined ? undefined : unfitFolder(folder, why);
}

/**
 * Writes the files, then what `last` makes of them, so that the last file proves that all others are there.
 * Gives the problem that stopped it; then nothing is left behind.
 */
export function writeWhole(
  folder: string,
  files: readonly FileToWrite[],
  last: (written: readonly WrittenFile[]) => FileToWrite,
): DataProblem | undefined {
  const target = resolve(folder);
  const unfit = whyUnfit(target);
  if (unfit !== undefined) return unfitFolder(folder, unfit);
  try {
    const locking = lockFor(target);
    if (locking.kind === "held") return heldFolder(folder, locking.by);
    try {
      return writeLocked(folder, target, files, last);
    } finally {
      locking.release();
    }
  } catch (error) {
    return notWritten(folder, codeOf(error));
  }
}

/** Nobody else writes to the target meanwhile. */
function writeLocked(
  folder: string,
  target: string,
  files: readonly FileToWrite[],
  last: (written: readonly WrittenFile[]) => FileToWrite,
): DataProblem | undefined {
  const wasThere = existsSync(target);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}`);
  let place = beside;
  try {
    mkdirSync(beside, { mode: 0o700 });
    const written = writeFiles(beside, files);
    writeFile(beside, last(written));
    syncFolder(beside);
    renameSync(beside, target);
    place = target;
    syncFolder(dirname(target));
    return undefined;
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    if (wasThere && place === target) mkdirSync(target, { mode: 0o700 });
    return notWritten(folder, codeOf(error));
  }
}

function writeFiles(beside: string, files: readonly FileToWrite[]): WrittenFile[] {
  const folders = [...new Set(files.flatMap(({ name }) => (name.includes("/") ? [join(beside, dirname(name))] : [])))];
  for (const inside of folders) mkdirSync(inside, { mode: 0o700 });
  const written = files.map((file) => writeFile(beside, file));
  for (const inside of folders) syncFolder(inside);
  return written;
}

function whyUnfit(target: string): UnfitFolder | undefined {
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() === true) return "link";
  if (there?.isDirectory() === true) return readdirSync(target).length > 0 ? "not-empty" : undefined;
  if (there !== undefined) return "file";
  return existsSync(dirname(target)) ? undefined : "no-parent";
}

function writeFile(folder: string, file: FileToWrite): WrittenFile {
  const bytes = bytesOf(file);
  const handle = openSync(join(folder, file.name), "wx", 0o600);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return sealed(file);
}

/** A file with its checksum, as it stands in a manifest. */
export function sealed(file: FileToWrite): WrittenFile {
  const bytes = bytesOf(file);
  return { name: file.name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function bytesOf({ contents }: FileToWrite): Uint8Array {
  return typeof contents === "string" ? Buffer.from(contents, "utf8") : contents;
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
