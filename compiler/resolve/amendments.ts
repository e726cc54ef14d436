// What can be wrong with an amendment as a whole: no first day, nothing to change, or another amendment that changes the
// same thing from the same day.
// Rule: where only the order of two texts would decide what applies, nobody has decided it.

import type { Problem } from "../problem.ts";
import type { Name, Statement } from "../syntax/ast.ts";
import type { AcceptedStatements } from "./accepted-statements.ts";
import type { DocumentFiles } from "./document-files.ts";
import type { Day } from "./document.ts";
import { slotOf } from "./line-slots.ts";
import { amendmentWithoutFirstDay } from "./problems/amendment-without-first-day.ts";
import { amendmentsCollide } from "./problems/amendments-collide.ts";
import { patchOfNothing } from "./problems/patch-of-nothing.ts";

export function reportAmendments(files: DocumentFiles, accepted: AcceptedStatements, problems: Problem[]): void {
  for (const amendment of files.amendments) {
    const timed = accepted.parts.find(({ layer, it }) => layer === amendment && needsFirstDay(it));
    const said = amendment.head.validity?.from;
    if (timed !== undefined && said === undefined) problems.push(amendmentWithoutFirstDay(amendment.head.name));
  }
  for (const { it } of accepted.parts) {
    if (it.kind !== "patch" || it.content.kind === "agreement" || it.name.text === "") continue;
    const { kind } = it.content;
    if (accepted.things.get(it.name.text)?.sort === kind) continue;
    const known = [...accepted.things].filter(([, thing]) => thing.sort === kind).map(([name]) => name);
    problems.push(patchOfNothing(it, known));
  }
  const changed = new Map<string, { readonly name: Name; readonly amendment: string }>();
  for (const { layer, it } of accepted.parts) {
    const { amendment } = layer.origin;
    if (amendment === undefined) continue;
    for (const { name, what, meets } of changesOf(it, layer.days.from)) {
      const others = meets.map((other) => changed.get(other)).filter((other) => other !== undefined);
      const earlier = others.find((other) => other.amendment !== amendment);
      if (earlier !== undefined) problems.push(amendmentsCollide(name, earlier));
      for (const each of what) if (!changed.has(each)) changed.set(each, { name, amendment });
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
  readonly name: Name;
  /** What is changed from which day, as keys. */
  readonly what: readonly string[];
  /** Changes of another amendment between which and this one only their order would decide. */
  readonly meets: readonly string[];
}

function changesOf(statement: Statement, first: Day | undefined): readonly Change[] {
  switch (statement.kind) {
    case "value":
      return statement.rows.map((row) => oneChange(statement.name, `row ${statement.name.text} ${row.from.day ?? ""}`));
    case "measured":
    case "term":
    case "question":
    case "event":
      return [oneChange(statement.name, `${statement.kind} ${statement.name.text} ${first ?? ""}`)];
    case "condition":
    case "rule":
    case "statistic": {
      const all = `all of ${statement.kind} ${statement.name.text} ${first ?? ""}`;
      const some = `some of ${statement.kind} ${statement.name.text} ${first ?? ""}`;
      return [{ name: statement.name, what: [all], meets: [all, some] }];
    }
    case "patch": {
      const { name, content } = statement;
      const about = `${content.kind} ${name.text} ${first ?? ""}`;
      const slots = content.kind === "agreement" || content.lines === "nothing" ? [] : content.lines.map(slotOf);
      const lines = slots.length === 0 ? [`all of ${about}`] : slots.map((slot) => `${slot} of ${about}`);
      const whole = slots.length === 0 ? `some of ${about}` : `all of ${about}`;
      return [{ name, what: [...lines, `some of ${about}`], meets: [...lines, whole] }];
    }
    default:
      return [];
  }
}

function oneChange(name: Name, what: string): Change {
  return { name, what: [what], meets: [what] };
}
