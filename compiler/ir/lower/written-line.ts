// A line as its author wrote it, for reasons that people read: `krävs inskrivningsmeddelande finns`.
// Rule: the words of the source without comments and line breaks; citations and questions are left out.

import type { FrontEnd } from "../../compile.ts";
import type { Span } from "../../source.ts";

/** From the start of the line to the end of its last expression. */
export function writtenLine(line: Span, last: Span, front: FrontEnd): string {
  const text = front.workspace.files.find(({ path }) => path === line.file)?.text ?? "";
  const comments = front.trees.find(({ file }) => file === line.file)?.comments ?? [];
  let written = "";
  let at = line.start;
  for (const { span } of comments) {
    if (span.start < at || span.start >= last.end) continue;
    written += text.slice(at, span.start);
    at = span.end;
  }
  return (written + text.slice(at, last.end)).replace(/\s+/g, " ").trim();
}
