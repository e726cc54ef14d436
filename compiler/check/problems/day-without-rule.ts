// AV4010. A day on which the document is in force but none of its rules is.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Day, Document } from "../../resolve/document.ts";

export function dayWithoutRule(about: { readonly document: Document; readonly day: Day }): Problem {
  const { document } = about;
  const day = dateText(about.day);
  return problem({
    code: "AV4010",
    severity: "warning",
    span: document.head.name.span,
    headline: {
      sv: `Den ${day} gäller \`${document.name}\`, men ingen av dess regler.`,
      en: `On ${day} \`${document.name}\` is in force, but none of its rules is.`,
    },
    cause: {
      sv: "Vårdtillfällen den dagen debiteras då inte, med skälet att ingen regel gäller.",
      en: "Care episodes of that day are then not charged, the reason being that no rule applies.",
    },
    advice: {
      sv: "Är det meningen, skriv en regel med `ingen debitering`. Annars ändra en regels datum, eller skriv `annars gäller …`.",
      en: "If that is meant, write a rule with `no charge`. Else change the dates of a rule, or write `otherwise applies …`.",
    },
  });
}
