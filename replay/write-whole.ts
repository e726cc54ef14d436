// Writes a folder of files whole or not at all: beside its place first, on the disk for certain, then by one rename.
// Rule: nothing that exists is overwritten, no link is followed, only the user may read what is written, and no file
// is held whole.

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
import { gathered, type Pieces } from "./pieces.ts";
import { codeOf } from "./read/open-file.ts";

export interface FileToWrite {
  /** A plain name, or one inside one folder: `betalare/0126.csv`. */
  readonly name: string;
  /** A text, or the pieces of one, is written as UTF-8. */
  readonly contents: string | Uint8Array | Pieces;
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
    return notWrittenFor(error, folder);
  }
}

/** The host gives its faults a code. One without is our own, from the making of a text while it is written: it passes on. */
function notWrittenFor(error: unknown, folder: string): DataProblem {
  const code = codeOf(error);
  if (code === "unknown") throw error;
  return notWritten(folder, code);
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
    return notWrittenFor(error, folder);
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
  const handle = openSync(join(folder, file.name), "wx", 0o600);
  try {
    const written = sealedWhile(file, (bytes) => {
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    });
    fsyncSync(handle);
    return written;
  } finally {
    closeSync(handle);
  }
}

/** A file with its checksum, as it stands in a manifest. */
export function sealed(file: FileToWrite): WrittenFile {
  return sealedWhile(file, () => undefined);
}

function sealedWhile(file: FileToWrite, use: (bytes: Uint8Array) => void): WrittenFile {
  const hash = createHash("sha256");
  let length = 0;
  for (const bytes of bytesOf(file)) {
    use(bytes);
    hash.update(bytes);
    length += bytes.length;
  }
  return { name: file.name, bytes: length, sha256: hash.digest("hex") };
}

function* bytesOf({ contents }: FileToWrite): Iterable<Uint8Array> {
  if (contents instanceof Uint8Array) {
    yield contents;
    return;
  }
  for (const text of gathered(contents)) yield Buffer.from(text, "utf8");
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
