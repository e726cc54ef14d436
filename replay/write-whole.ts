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
import { notWritten, unfitFolder, type UnfitFolder } from "./problems/output.ts";
import { codeOf } from "./read/open-file.ts";

export interface FileToWrite {
  /** A plain name. */
  readonly name: string;
  readonly text: string;
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
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}`);
  try {
    mkdirSync(beside, { mode: 0o700 });
    const written = files.map((file) => writeFile(beside, file));
    writeFile(beside, last(written));
    syncFolder(beside);
    renameSync(beside, target);
    syncFolder(dirname(target));
    return undefined;
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    return notWritten(folder, codeOf(error));
  }
}

function whyUnfit(target: string): UnfitFolder | undefined {
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() === true) return "link";
  if (there?.isDirectory() === true) return readdirSync(target).length > 0 ? "not-empty" : undefined;
  if (there !== undefined) return "file";
  return existsSync(dirname(target)) ? undefined : "no-parent";
}

function writeFile(folder: string, { name, text }: FileToWrite): WrittenFile {
  const bytes = Buffer.from(text, "utf8");
  const handle = openSync(join(folder, name), "wx", 0o600);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
