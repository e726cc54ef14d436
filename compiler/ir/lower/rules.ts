// The rules of a document: each version, and each shape that its readings give, as a rule of its own.
// Rule: ids are given before anything is lowered, so that rules can speak of each other.

import type { Document, RuleText } from "../../resolve/document.ts";
import { dateText } from "@avtal/runtime/calendar";
import type { Id, Rule } from "../ir.ts";
import type { Gathering } from "./gathering.ts";
import { idOf } from "./id.ts";
import { lowerRule } from "./rule.ts";
import { closedRelations, contradictsItself, inQueueOrder } from "./rule-order.ts";
import { variantsOf, type Apart, type Variant } from "./rule-variants.ts";

/** Which rules of a document a program takes: a fallback is offered records, its statistics are asked by nobody. */
export type Wanted = "rules and statistics" | "rules";

export function rulesOf(document: Document, wanted: Wanted, gathered: Gathering): readonly Rule[] {
  const texts = document.rules.filter(({ statement }) => wanted !== "rules" || statement.kind === "rule");
  const rules = rulesApart("shapes", texts, document, gathered);
  const placed = contradictsItself(rules) ? rulesApart("shapes and places", texts, document, gathered) : rules;
  return inQueueOrder(closedRelations(placed));
}

function rulesApart(
  apart: Apart,
  texts: readonly RuleText[],
  document: Document,
  gathered: Gathering,
): readonly Rule[] {
  const planned = texts.flatMap((text) =>
    variantsOf(text, apart, gathered).map((variant) => ({ id: idFor(text, variant, document, texts), variant })),
  );
  const idsOf = (name: string): readonly Id[] =>
    planned.filter(({ variant }) => variant.text.name === name).map(({ id }) => id);
  return planned.map(({ id, variant }) => lowerRule(id, variant, document, idsOf, gathered));
}

/** `document.name`, then the first day of a later version, the reading of a whole statement, and that of a shape. */
function idFor(text: RuleText, variant: Variant, document: Document, texts: readonly RuleText[]): Id {
  const versions = texts.filter(({ name }) => name === text.name);
  const first = versions.every(({ days }) => (days.from ?? -Infinity) >= (text.days.from ?? -Infinity));
  const sameDays = versions.filter(({ days }) => days.from === text.days.from);
  const day = first || text.days.from === undefined ? "" : `@${dateText(text.days.from)}`;
  const reading = sameDays.length > 1 ? `~${text.guard?.readings[0] ?? ""}` : "";
  return `${idOf(document.name, text.name)}${day}${reading}${variant.suffix}`;
}
