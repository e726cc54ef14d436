// The lines of a run as one file for each payer, so that each can be handed over by itself.
// Rule: a file is made of that payer's lines alone and named by its code; that nothing of another stands in it is
// looked at in the finished rows before they are written, not taken for granted.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { InvoiceLine } from "@avtal/runtime/result";
import { inPieces, type Pieces } from "./pieces.ts";
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
    .map(([code, own]) => ({
      name: `${payerFolder}/betalare-${fileNameOf(code)}.csv`,
      contents: onlyOf(code, resultCsv(own, "csv-sv")),
    }));
}

/** Letters and digits that every disk keeps apart; any other sign by its number. */
export function fileNameOf(code: string): string {
  return code.replaceAll(/[^0-9a-z-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);
}

/** The heads and then the payer's rows, a row to a piece. Throws for our own bug, with codes alone: the folder falls. */
export function onlyOf(code: string, rows: Pieces): Pieces {
  return inPieces(function* () {
    let isHead = true;
    for (const row of rows) {
      const found = isHead ? code : /^"(?:[^"]|"")*";"((?:[^"]|"")*)";/.exec(row)?.[1];
      if (found !== code) throw new Error(`The file of payer ${code} holds a row of another.`);
      yield row;
      isHead = false;
    }
  });
}
