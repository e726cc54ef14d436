// AV4005. A rule reads another document's value before that value begins.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Day, RuleText } from "../../resolve/document.ts";
import type { DatedRead } from "../dated-reads.ts";

export function valueBeginsLater(about: {
  readonly rule: RuleText;
  readonly read: DatedRead;
  readonly first: Day;
  readonly begins: Day;
}): Problem {
  const { rule, read } = about;
  const value = read.text.statement.name;
  const [first, begins] = [dateText(about.first), dateText(about.begins)];
  return problem({
    code: "AV4005",
    span: read.through.span,
    headline: {
      sv: `\`${rule.name}\` gäller från och med ${first}, men \`${value.text}\` börjar först ${begins}.`,
      en: `\`${rule.name}\` is in force from ${first}, but \`${value.text}\` begins only on ${begins}.`,
    },
    cause: {
      sv: "Däremellan skulle regeln stå utan värde.",
      en: "In between the rule would have no value.",
    },
    advice: {
      sv: `Lägg till en rad i \`${value.text}\` från och med ${first}. Är talet inte känt, skriv \`saknas\`.`,
      en: `Add a row to \`${value.text}\` from and including ${first}. If the number is not known, write \`missing\`.`,
    },
    related: [{ span: value.span, says: { sv: "Värdet står här.", en: "The value stands here." } }],
  });
}
