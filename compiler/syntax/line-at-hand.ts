// Which line a place in the row of words belongs to, for messages where the grammar no longer knows.
// Rule: the last word that opens a line decides; a name that `=` follows opens a step.

import type { Concept } from "@avtal/grammar/keywords";
import type { IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { anyLine, lines, type Line } from "./expectations.ts";
import { isA } from "./token-roles.ts";

export interface LineAtHand extends Line {
  readonly rule: string;
  /** True where the line holds an expression, so that two things side by side lack a sign between them. */
  readonly calculates: boolean;
}

export function lineAtHand(tokens: readonly IToken[], index: number): LineAtHand {
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined) continue;
    const step = isA(token, sign.equals) && isA(tokens[at - 1], sign.name);
    const rule = step ? "step" : rules.find(([concept]) => isA(token, word[concept]))?.[1];
    const line = rule === undefined ? undefined : lines.get(rule);
    if (rule !== undefined && line !== undefined) return { ...line, rule, calculates: calculating.has(rule) };
  }
  return { ...anyLine, rule: "file", calculates: false };
}

const rules: readonly (readonly [Concept, string])[] = [
  ["agreement", "documentHead"],
  ["act", "documentHead"],
  ["vocabulary", "documentHead"],
  ["amendment", "amendmentHead"],
  ["source", "source"],
  ["uses", "uses"],
  ["record", "record"],
  ["register", "register"],
  ["field", "field"],
  ["event", "event"],
  ["leftOut", "leftOut"],
  ["value", "value"],
  ["from", "row"],
  ["measured", "measured"],
  ["fixed", "measured"],
  ["term", "concept"],
  ["condition", "conditionStatement"],
  ["requires", "requires"],
  ["notWhen", "requires"],
  ["rule", "rule"],
  ["statistic", "rule"],
  ["insteadOf", "otherRules"],
  ["onTopOf", "otherRules"],
  ["follows", "follows"],
  ["per", "per"],
  ["paidBy", "payment"],
  ["when", "when"],
  ["round", "rounding"],
  ["invoicedBy", "invoicer"],
  ["where", "scope"],
  ["careEpisodes", "scope"],
  ["question", "question"],
  ["reading", "reading"],
  ["chosen", "choice"],
  ["under", "citations"],
  ["inRule", "patch"],
  ["inStatistic", "patch"],
  ["inCondition", "patch"],
  ["inAgreement", "patch"],
];

const calculating = new Set(["step", "requires", "when", "row", "scope"]);
