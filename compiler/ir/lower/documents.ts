// The documents that a program leads to: the one asked for, its fallbacks in order, and those they use.
// Rule: each stands once, in its first role.

import type { FrontEnd } from "../../compile.ts";
import type { Document } from "../../resolve/document.ts";
import type { DayName, DocumentIr } from "../ir.ts";
import { documentOf, type Gathering } from "./gathering.ts";
import { documentInForce, mayCharge } from "./in-force.ts";

export interface DocumentInRole {
  readonly document: Document;
  readonly role: DocumentIr["role"];
}

export function documentsOf(main: Document, front: FrontEnd): readonly DocumentInRole[] {
  const found = new Map<string, DocumentInRole>([[main.name, { document: main, role: "main" }]]);
  for (let next = main.otherwise; next !== undefined && !found.has(next.text);) {
    const document = documentOf(next.text, front);
    found.set(document.name, { document, role: "fallback" });
    next = document.otherwise;
  }
  const addUsed = (document: Document): void => {
    for (const name of document.uses) {
      if (found.has(name)) continue;
      const used = documentOf(name, front);
      found.set(name, { document: used, role: "used" });
      addUsed(used);
    }
  };
  for (const { document } of [...found.values()]) addUsed(document);
  return [...found.values()];
}

export function lowerDocument({ document, role }: DocumentInRole, gathered: Gathering): DocumentIr {
  return {
    name: document.name,
    title: document.head.title.text,
    sort: document.head.sort,
    role,
    weekdaysExcept: weekdaysExcept(document),
    inForce: documentInForce(document, gathered),
    mayCharge: mayCharge(document, gathered),
    files: document.files.map(({ file }) => file),
  };
}

/** The checker asks for the line wherever weekdays are counted. */
function weekdaysExcept({ head }: Document): readonly DayName[] {
  return head.lines.flatMap((line) =>
    line.kind === "weekdaysExcept" ? line.days.map(({ text }) => dayName(text)) : [],
  );
}

function dayName(word: string): DayName {
  const name = dayNames.get(word);
  if (name === undefined) throw new Error(`An accepted document excepts days called ${word}.`);
  return name;
}

const dayNames: ReadonlyMap<string, DayName> = new Map([
  ["lördagar", "saturdays"],
  ["söndagar", "sundays"],
  ["helgdagar", "publicHolidays"],
  ["midsommarafton", "midsummerEve"],
  ["julafton", "christmasEve"],
  ["nyårsafton", "newYearsEve"],
]);
