// Opens a data file once, hands out its bytes in order, and proves at the end that nobody touched it meanwhile.
// Rule: only an ordinary file is opened. What was hashed is what was read.

import { createHash } from "node:crypto";
import { closeSync, fstatSync, lstatSync, openSync, readSync, statSync, type Stats } from "node:fs";
import type { DataProblem } from "../data-problem.ts";
import { changedWhileRead } from "../problems/changed-while-read.ts";
import { notAnOrdinaryFile } from "../problems/not-an-ordinary-file.ts";
import { notOpened } from "../problems/not-opened.ts";

export interface OpenFile {
  readonly path: string;
  readonly bytes: number;
  /** The first bytes, for telling formats apart. */
  readonly head: Buffer;
  /** Reads on from where the last call ended; 0 at the end of the file. */
  next(into: Buffer, start: number): number;
  /** Any part again, without moving on. */
  part(offset: number, length: number): Buffer;
  /** SHA-256 of everything that `next` gave, and a problem where the file is no longer what was opened. */
  finish(): { readonly sha256: string; readonly problem: DataProblem | undefined };
  close(): void;
}

export type Opened =
  { readonly ok: true; readonly file: OpenFile } | { readonly ok: false; readonly problem: DataProblem };

const headLength = 262_144;

export function openFile(path: string): Opened {
  let handle: number | undefined;
  try {
    const seen = lstatSync(path);
    const sort = sortOf(seen);
    if (sort !== undefined) return { ok: false, problem: notAnOrdinaryFile(path, sort) };
    handle = openSync(path, "r");
    const opened = fstatSync(handle);
    if (!opened.isFile()) return { ok: false, problem: notAnOrdinaryFile(path, "device") };
    return { ok: true, file: fileOf(path, handle, opened) };
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    return { ok: false, problem: notOpened(path, codeOf(error)) };
  }
}

/** `ENOENT` and so on; the message of the host is not shown. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
}

function sortOf(stats: Stats): "folder" | "link" | "device" | undefined {
  if (stats.isDirectory()) return "folder";
  if (stats.isSymbolicLink()) return "link";
  return stats.isFile() ? undefined : "device";
}

function fileOf(path: string, handle: number, opened: Stats): OpenFile {
  const hash = createHash("sha256");
  let position = 0;
  const part = (offset: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
  };
  return {
    path,
    bytes: opened.size,
    head: part(0, Math.min(opened.size, headLength)),
    part,
    next(into, start) {
      const read = readSync(handle, into, start, into.length - start, position);
      hash.update(into.subarray(start, start + read));
      position += read;
      return read;
    },
    finish() {
      const unchanged = position === opened.size && isSame(fstatSync(handle), opened) && isSame(statOf(path), opened);
      return { sha256: hash.digest("hex"), problem: unchanged ? undefined : changedWhileRead(path) };
    },
    close: () => closeSync(handle),
  };
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function isSame(now: Stats | undefined, before: Stats): boolean {
  return now !== undefined && now.ino === before.ino && now.size === before.size && now.mtimeMs === before.mtimeMs;
}
