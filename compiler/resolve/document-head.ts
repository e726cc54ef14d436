// What the head of a document says, with the lines that amendments put in it.
// Rule: an amendment may give the document another validity, notice or interpreter. Everything else in the head holds for
// all its days, so changing it from one day on would change the days before as well.

import type { Problem } from "../problem.ts";
import type { Citations, HeadLine, Name } from "../syntax/ast.ts";
import { partsOfKind, type AcceptedStatements } from "./accepted-statements.ts";
import type { DocumentFiles } from "./document-files.ts";
import type { Days, DocumentValidity } from "./document.ts";
import { headLineNotAmendable } from "./problems/head-line-not-amendable.ts";
import { patchOfNothing } from "./problems/patch-of-nothing.ts";
import { daysOf } from "./validity-days.ts";

export function validityOf(files: DocumentFiles, accepted: AcceptedStatements, problems: Problem[]): DocumentValidity {
  let days: Days = { from: undefined, until: undefined };
  let cites: Citations | undefined;
  for (const line of files.head.lines) {
    if (line.kind === "validity") [days, cites] = [daysOf(line.validity, problems), line.cites];
  }
  for (const line of amendedLines(files, accepted, problems)) {
    if (line.kind !== "validity") continue;
    const amended = daysOf(line.validity, problems);
    days = {
      from: amended.from ?? days.from,
      until: line.validity.end === undefined ? days.until : amended.until,
    };
    cites = line.cites ?? cites;
  }
  return {
    days,
    presupposes: headName(files, "presupposes"),
    dormantUntil: headName(files, "dormantUntil"),
    cites,
  };
}

/** The document that applies where this one says nothing. */
export function otherwiseOf(files: DocumentFiles): Name | undefined {
  return headName(files, "otherwise");
}

function amendedLines(files: DocumentFiles, accepted: AcceptedStatements, problems: Problem[]): readonly HeadLine[] {
  return partsOfKind(accepted, "patch").flatMap(({ it }): readonly HeadLine[] => {
    if (it.content.kind !== "agreement") return [];
    if (it.name.text !== files.name && it.name.text !== "") problems.push(patchOfNothing(it, [files.name]));
    for (const line of it.content.lines) {
      if (!amendable.has(line.kind)) problems.push(headLineNotAmendable(line));
    }
    return it.content.lines;
  });
}

const amendable: ReadonlySet<HeadLine["kind"]> = new Set(["validity", "notice", "interpreter"]);

function headName(files: DocumentFiles, kind: "otherwise" | "presupposes" | "dormantUntil"): Name | undefined {
  for (const line of files.head.lines) {
    if (line.kind !== kind) continue;
    return line.kind === "otherwise" ? line.document : line.event;
  }
  return undefined;
}
