// The rules of a document: each version, and each shape that its readings give, as a rule of its own.
// Rule: ids are given before anything is lowered, so that rules can speak of each other.

import type { Document, RuleText } from "../../resolve/document.ts";
import { dateText } from "@avtal/runtime/calendar";
import type { Id, Rule } from "../ir.ts";
import type { Gathering } from "./gathering.ts";
import { idOf } from "./id.ts";
import { lowerRule } from "./rule.ts";
import { closedRelations, inQueueOrder } from "./rule-order.ts";
import { variantsOf, type Variant } from "./rule-variants.ts";

/** Which rules of a document a program takes: a fallback is offered records, its statistics are asked by nobody. */
export type Wanted = "rules and statistics" | "rules";

export function rulesOf(document: Document, wanted: Wanted, gathered: Gathering): readonly Rule[] {
  const texts = document.rules.filter(({ statement }) => wanted !== "rules" || statement.kind === "rule");
  const planned = texts.flatMap((text) =>
    variantsOf(text, gathered).map((variant) => ({ id: idFor(text, variant, document, texts), variant })),
  );
  const idsOf = (name: string): readonly Id[] =>
    planned.filter(({ variant }) => variant.text.name === name).map(({ id }) => id);
  const rules = planned.map(({ id, variant }) => lowerRule(id, variant, document, idsOf, gathered));
  return inQueueOrder(closedRelations(rules));
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
