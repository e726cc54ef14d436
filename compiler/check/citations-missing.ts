// Statements that must say where they come from and do not.
// Rule: a question's citation covers what carries or answers it; `saknas` needs none; a name for a part of a date says
// nothing of its own; a vocabulary's terms are its own.

import type { Document } from "../resolve/document.ts";
import type { Expression, Name, Statement } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { notCited } from "./problems/not-cited.ts";

export function checkCitationsMissing(document: Document, checking: Checking): void {
  const ownTerms = document.head.sort === "vocabulary";
  for (const file of document.files) {
    for (const statement of file.statements) {
      for (const uncited of uncitedIn(statement, ownTerms)) checking.report(notCited(uncited));
    }
  }
}

/** What lacks its citation, at the words where it should follow. */
export interface Uncited {
  readonly at: Name | { readonly span: Name["span"] };
  readonly what: "value" | "measured" | "term" | "condition" | "rule" | "statistic" | "event" | "question" | "line";
  readonly name: string;
}

function uncitedIn(statement: Statement, ownTerms: boolean): Uncited[] {
  switch (statement.kind) {
    case "value":
      return statement.rows.flatMap((row): Uncited[] => {
        const cells = row.content.kind === "cell" ? [row.content.cell] : row.content.rows.map((each) => each.cell);
        const known = cells.some((cell) => cell.kind !== "notKnown");
        const covered = row.cites ?? row.question ?? statement.question;
        return known && covered === undefined ? [{ at: row.from, what: "value", name: statement.name.text }] : [];
      });
    case "measured":
      return covered(statement.cites ?? statement.question, statement.name, "measured");
    case "term":
      if (ownTerms || isPartOnly(statement.definition)) return [];
      return covered(statement.cites ?? statement.question, statement.name, "term");
    case "condition": {
      if (statement.cites !== undefined) return [];
      const bare = statement.lines.filter(
        (line) => line.kind !== "nothing" && (line.cites ?? line.question) === undefined,
      );
      return bare.map((line) => ({ at: { span: line.span }, what: "line", name: statement.name.text }));
    }
    case "rule":
    case "statistic":
      return covered(statement.cites, statement.name, statement.kind);
    case "event":
      return covered(statement.cites, statement.name, "event");
    case "question":
      return statement.readings.length === 0 ? [] : covered(statement.cites, statement.name, "question");
    default:
      return [];
  }
}

function covered(by: unknown, name: Name, what: Uncited["what"]): Uncited[] {
  return by === undefined && name.text !== "" ? [{ at: name, what, name: name.text }] : [];
}

/** Only another name for something, or its date, month or register fact. */
function isPartOnly(definition: Expression): boolean {
  switch (definition.kind) {
    case "name":
    case "missing":
      return true;
    case "parenthesis":
      return definition.per === undefined && isPartOnly(definition.of);
    case "attribute":
      return isPartOnly(definition.of);
    default:
      return false;
  }
}
