// The built command line as users start it: a process of its own, its two streams and its exit code.

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
export const entry = join(root, "cli/dist/avtal.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Where {
  /** Folder to stand in; the repository where nothing is said. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function avtal(words: readonly string[], where: Where = {}): Ended {
  const options = { ...processOptions(where), encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const ended = spawnSync(process.execPath, [entry, ...words], options);
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** The same without waiting, for commands at once. */
export async function avtalAtOnce(words: readonly string[], where: Where): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...words], processOptions(where));
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...said }));
  });
}

function processOptions({ cwd = root, env = {} }: Where): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  if (!existsSync(entry)) throw new Error("The command line is not built: run `npm run build`.");
  // Nothing is kept between runs, so that no test depends on another.
  return { cwd, env: { ...process.env, NO_COLOR: "1", AVTAL_CACHE: "off", ...env } };
}

/** Text with its no-break spaces as plain ones, and its broken lines joined: what a reader reads. */
export function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll(/\s*\n\s*/g, " ");
}
