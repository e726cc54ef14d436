// AV4006. A rule's days lie outside those of its document.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Document, RuleText } from "../../resolve/document.ts";
import type { Validity } from "../../syntax/ast.ts";

export function ruleOutsideDocument(about: {
  readonly rule: RuleText;
  readonly validity: Validity;
  readonly document: Document;
}): Problem {
  const { from, until } = about.document.validity.days;
  const sv = [
    from === undefined ? "" : `från och med ${dateText(from)}`,
    until === undefined ? "" : `till och med ${dateText(until - 1)}`,
  ];
  const en = [
    from === undefined ? "" : `from ${dateText(from)}`,
    until === undefined ? "" : `to and including ${dateText(until - 1)}`,
  ];
  return problem({
    code: "AV4006",
    span: about.validity.span,
    headline: {
      sv: `\`${about.rule.name}\` gäller bara dagar då dokumentet inte gäller.`,
      en: `\`${about.rule.name}\` is in force only on days on which the document is not.`,
    },
    cause: {
      sv: `Dokumentet gäller ${sv.filter((each) => each !== "").join(" ")}.`,
      en: `The document is in force ${en.filter((each) => each !== "").join(" ")}.`,
    },
    advice: { sv: "Ändra regelns datum, eller ta bort regeln.", en: "Change the dates of the rule, or remove it." },
  });
}
