// Comparing two things: they must be of one sort, and the word must be one that people use of that sort.
// Rule: amounts överstiger, dates are före or efter; everything can be or not be. A moment against a clock time uses its clock.

import type { Comparison, Expression, Language } from "../syntax/ast.ts";
import { languageAt, writtenAt, type Checking, type Place } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { bareNumber } from "./bare-number.ts";
import { cannotCompare } from "./problems/cannot-compare.ts";
import { momentWithDate } from "./problems/moment-with-date.ts";
import { notAChoice } from "./problems/not-a-choice.ts";
import { unitMissing } from "./problems/unit-missing.ts";
import { wrongComparisonWord } from "./problems/wrong-comparison-word.ts";
import { joined } from "./same-kind.ts";

export function comparisonKind(expression: Comparison, place: Place, checking: Checking): Kind {
  const [left, right] = sideKinds(expression, place, checking);
  const language = languageAt(expression.span, place.document);
  if (left.kind === "unknown" || right.kind === "unknown") return { kind: "condition" };
  if (comparable(left, right)) wordFits(expression, left, right, language, checking);
  else different(expression, left, right, language, checking);
  return { kind: "condition" };
}

/** Each side may tell the other how a text or a bare number is meant. */
function sideKinds(expression: Comparison, place: Place, checking: Checking): readonly [Kind, Kind] {
  const listens = isLiteral(expression.left);
  if (!listens) {
    const left = kindOf(expression.left, place, checking);
    return [left, kindOf(expression.right, place, checking, left)];
  }
  const right = kindOf(expression.right, place, checking);
  return [kindOf(expression.left, place, checking, right), right];
}

function isLiteral(expression: Expression): boolean {
  return expression.kind === "text" || expression.kind === "number";
}

function comparable(left: Kind, right: Kind): boolean {
  if (left.kind === "moment" && right.kind === "clock") return true;
  if (left.kind === "clock" && right.kind === "moment") return true;
  return joined(left, right) !== undefined;
}

function wordFits(expression: Comparison, left: Kind, right: Kind, language: Language, checking: Checking): void {
  const family = familyOf[expression.operator];
  if (family === "any" || family === sortOf(left)) return;
  const span = { ...expression.span, start: expression.left.span.end, end: expression.right.span.start };
  const between = writtenAt(span, checking.workspace);
  checking.report(wrongComparisonWord({ expression, left, right, sort: sortOf(left), language, between }));
}

function different(expression: Comparison, left: Kind, right: Kind, language: Language, checking: Checking): void {
  const [onLeft, onRight] = [bareNumber(expression.left), bareNumber(expression.right)];
  if (onRight !== undefined && left.kind === "quantity") {
    checking.report(unitMissing({ literal: onRight, needed: left, language }));
  } else if (onLeft !== undefined && right.kind === "quantity") {
    checking.report(unitMissing({ literal: onLeft, needed: right, language }));
  } else if (left.kind === "choice" || right.kind === "choice") {
    checking.report(
      notAChoice({ expression, left, right, choices: choicesOf(left.kind === "choice" ? left : right, checking) }),
    );
  } else if (left.kind === "moment" && hasDateOnly(right)) {
    checking.report(momentWithDate({ moment: expression.left, other: expression.right, compared: right, language }));
  } else if (right.kind === "moment" && hasDateOnly(left)) {
    checking.report(momentWithDate({ moment: expression.right, other: expression.left, compared: left, language }));
  } else {
    checking.report(cannotCompare({ expression, left, right, language }));
  }
}

function hasDateOnly(kind: Kind): boolean {
  return kind.kind === "date" || kind.kind === "month" || kind.kind === "quarter" || kind.kind === "year";
}

function choicesOf(kind: Kind, checking: Checking): readonly string[] {
  if (kind.kind !== "choice") return [];
  const type = checking.documents.get(kind.document)?.fields.get(kind.field)?.type;
  return type?.kind === "choices" ? type.choices.map((choice) => choice.name.text) : [];
}

/** `amount`: has a size. `time`: comes before or after. `named`: is or is not. */
export type ComparedSort = "amount" | "time" | "named";

function sortOf(kind: Kind): ComparedSort {
  switch (kind.kind) {
    case "quantity":
      return "amount";
    case "date":
    case "moment":
    case "clock":
    case "month":
    case "quarter":
    case "year":
      return "time";
    default:
      return "named";
  }
}

const familyOf: Readonly<Record<Comparison["operator"], "amount" | "time" | "any">> = {
  exceeds: "amount",
  fallsBelow: "amount",
  atLeast: "amount",
  atMost: "amount",
  is: "any",
  isNot: "any",
  before: "time",
  after: "time",
  noLaterThan: "time",
  noEarlierThan: "time",
};
