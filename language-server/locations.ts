// Targets of definitions as the editor opens them: a place in a file of the folder, or in the text of a source.

import { LocationLink, type LocationLink as Link } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Target } from "@avtal/compiler/ide/answers";
import { addressOf } from "./addresses.ts";
import type { Project } from "./project.ts";

export function targetLocation(target: Target, project: Project): readonly Link[] {
  if (target.kind === "text") {
    const { uri, range } = project.placeOf(target.span);
    return [LocationLink.create(uri, project.rangeOf(target.whole), range)];
  }
  const { workspace, sourcesAddress } = project.read();
  const text = workspace.sources?.get(target.file);
  if (text === undefined || sourcesAddress === undefined) return [];
  const document = TextDocument.create("", "plaintext", 0, text);
  const range = { start: document.positionAt(target.start), end: document.positionAt(target.end) };
  return [LocationLink.create(addressOf(target.file, { address: sourcesAddress }), range, range)];
}
