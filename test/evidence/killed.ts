// Kills `avtal run --out` at random instants and looks at what lies there afterwards.
// Rule: the folder is either whole or not there at all, and what it holds is what an unbroken run writes.

import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { entry } from "../cli/avtal.ts";
import { filesIn, type Example } from "./example.ts";

export interface Killed {
  /** Instants at which the folder was not there. */
  readonly before: number;
  /** Instants at which it was whole. */
  readonly after: number;
  /** What was wrong, by instant in milliseconds. */
  readonly faults: readonly string[];
}

/** A run of `words` into `ut` is killed at so many instants between its start and a little after its usual end. */
export async function killedAt(at: Example, words: readonly string[], instants: readonly number[]): Promise<Killed> {
  const unbroken = filesIn(at.path("hel"));
  const faults: string[] = [];
  let before = 0;
  let after = 0;
  for (const instant of instants) {
    rmSync(at.path("ut"), { recursive: true, force: true });
    await killAfter(at, [...words, "--out", "ut"], instant);
    if (!existsSync(at.path("ut"))) {
      before += 1;
      continue;
    }
    after += 1;
    if (!isSame(filesIn(at.path("ut")), unbroken))
      faults.push(`${instant} ms: ${readdirSync(at.path("ut")).join(" ")}`);
  }
  return { before, after, faults };
}

/** How long an unbroken run into `hel` takes, in milliseconds. */
export function unbrokenRun(at: Example, words: readonly string[]): number {
  const start = performance.now();
  const ended = at.run(...words, "--out", "hel");
  if (ended.code !== 0) throw new Error(ended.err);
  return performance.now() - start;
}

/** The same instants for the same seed. */
export function instantsFrom(seed: number, count: number, longest: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * longest);
  });
}

export function isSame(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): boolean {
  return a.size === b.size && [...a].every(([name, bytes]) => b.get(name)?.equals(bytes) === true);
}

function killAfter(at: Example, words: readonly string[], instant: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...words], { cwd: at.folder, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), instant);
    child.on("error", reject);
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
