// What can be wrong with an amendment as a whole: no first day, or another amendment that changes the same thing that day.
// Rule: where only the order of two texts would decide what applies, nobody has decided it.

import type { Problem } from "../problem.ts";
import type { Name, Statement } from "../syntax/ast.ts";
import type { AcceptedStatements } from "./accepted-statements.ts";
import type { DocumentFiles } from "./document-files.ts";
import type { Day } from "./document.ts";
import { slotOf } from "./line-slots.ts";
import { amendmentWithoutFirstDay } from "./problems/amendment-without-first-day.ts";
import { amendmentsCollide } from "./problems/amendments-collide.ts";

export function reportAmendments(files: DocumentFiles, accepted: AcceptedStatements, problems: Problem[]): void {
  for (const amendment of files.amendments) {
    const timed = accepted.parts.find(({ layer, it }) => layer === amendment && needsFirstDay(it));
    const said = amendment.head.validity?.from;
    if (timed !== undefined && said === undefined) problems.push(amendmentWithoutFirstDay(amendment.head.name));
  }
  const changed = new Map<string, { readonly name: Name; readonly amendment: string }>();
  for (const { layer, it } of accepted.parts) {
    const { amendment } = layer.origin;
    if (amendment === undefined) continue;
    for (const change of changesOf(it, layer.days.from)) {
      const earlier = changed.get(change.what);
      if (earlier === undefined) changed.set(change.what, { name: change.name, amendment });
      else if (earlier.amendment !== amendment) problems.push(amendmentsCollide(change.name, earlier));
    }
  }
}

/** Rows of values carry their own days, and the head's validity its own; sources and events have none. */
function needsFirstDay(statement: Statement): boolean {
  switch (statement.kind) {
    case "measured":
    case "term":
    case "condition":
    case "rule":
    case "statistic":
      return true;
    case "question":
      return statement.readings.length === 0;
    case "patch":
      return statement.content.kind !== "agreement";
    default:
      return false;
  }
}

interface Change {
  /** The same text for two changes between which only their order would decide. */
  readonly what: string;
  readonly name: Name;
}

function changesOf(statement: Statement, first: Day | undefined): readonly Change[] {
  switch (statement.kind) {
    case "value":
      return statement.rows.map((row) => ({
        what: `värde ${statement.name.text} ${row.from.day ?? ""}`,
        name: statement.name,
      }));
    case "measured":
    case "term":
    case "condition":
    case "rule":
    case "statistic":
    case "question":
    case "event":
      return [{ what: `${statement.kind} ${statement.name.text} ${first ?? ""}`, name: statement.name }];
    case "patch": {
      const { name, content } = statement;
      const lines = content.kind === "agreement" || content.lines === "nothing" ? [] : content.lines;
      const slots = lines.length === 0 ? [""] : [...new Set(lines.map(slotOf))];
      return slots.map((slot) => ({ what: `${content.kind} ${name.text} ${slot} ${first ?? ""}`, name }));
    }
    default:
      return [];
  }
}
