// AV6012. A reading changes the head of a document, which is the same under every reading.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { PatchStatement } from "../../syntax/ast.ts";

export function cannotStandInReading(patch: PatchStatement): Problem {
  return problem({
    code: "AV6012",
    span: patch.name.span,
    headline: {
      sv: "En tolkning kan inte ändra dokumentets huvud.",
      en: "A reading cannot change the document's head.",
    },
    cause: {
      sv: "Om ett dokument gäller en viss dag får inte bero på hur en punkt i det läses.",
      en: "Whether a document is in force on a day must not hang on how one of its clauses is read.",
    },
    advice: {
      sv: "Låt tolkningen ändra giltigheten för de regler som det gäller, med `i regeln`.",
      en: "Let the reading change the validity of the rules concerned, with `in the rule`.",
    },
  });
}
