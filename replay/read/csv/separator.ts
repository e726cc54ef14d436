// Tells which separator a CSV file uses by its header row: the one that gives the most known columns.
// Rule: a file that could be read in two ways is refused.

import type { DataProblem } from "../../data-problem.ts";
import { separatorUnclear } from "../../problems/separator-unclear.ts";
import type { Asked } from "../episodes.ts";
import { headerOf } from "../header.ts";

export function separatorOf(head: Buffer, asked: Asked, path: string): ";" | "," | DataProblem {
  const line = firstLine(head);
  const known = (separator: string): number => headerOf(namesIn(line, separator), asked).known;
  const [semicolons, commas] = [known(";"), known(",")];
  if (semicolons === 0 && commas === 0 && line.includes("\t")) return separatorUnclear(path, 1, "tab");
  if (semicolons === commas && line.includes(";") && line.includes(",") && commas > 0) {
    return separatorUnclear(path, 1, "both");
  }
  return semicolons > commas || (semicolons === commas && line.includes(";")) ? ";" : ",";
}

/** The header with what stands in quotation marks left whole. */
function firstLine(head: Buffer): string {
  const text = head.toString("latin1");
  let isQuoted = false;
  for (let place = 0; place < text.length; place++) {
    const sign = text[place];
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && (sign === "\n" || sign === "\r")) return text.slice(0, place);
  }
  return text;
}

function namesIn(line: string, separator: string): string[] {
  const names = [""];
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) names.push("");
    else names[names.length - 1] += sign;
  }
  return names.map((name) => Buffer.from(name, "latin1").toString("utf8"));
}
