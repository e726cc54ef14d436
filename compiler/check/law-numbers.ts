// Numbers of acts in titles, against the acts that these agreements rest on.
// Rule: only the same digits in another order count as a slip; any other number may be another act.

import type { Document } from "../resolve/document.ts";
import type { Text } from "../syntax/ast.ts";
import { writtenAt, type Checking } from "./checking.ts";
import { lawNumberSlip } from "./problems/law-number-slip.ts";

export function checkLawNumbers(document: Document, checking: Checking): void {
  checkTitle(document.head.title, checking);
  for (const source of document.sources.values()) checkTitle(source.title, checking);
}

/** The act on discharge from hospital, and the one before it. */
const acts: readonly string[] = ["2017:612", "1990:1404"];

function checkTitle(title: Text, checking: Checking): void {
  const written = writtenAt(title.span, checking.workspace);
  for (const found of written.matchAll(/\d{4}:\d{2,4}/g)) {
    const act = acts.find((each) => each !== found[0] && isTurned(found[0], each));
    if (act === undefined) continue;
    const start = title.span.start + found.index;
    checking.report(
      lawNumberSlip({ span: { ...title.span, start, end: start + found[0].length }, written: found[0], act }),
    );
  }
}

function isTurned(written: string, act: string): boolean {
  const sorted = (number: string): string => [...number].sort().join("");
  const [year, number = ""] = written.split(":");
  const [actYear, actNumber = ""] = act.split(":");
  return year === actYear && sorted(number) === sorted(actNumber);
}
