// The lines of a run as one file for each payer, so that each can be handed over by itself.
// Rule: a file is made of that payer's lines alone and named by its code; that nothing of another stands in it is
// looked at in the finished text, not taken for granted.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { InvoiceLine } from "@avtal/runtime/result";
import { resultCsv } from "./result-csv.ts";
import type { FileToWrite } from "./write-whole.ts";

export const payerFolder = "betalare";

/** Sorted by code; a payer without a line has no file. */
export function filesPerPayer(lines: readonly InvoiceLine[]): FileToWrite[] {
  const ofPayer = new Map<string, InvoiceLine[]>();
  for (const line of lines) {
    const { code } = line.keys.payer;
    const own = ofPayer.get(code);
    if (own === undefined) ofPayer.set(code, [line]);
    else own.push(line);
  }
  return [...ofPayer]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([code, own]) => {
      const text = resultCsv(own, "csv-sv");
      assertOnlyOf(code, text);
      return { name: `${payerFolder}/betalare-${fileNameOf(code)}.csv`, contents: text };
    });
}

/** Letters and digits that every disk keeps apart; any other sign by its number. */
export function fileNameOf(code: string): string {
  return code.replaceAll(/[^0-9a-z-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);
}

/** Throws for our own bug, with codes alone: nothing has been written yet. */
export function assertOnlyOf(code: string, text: string): void {
  const strangers = text
    .split("\r\n")
    .slice(1)
    .filter((row) => row !== "")
    .map((row) => /^"(?:[^"]|"")*";"((?:[^"]|"")*)";/.exec(row)?.[1])
    .filter((found) => found !== code);
  if (strangers.length > 0) throw new Error(`The file of payer ${code} holds ${strangers.length} rows of others.`);
}
