// File names that a document gives, for its source texts and registers.
// Rule: a plain name or a path below the document's own folder. Nothing leads out of it, to another disk or to the network.

import type { Problem } from "../problem.ts";
import type { Text } from "../syntax/ast.ts";
import { partsOfKind, type AcceptedStatements } from "./accepted-statements.ts";
import { fileOutsideFolder } from "./problems/file-outside-folder.ts";

export function reportSourceFiles(accepted: AcceptedStatements, problems: Problem[]): void {
  for (const { it } of partsOfKind(accepted, "source")) {
    if (it.file !== undefined && !staysInFolder(it.file.text)) problems.push(fileOutsideFolder(it.file));
  }
}

/** The path of a file named in `document`, relative to the workspace; undefined, and reported, where it leads out. */
export function besideDocument(document: string, file: Text, problems: Problem[]): string | undefined {
  if (!staysInFolder(file.text)) {
    problems.push(fileOutsideFolder(file));
    return undefined;
  }
  return `${document.slice(0, document.lastIndexOf("/") + 1)}${file.text}`;
}

function staysInFolder(path: string): boolean {
  if (path === "" || /[\\:\p{Cc}]/u.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
