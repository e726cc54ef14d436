// A file in the one layout, as edits of the lines that change.
// Rule: a file with mistakes is left as it is; lines that stay the same are not touched, so that the cursor stays.

import type { TextEdit } from "vscode-languageserver";
import { formatFile } from "@avtal/compiler/format/format";
import type { AskedFile } from "./session.ts";

export function formatEdits({ document, path }: Pick<AskedFile, "document" | "path">): TextEdit[] {
  const before = document.getText();
  const after = formatFile({ path, text: before });
  return after === undefined || after === before ? [] : lineEdits(before, after);
}

/** One edit from the first line that differs to the last. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [old, anew] = [before.split("\n"), after.split("\n")];
  let same = 0;
  while (same < old.length && same < anew.length && old[same] === anew[same]) same++;
  let tail = 0;
  while (tail < old.length - same && tail < anew.length - same && old.at(-1 - tail) === anew.at(-1 - tail)) tail++;
  const last = old.length - tail;
  const lines = anew.slice(same, anew.length - tail);
  if (tail === 0) {
    const end = { line: old.length - 1, character: old.at(-1)?.length ?? 0 };
    return [{ range: { start: { line: same, character: 0 }, end }, newText: lines.join("\n") }];
  }
  const newText = lines.map((line) => `${line}\n`).join("");
  return [{ range: { start: { line: same, character: 0 }, end: { line: last, character: 0 } }, newText }];
}
