// AV3044. A mean over a selection that may hold no care episode at all.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate } from "../../syntax/ast.ts";

export function meanCanBeEmpty(about: { readonly aggregate: Aggregate }): Problem {
  const { aggregate } = about;
  return problem({
    code: "AV3044",
    severity: "warning",
    span: aggregate.span,
    headline: {
      sv: "I en grupp där inget vårdtillfälle uppfyller `där` finns inget genomsnitt.",
      en: "In a group where no care episode meets `where` there is no mean.",
    },
    cause: {
      sv: "Gruppen blir då oavgjord om beloppet behöver genomsnittet, och någon får reda ut den för hand.",
      en: "Such a group is undecided if the amount needs the mean, and somebody must sort it out by hand.",
    },
    advice: {
      sv: "Säg vad som gäller då: `… om (antal vårdtillfällen där …) är minst 1 annars …`.",
      en: "Say what holds then: `… if (number of care episodes where …) is at least 1 otherwise …`.",
    },
  });
}
