// Reads a folder of agreements once into the texts that the compiler takes: documents, registers, sources, the lock.
// Rule: bytes that are not plain UTF-8 are refused with their place, links may not lead out of the folder, and what is
// compiled is what was read, whatever happens to the files afterwards.

import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { SourceFile } from "@avtal/compiler/source";
import type { Workspace } from "@avtal/compiler/workspace";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { DataProblem } from "./data-problem.ts";
import {
  agreementNotUtf8,
  agreementUtf16,
  fileTooLarge,
  linkOutOfFolder,
  noAgreements,
} from "./problems/agreement-file.ts";
import { notOpened } from "./problems/not-opened.ts";
import { codeOf } from "./read/open-file.ts";
import { firstBadByte } from "./read/utf8.ts";
import { isScenarioFile } from "./scenarios/scenario-path.ts";

export interface WorkspaceRead {
  readonly workspace: Workspace;
  /** Paths of problems are relative to the folder, as in the compiler's. */
  readonly problems: readonly DataProblem[];
  /** Folder that source texts were taken from; undefined where quotes go unchecked. */
  readonly sourcesFrom: string | undefined;
}

export interface WorkspaceChoice {
  readonly folder: string;
  /** Folder of source texts; undefined takes `sources/` in or beside the folder where there is one. */
  readonly sources: string | undefined;
}

/** More bytes than any agreement, register or source text has. */
const greatestSize = 4_000_000;
const lockName = "avtal.lock";

export function readWorkspace({ folder, sources }: WorkspaceChoice): WorkspaceRead {
  const problems: DataProblem[] = [];
  const files: SourceFile[] = [];
  const registers = new Map<string, string>();
  for (const path of filesBelow(folder, problems)) {
    const isAgreement = path.endsWith(".avtal");
    if (!isAgreement && (!/\.ya?ml$/.test(path) || isScenarioFile(path))) continue;
    const text = readText(folder, path, problems);
    if (text === undefined) continue;
    if (isAgreement) files.push({ path, text });
    else registers.set(path, text);
  }
  if (files.length === 0 && problems.length === 0) problems.push(noAgreements(folder));
  const sourcesFrom = sources ?? sourcesBeside(folder);
  const lock = existsSync(join(folder, lockName)) ? readText(folder, lockName, problems) : undefined;
  const texts = sourcesFrom === undefined ? undefined : textsIn(sourcesFrom, problems);
  return { workspace: { files, registers, sources: texts, lock }, problems, sourcesFrom };
}

function sourcesBeside(folder: string): string | undefined {
  return [join(folder, "sources"), join(folder, "..", "sources")].find((place) => existsSync(place));
}

function textsIn(folder: string, problems: DataProblem[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of filesBelow(folder, problems)) {
    if (!path.endsWith(".txt")) continue;
    const text = readText(folder, path, problems);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** Ordinary files below a folder, relative to it, with `/`, in one order everywhere. */
export function filesBelow(folder: string, problems: DataProblem[]): string[] {
  const found: string[] = [];
  const walk = (inside: string): void => {
    const entries = readdirSync(join(folder, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => byCodePoint(a.name, b.name))) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && entry.name !== "node_modules" && entry.name !== "dist") walk(path);
      } else if (entry.isSymbolicLink()) {
        if (leadsOut(folder, path)) problems.push(linkOutOfFolder(path));
      } else if (entry.isFile()) {
        found.push(path);
      }
    }
  };
  try {
    walk("");
  } catch (error) {
    problems.push(notOpened(folder, codeOf(error)));
  }
  return found;
}

/** A link inside the folder is passed over: its target is read where it lies. A dead link leads nowhere. */
function leadsOut(folder: string, path: string): boolean {
  try {
    const target = relative(realpathSync(folder), realpathSync(join(folder, path)));
    return target === ".." || target.startsWith(`..${sep}`);
  } catch (error) {
    return codeOf(error) === "ELOOP";
  }
}

function readText(folder: string, path: string, problems: DataProblem[]): string | undefined {
  try {
    const place = join(folder, path);
    if (lstatSync(place).size > greatestSize) {
      problems.push(fileTooLarge(path));
      return undefined;
    }
    return textOf(readFileSync(place), path, problems);
  } catch (error) {
    problems.push(notOpened(path, codeOf(error)));
    return undefined;
  }
}

function textOf(bytes: Buffer, path: string, problems: DataProblem[]): string | undefined {
  const start = bytes.subarray(0, 2).toString("latin1");
  const nul = bytes.indexOf(0);
  const bad = firstBadByte(bytes) ?? (nul < 0 ? undefined : nul);
  if (start === "\xff\xfe" || start === "\xfe\xff") problems.push(agreementUtf16(path));
  else if (bad !== undefined) problems.push(agreementNotUtf8(path, bad, bytes[bad] ?? 0));
  else return bytes.toString("utf8");
  return undefined;
}
