// A folder of `.avtal` files, registers and source texts as the workspace that the compiler takes.
// Rule: paths inside are relative to the folder, so that no machine's path reaches a golden.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { SourceFile } from "@avtal/compiler/source";
import type { Workspace } from "@avtal/compiler/workspace";

export interface FolderChoice {
  /** Leave out files by path relative to their folder. */
  readonly without?: readonly string[];
  /** Folder of source texts; undefined leaves quotes unchecked. */
  readonly sources?: string;
}

export function folderWorkspace(folders: readonly string[], choice: FolderChoice = {}): Workspace {
  const files: SourceFile[] = [];
  const registers = new Map<string, string>();
  for (const folder of folders) {
    for (const path of filesBelow(folder)) {
      const name = relative(folder, path).split(sep).join("/");
      if (choice.without?.includes(name)) continue;
      if (name.endsWith(".avtal")) files.push({ path: name, text: readFileSync(path, "utf8") });
      if (name.endsWith(".yaml")) registers.set(name, readFileSync(path, "utf8"));
    }
  }
  return {
    files,
    registers,
    sources: choice.sources === undefined ? undefined : textsIn(choice.sources),
    lock: undefined,
  };
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function textsIn(folder: string): Map<string, string> {
  return new Map(
    filesBelow(folder)
      .filter((path) => path.endsWith(".txt"))
      .map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}
