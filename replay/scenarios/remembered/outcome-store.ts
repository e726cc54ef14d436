// Outcomes of earlier runs on the disk: small files named by what decided them, which only the user may read.
// Rule: data, never code; a file that is not whole, or not ours, is no file. A store that cannot be used costs time alone.

import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

export interface OutcomeStore {
  /** The text kept under a key; undefined where there is none that is whole. */
  readonly read: (key: string) => string | undefined;
  /** Kept whole or not at all. */
  readonly write: (key: string, text: string) => void;
  /** Takes away the oldest files where there are too many. */
  readonly trim: () => void;
}

/** A file of outcomes has some kilobytes; the store never has more than about 40 MB. */
const greatestBytes = 1_000_000;
const bounds = { files: 8_000, bytes: 40_000_000 };

/** Undefined where the folder cannot be made, is a link, or may be written by others. */
export function outcomeStore(folder: string): OutcomeStore | undefined {
  if (!isOurs(folder)) return undefined;
  return {
    read: (key) => wholeText(join(folder, fileName(key))),
    write: (key, text) => write(folder, fileName(key), text),
    trim: () => trim(folder, bounds),
  };
}

/** Removes files until the rest is three quarters of what there may be at most; those written first go first. */
export function trim(folder: string, most: { readonly files: number; readonly bytes: number }): void {
  const files = namesIn(folder).flatMap((name) => {
    const there = statSync(join(folder, name), { throwIfNoEntry: false });
    return there?.isFile() === true ? [{ name, bytes: there.size, written: there.mtimeMs }] : [];
  });
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  let count = files.length;
  if (count <= most.files && bytes <= most.bytes) return;
  const oldestFirst = files.sort((a, b) => a.written - b.written || (a.name < b.name ? -1 : 1));
  for (const file of oldestFirst) {
    if (count * 4 <= most.files * 3 && bytes * 4 <= most.bytes * 3) return;
    rmSync(join(folder, file.name), { force: true });
    count -= 1;
    bytes -= file.bytes;
  }
}

function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const there = lstatSync(folder);
    if (!there.isDirectory()) return false;
    const user = process.getuid?.();
    return user === undefined || (there.uid === user && (there.mode & 0o022) === 0);
  } catch (error) {
    return isOfDisk(error, false);
  }
}

function wholeText(place: string): string | undefined {
  const text = textAt(place);
  if (text === undefined) return undefined;
  const line = text.indexOf("\n");
  const held = text.slice(line + 1);
  return line > 0 && text.slice(0, line) === sealOf(held) ? held : undefined;
}

/** No link is followed, and nothing but a plain file of a likely size is read. */
function textAt(place: string): string | undefined {
  try {
    const file = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const there = fstatSync(file);
      return there.isFile() && there.size <= greatestBytes ? readFileSync(file, "utf8") : undefined;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return isOfDisk(error, undefined);
  }
}

/** Beside its place first: two runs at once put the same text there, and a reader sees all of it or none. */
function write(folder: string, name: string, text: string): void {
  if (text.length > greatestBytes / 4) return;
  const beside = join(folder, `${name}.${randomBytes(6).toString("hex")}`);
  try {
    writeFileSync(beside, `${sealOf(text)}\n${text}`, { flag: "wx", mode: 0o600 });
    renameSync(beside, join(folder, name));
  } catch (error) {
    rmSync(beside, { force: true });
    isOfDisk(error, undefined);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{64}(?:\.[0-9a-f]{12})?$/u.test(name));
  } catch (error) {
    return isOfDisk(error, []);
  }
}

function fileName(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

function sealOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What the disk refuses is answered with `instead`; any other error is a fault of ours. */
function isOfDisk<T>(error: unknown, instead: T): T {
  if (error instanceof Error && "syscall" in error) return instead;
  throw error;
}
