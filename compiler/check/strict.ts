// What a release may not hold: readings that are chosen only preliminarily, and assumptions where the text is silent.
// Rule: these are no mistakes while people work; `avtal check --strict` refuses them.

import type { Problem } from "../problem.ts";
import type { Documents } from "../resolve/document.ts";
import { citationsIn } from "./citations.ts";
import { eachOnce } from "./each-once.ts";
import { assumptionLeft } from "./problems/assumption-left.ts";
import { preliminaryChoice } from "./problems/preliminary-choice.ts";

export function strictProblems(documents: Documents): readonly Problem[] {
  const problems: Problem[] = [];
  for (const document of documents.values()) {
    for (const { chosen } of document.questions.values()) {
      for (const { preliminary, statement } of chosen) {
        if (preliminary && statement.chosen !== undefined)
          problems.push(preliminaryChoice(statement, statement.chosen));
      }
    }
    for (const file of document.files) {
      for (const citations of citationsIn(file)) {
        if (citations.kind === "assumption") problems.push(assumptionLeft(citations));
      }
    }
  }
  return eachOnce(problems);
}
