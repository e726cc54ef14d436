// Compiles folders of files to the program of one document, or fails with the problems as its author reads them.

import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { folderWorkspace } from "./folder-workspace.ts";
import { problemsText } from "./problem-text.ts";

export function compileFolder(folders: readonly string[], document: string): Program {
  const workspace = folderWorkspace(folders);
  const compilation = compile(workspace);
  if (compilation.kind === "rejected") throw new Error(problemsText(compilation.problems, workspace));
  const program = compilation.programs.get(document);
  if (program === undefined) throw new Error(`No program for ${document}`);
  return program;
}
