// What `avtal init` does: puts a small agreement with its vocabulary and register in agreements/.
// Rule: a folder with something in it is left alone.

import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { filesBelow } from "@avtal/replay/read-workspace";
import { notWritten, unfitFolder } from "@avtal/replay/problems/output";
import { codeOf } from "@avtal/replay/read/open-file";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { fileOfOurs } from "../file-of-ours.ts";
import type { Terminal } from "../terminal.ts";
import { refuse } from "./refuse.ts";

export interface InitOptions {
  readonly json?: true;
}

const folder = "agreements";

export function init(options: InitOptions, terminal: Terminal): ExitCode {
  const target = resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0) return refuse([unfitFolder(folder, "not-empty")], terminal);
  const template = fileOfOurs("template");
  const files = filesBelow(template, []);
  const beside = `${target}.new`;
  try {
    for (const file of files) {
      const path = join(beside, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, readFileSync(join(template, file)), { flag: "wx" });
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    return refuse([notWritten(folder, codeOf(error))], terminal, exitCode.environment);
  }
  const written = files.map((file) => `${folder}/${file}`);
  if (options.json === true) terminal.out(`${JSON.stringify({ formatVersion: 1, files: written }, null, 2)}\n`);
  else terminal.out(written.map((file) => `${file}\n`).join(""));
  terminal.say(
    terminal.words({
      sv: "Nästa: `avtal check`, sedan `avtal data sample --from 2025-01 --to 2025-12 --out prov.csv` och `avtal run exempel --data prov.csv`.",
      en: "Next: `avtal check`, then `avtal data sample --from 2025-01 --to 2025-12 --out sample.csv` and `avtal run exempel --data sample.csv`.",
    }),
  );
  return exitCode.ok;
}
