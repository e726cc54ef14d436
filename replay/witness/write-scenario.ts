// Writes a scenario file whole or not at all: beside its place first, then under its name, where nothing may lie yet.

import { closeSync, existsSync, fsyncSync, linkSync, lstatSync, openSync, rmSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import type { DataProblem } from "../data-problem.ts";
import { scenarioNotWritten } from "../problems/witness.ts";
import { codeOf } from "../read/open-file.ts";

/** Why no scenario can be written there; to be asked before the work is done. */
export function unfitForScenario(path: string): DataProblem | undefined {
  if (!/\.ya?ml$/u.test(path)) return scenarioNotWritten(path, "not-yaml", "");
  if (lstatSync(resolve(path), { throwIfNoEntry: false }) !== undefined) return scenarioNotWritten(path, "exists", "");
  return existsSync(dirname(resolve(path))) ? undefined : scenarioNotWritten(path, "no-parent", "");
}

/** Gives the problem that stopped it; a file that came to lie there meanwhile is left as it is. */
export function writeScenario(path: string, text: string): DataProblem | undefined {
  const unfit = unfitForScenario(path);
  if (unfit !== undefined) return unfit;
  const target = resolve(path);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}`);
  try {
    writeNew(beside, Buffer.from(text, "utf8"));
    linkSync(beside, target);
    return undefined;
  } catch (error) {
    return scenarioNotWritten(path, "host", codeOf(error));
  } finally {
    rmSync(beside, { force: true });
  }
}

function writeNew(path: string, bytes: Buffer): void {
  const handle = openSync(path, "wx", 0o644);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
