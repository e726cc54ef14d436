// The lines of rules, statistics and conditions as pieces.
// Rule: a rule's lines come in one order, each sort in the order written; `inget` stays behind the line before it.

import type { Language } from "@avtal/grammar/keywords";
import type { ConditionLine, RoundTo, RuleLine, Scope, Text, Name } from "../syntax/ast.ts";
import { validityText } from "./citation-text.ts";
import { expressionText, perKeyText, spanText } from "./expression-text.ts";
import { alignedPieces, type Line, type Piece } from "./piece.ts";
import { nameText, nameTextIn, numberText, quoted, roundingUnitText, say, sayCounted } from "./words.ts";

export function ruleLinePieces(lines: readonly RuleLine[], indent: number, language: Language): Piece[] {
  const ordered = inOrder(lines);
  const names = ordered.flatMap((line) => (line.kind === "step" ? [nameText(line.name).length] : []));
  const width = Math.max(0, ...names);
  const written = ordered.map((line): Line => ({
    span: line.span,
    text: ruleLineText(line, width, language),
    cites: line.cites,
    question: line.question,
  }));
  return alignedPieces(written, indent, language);
}

/** The order of the lines of a rule. `belopp` is a step that stands behind `när`. */
const order: readonly string[] = [
  ...["otherRules", "validity", "scope", "requires", "follows", "per", "payment", "step", "when", "amount", "round"],
  ...["invoicer", "noCharge", "triggers", "notModelled"],
];

function inOrder(lines: readonly RuleLine[]): readonly RuleLine[] {
  let last = 0;
  const ranked = lines.map((line) => {
    last = line.kind === "nothing" ? last : order.indexOf(sortOf(line));
    return { line, rank: last };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ line }) => line);
}

function sortOf(line: RuleLine): string {
  if (line.kind === "insteadOf" || line.kind === "onTopOf") return "otherRules";
  return line.kind === "step" && line.name.text === "belopp" ? "amount" : line.kind;
}

function ruleLineText(line: RuleLine, stepWidth: number, language: Language): string {
  const word = (concept: Parameters<typeof say>[0]): string => say(concept, language);
  switch (line.kind) {
    case "insteadOf":
    case "onTopOf":
      return `${word(line.kind)} ${line.rules.map(nameText).join("; ")}`;
    case "validity":
      return validityText(line.validity, language);
    case "scope":
      return scopeText(line.scope, language);
    case "requires":
      return `${word("requires")} ${expressionText(line.condition, language)}`;
    case "follows":
      return `${word("follows")} ${nameTextIn("day", line.date, language)}`;
    case "per":
      return `${word("per")} ${line.keys.map((key) => perKeyText(key, language)).join(` ${word("and")} `)}`;
    case "payment":
      return `${word("paidBy")} ${expressionText(line.from, language)} ${word("to")} ${partyText(line.to)}`;
    case "step":
      return `${nameText(line.name).padEnd(stepWidth)} = ${expressionText(line.value, language)}`;
    case "when":
      return `${word("when")} ${expressionText(line.condition, language)}`;
    case "round": {
      const mode = word(
        ({ halfUp: "halvesUp", halfToEven: "halvesToEven", down: "down", up: "up" } as const)[line.mode],
      );
      return `${word("round")} ${nameText(line.name)} ${roundToText(line.to, language)}, ${mode}`;
    }
    case "invoicer":
      return `${word("invoicedBy")} ${partyText(line.by)}`;
    case "noCharge":
    case "nothing":
      return word(line.kind);
    case "triggers":
    case "notModelled":
      return `${word(line.kind)} ${quoted(line.text)}`;
  }
}

function scopeText(scope: Scope, language: Language): string {
  const parts = [say("appliesTo", language)];
  if (scope.kind === "episodes") parts.push(say("careEpisodes", language));
  else parts.push(say("careDaysFrom", language), spanText(scope, language), say("forCareEpisodes", language));
  if (scope.where !== undefined) parts.push(say("where", language), expressionText(scope.where, language));
  return parts.join(" ");
}

function partyText(party: Text | Name): string {
  return party.kind === "text" ? quoted(party) : nameText(party);
}

function roundToText(to: RoundTo, language: Language): string {
  if (to.kind === "whole") return `${say("toWhole", language)} ${roundingUnitText(to.unit, language)}`;
  const decimals = sayCounted("decimals", String(to.count), language);
  return `${say("to", language)} ${numberText(String(to.count))} ${decimals}`;
}

export function conditionLinePieces(lines: readonly ConditionLine[], indent: number, language: Language): Piece[] {
  const written = lines.map((line): Line => ({
    span: line.span,
    text: conditionLineText(line, language),
    cites: line.cites,
    question: line.question,
  }));
  return alignedPieces(written, indent, language);
}

function conditionLineText(line: ConditionLine, language: Language): string {
  if (line.kind === "nothing") return say("nothing", language);
  return `${say(line.kind, language)} ${expressionText(line.condition, language)}`;
}
