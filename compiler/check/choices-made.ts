// What each `vald` says: which reading, how firm the choice is, and why.
// Rule: a doubt is settled in the open, so a choice without its standing or reason is refused.

import type { Document } from "../resolve/document.ts";
import { languageAt, type Checking } from "./checking.ts";
import { reasonNotSaid } from "./problems/reason-not-said.ts";
import { standingNotSaid } from "./problems/standing-not-said.ts";

export function checkChoicesMade(document: Document, checking: Checking): void {
  for (const file of document.files) {
    for (const statement of file.statements) {
      if (statement.kind !== "question" || statement.chosen === undefined || statement.chosen.reading.text === "")
        continue;
      const { chosen } = statement;
      const language = languageAt(chosen.span, document);
      if (chosen.standing.kind === "notSaid") checking.report(standingNotSaid({ chosen, language }));
      else if (chosen.reason === undefined) checking.report(reasonNotSaid({ question: statement.name, chosen }));
    }
  }
}
