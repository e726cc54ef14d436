// The lines of rules, statistics and conditions.
// Rule: one entry per written line, in written order.

import { roundingUnits, spelling } from "@avtal/grammar/keywords";
import type { CstNode } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { cover } from "../source.ts";
import type { ConditionLine, Expression, Name, RoundMode, RoundTo, RuleLine, Scope } from "./ast.ts";
import { trailingFrom, validityFrom } from "./citation-from-cst.ts";
import { firstNode, has, node, nodes, token, tokens } from "./cst.ts";
import { conditionFrom, expressionFrom, perKeyFrom, spanEndFrom, termFrom } from "./expression-from-cst.ts";
import { checkRequirement, checkRounding, checkSeparators } from "./form-mistakes.ts";
import { nameFrom, nameIn, partyFrom, textFrom } from "./leaf-from-cst.ts";
import { isA } from "./token-roles.ts";
import { docOf, gapIn, spanOfNode, spanOfToken, type Reading } from "./reading.ts";

export function conditionLineFrom(reading: Reading, written: CstNode): ConditionLine | undefined {
  const line = { span: spanOfNode(reading, written, 0), ...trailingFrom(reading, written) };
  const requires = node(written, "requires");
  if (requires !== undefined) return { ...line, kind: "requires", condition: requiredFrom(reading, requires) };
  if (has(written, word.notWhen)) {
    return { ...line, kind: "notWhen", condition: conditionFrom(reading, node(written, "anyOf"), gapIn(written)) };
  }
  return has(written, word.nothing) ? { ...line, kind: "nothing" } : undefined;
}

/** A `gäller inte när` that was torn from its condition. */
export function notWhenLineFrom(reading: Reading, written: CstNode): ConditionLine {
  const condition = conditionFrom(reading, node(written, "anyOf"), gapIn(written));
  return { span: spanOfNode(reading, written, 0), ...trailingFrom(reading, written), kind: "notWhen", condition };
}

/** `krävs A om C` */
function requiredFrom(reading: Reading, written: CstNode): Expression {
  checkRequirement(reading, written);
  const gap = gapIn(written);
  const then = conditionFrom(reading, node(written, "anyOf"), gap);
  if (!has(written, word.if)) return then;
  const condition = conditionFrom(reading, node(written, "condition"), gap);
  return { kind: "if", span: { ...then.span, end: condition.span.end }, then, condition, otherwise: undefined };
}

/** undefined where the line was so damaged that not even its first word is there. */
export function ruleLineFrom(reading: Reading, written: CstNode): RuleLine | undefined {
  const line = {
    span: spanOfNode(reading, written, 0),
    doc: docOf(reading, written),
    ...trailingFrom(reading, written),
  };
  if (has(written, word.noCharge)) return { ...line, kind: "noCharge" };
  if (has(written, word.nothing)) return { ...line, kind: "nothing" };
  const form = firstNode(written);
  if (form === undefined) return undefined;
  const gap = gapIn(form);
  switch (form.name) {
    case "otherRules": {
      checkSeparators(reading, form);
      const rules = tokens(form, sign.name).map((name) => nameFrom(reading, name, gap));
      return { ...line, kind: has(form, word.insteadOf) ? "insteadOf" : "onTopOf", rules };
    }
    case "validity":
      return { ...line, kind: "validity", validity: validityFrom(reading, form) };
    case "scope":
      return { ...line, kind: "scope", scope: scopeFrom(reading, form) };
    case "requires":
      return { ...line, kind: "requires", condition: requiredFrom(reading, form) };
    case "follows":
      return { ...line, kind: "follows", date: nameIn(reading, "day", token(form, sign.name), gap) };
    case "per":
      return { ...line, kind: "per", keys: nodes(form, "perKey").map((key) => perKeyFrom(reading, key, gap)) };
    case "payment": {
      const from = termFrom(reading, node(form, "term"), gap);
      return { ...line, kind: "payment", from, to: partyFrom(reading, node(form, "party"), gap) };
    }
    case "step": {
      const value = expressionFrom(reading, node(form, "expression"), gap);
      return { ...line, kind: "step", name: nameFrom(reading, token(form, sign.name), gap), value };
    }
    case "when":
      return { ...line, kind: "when", condition: conditionFrom(reading, node(form, "anyOf"), gap) };
    case "rounding": {
      checkRounding(reading, form);
      const name = nameFrom(reading, token(form, sign.name), gap);
      return { ...line, kind: "round", name, to: roundToFrom(reading, form), mode: roundModeFrom(form) };
    }
    case "invoicer":
      return { ...line, kind: "invoicer", by: partyFrom(reading, node(form, "party"), gap) };
    case "outcome": {
      const text = textFrom(reading, token(form, sign.text), gap);
      return { ...line, kind: has(form, word.triggers) ? "triggers" : "notModelled", text };
    }
    default:
      return undefined;
  }
}

function scopeFrom(reading: Reading, written: CstNode): Scope {
  const gap = gapIn(written);
  const span = spanOfNode(reading, written, gap);
  const where = has(written, word.where) ? conditionFrom(reading, node(written, "anyOf"), gap) : undefined;
  if (!has(written, word.careDaysFrom)) return { kind: "episodes", span, where };
  const [from, to] = nodes(written, "spanEnd");
  return { kind: "days", span, from: spanEndFrom(reading, from, gap), to: spanEndFrom(reading, to, gap), where };
}

function roundToFrom(reading: Reading, written: CstNode): RoundTo {
  const gap = gapIn(written);
  const unit = node(written, "roundingUnit");
  if (unit !== undefined) {
    return { kind: "whole", span: spanOfNode(reading, unit, gap), unit: roundingUnitFrom(reading, unit, gap) };
  }
  const digits = token(written, sign.number);
  const count = digits !== undefined && /^\d+$/.test(digits.image) ? Number(digits.image) : 0;
  const end = token(written, word.decimals) ?? digits;
  const span =
    digits === undefined || end === undefined
      ? spanOfNode(reading, written, gap)
      : cover(spanOfToken(reading, digits), spanOfToken(reading, end));
  return { kind: "decimals", span, count };
}

/** The unit in its Swedish spelling, whichever of its forms was written. */
function roundingUnitFrom(reading: Reading, written: CstNode, otherwise: number): Name {
  const said = token(written, "word");
  const name = nameFrom(reading, said, otherwise);
  const unit = (["days", "weekdays", "careDays", "hours"] as const).find((concept) => isA(said, word[concept]));
  const stored = roundingUnits.find((each) => each[reading.language] === name.text.toLowerCase())?.sv;
  return { ...name, text: unit === undefined ? (stored ?? name.text) : spelling(unit, "sv") };
}

const modes = [
  [word.halvesUp, "halfUp"],
  [word.halvesToEven, "halfToEven"],
  [word.down, "down"],
  [word.up, "up"],
] as const;

/** Halves up where nothing is said, which is a problem of its own. */
function roundModeFrom(written: CstNode): RoundMode {
  const said = token(written, "mode")?.tokenType.CATEGORIES ?? [];
  return modes.find(([type]) => said.includes(type))?.[1] ?? "halfUp";
}
