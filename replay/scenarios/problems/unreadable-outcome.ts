import type { Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8201. */
export function unreadableOutcome(span: Span): Problem {
  return scenarioProblem({
    code: "AV8201",
    span,
    headline: {
      sv: "Raden är ingen rad med scenario, lydelse, utfall och skäl.",
      en: "The line is none of scenario, wording, outcome and reason.",
    },
    cause: {
      sv: "Utfallsfilen skrivs av `avtal test --accept`. Delarna skiljs åt av ` · `.",
      en: "The outcome file is written by `avtal test --accept`. ` · ` stands between the parts.",
    },
    advice: {
      sv: "Ta bort raden och kör `avtal test`. Står här spår av en sammanslagning i Git, ta bort dem också.",
      en: "Remove the line and run `avtal test`. If traces of a merge in Git stand here, remove them too.",
    },
  });
}
