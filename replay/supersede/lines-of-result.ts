// The lines of a result file, one at a time, as `avtal run --out` lays them out.
// Rule: a file that is laid out otherwise is none of ours; no more text of it is held than one line of the invoice.

import { eachLineOf } from "../evidence/read-in-pieces.ts";
import { jsonIn } from "../evidence/read-manifest.ts";
import { invoicedLine, type InvoicedLine } from "./invoiced-line.ts";

interface Reading {
  isOurs: boolean;
  place: "before" | "inside" | "after";
  /** The element that has begun. */
  element: string[];
  readonly lines: (InvoicedLine | undefined)[];
}

/** Undefined where it is not one of ours. */
export function linesOfResult(path: string): readonly InvoicedLine[] | undefined {
  const reading: Reading = { isOurs: false, place: "before", element: [], lines: [] };
  eachLineOf(path, (text) => read(text, reading));
  const lines = reading.lines.flatMap((line) => line ?? []);
  return reading.isOurs && reading.place === "after" && lines.length === reading.lines.length ? lines : undefined;
}

function read(text: string, reading: Reading): void {
  if (reading.place === "before") readBefore(text, reading);
  else if (reading.place === "inside") readInside(text, reading);
}

function readBefore(text: string, reading: Reading): void {
  if (text === '  "formatVersion": 1,') reading.isOurs = true;
  if (text === '  "lines": [') reading.place = "inside";
  if (text === '  "lines": [],') reading.place = "after";
}

function readInside(text: string, reading: Reading): void {
  if (text === "  ],") {
    reading.place = "after";
    return;
  }
  reading.element.push(text);
  if (text !== "    }," && text !== "    }") return;
  reading.lines.push(invoicedLine(jsonIn(reading.element.join("\n").replace(/,$/, ""))));
  reading.element = [];
}
