// A lock beside a folder while its contents are written, so that two runs never write to one place.
// Rule: a lock says which process holds it and when that process began; one whose process is gone holds nothing.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "./read/open-file.ts";

export interface Holder {
  readonly process: string;
  /** Path of the lock. */
  readonly lock: string;
}

export type Locking =
  { readonly kind: "locked"; readonly release: () => void } | { readonly kind: "held"; readonly by: Holder };

/** Throws what the disk says; `target` is a whole path. */
export function lockFor(target: string): Locking {
  const lock = join(dirname(target), `.lock.${basename(target)}`);
  const own = `${process.pid} ${startOf(String(process.pid)) ?? ""}`;
  for (let tries = 0; tries < 2; tries += 1) {
    if (isTaken(lock, own)) return { kind: "locked", release: () => rmSync(lock, { force: true }) };
    const [holder = "", start = ""] = textOf(lock).split(" ");
    if (isRunning(holder, start)) return { kind: "held", by: { process: holder, lock } };
    // Its process was killed: what it wrote was never shown, and the lock holds nothing.
    rmSync(lock, { force: true });
  }
  return { kind: "held", by: { process: textOf(lock).split(" ")[0] ?? "", lock } };
}

function isTaken(lock: string, own: string): boolean {
  try {
    writeFileSync(lock, own, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    rmSync(lock, { force: true });
    throw error;
  }
}

/** Empty where the lock went away in between. */
function textOf(lock: string): string {
  try {
    return readFileSync(lock, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  }
}

/** A process of the same number that began at another time is another one. */
function isRunning(holder: string, start: string): boolean {
  if (!/^\d+$/.test(holder)) return false;
  try {
    process.kill(Number(holder), 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  const now = startOf(holder);
  return now === undefined || start === "" || now === start;
}

/** When a process began, as its host counts; undefined where the host does not tell. */
function startOf(holder: string): string | undefined {
  try {
    const told = readFileSync(`/proc/${holder}/stat`, "utf8");
    return told.slice(told.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
