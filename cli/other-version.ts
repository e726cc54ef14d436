// Another version of the agreements: a folder of them, or one file in the place of the one here with the same head.
// Rule: what it says is compiled like everything else; opening it runs nothing.

import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { compile } from "@avtal/compiler/compile";
import type { SourceFile } from "@avtal/compiler/source";
import { parseFile } from "@avtal/compiler/syntax/from-text";
import type { DataProblem } from "@avtal/replay/data-problem";
import { unusableBase } from "@avtal/replay/problems/differences";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { compileFolder, type Compiled } from "./compiled.ts";

/** `here`: the agreements at hand, in which a file takes the place of its namesake. */
export function otherVersion(path: string, here: Compiled): Compiled | DataProblem {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return unusableBase(path, "not-there");
  if (stats.isDirectory()) return compileFolder(placeAt(resolve(path), path), undefined);
  const read = readWorkspace({ folder: dirname(resolve(path)), sources: undefined });
  const name = resolve(path).slice(dirname(resolve(path)).length + 1);
  const file = read.workspace.files.find((one) => one.path === name);
  const head = file === undefined ? undefined : headOf(file);
  if (file === undefined || head === undefined) return unusableBase(path, "no-agreement");
  const { workspace } = here.read;
  const namesake = workspace.files.find((one) => headOf(one) === head);
  if (namesake === undefined) return unusableBase(path, "no-counterpart");
  const files = workspace.files.map((one) => (one === namesake ? { ...file, path: namesake.path } : one));
  const other = { ...workspace, files, lock: undefined };
  return { place: here.place, read: { ...here.read, workspace: other }, compilation: compile(other) };
}

function placeAt(folder: string, typed: string): Compiled["place"] {
  return { folder, asked: [], shown: (path) => `${typed.replace(/\/$/u, "")}/${path}` };
}

function headOf(file: SourceFile): string | undefined {
  const { head } = parseFile(file).tree;
  return head === undefined ? undefined : `${head.kind} ${head.name.text}`;
}
