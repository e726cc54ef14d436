// AV2025. A validity ends before it begins.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Validity } from "../../syntax/ast.ts";
import type { Day } from "../document.ts";

export function backwardsValidity(validity: Validity, from: Day, until: Day): Problem {
  return problem({
    code: "AV2025",
    span: validity.end?.span ?? validity.span,
    headline: {
      sv: `Giltigheten börjar ${dateText(from)} men är slut redan ${dateText(until - 1)}.`,
      en: `The validity begins on ${dateText(from)} but is over already on ${dateText(until - 1)}.`,
    },
    cause: {
      sv: "Då gäller texten inte en enda dag.",
      en: "Then the text does not apply on a single day.",
    },
    advice: {
      sv: "Rätta ett av datumen. `till och med` räknar in sin dag, `före` gör det inte.",
      en: "Correct one of the dates. `to and including` counts its day, `before` does not.",
    },
  });
}
