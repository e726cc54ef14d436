// Expressions of the tree.
// Rule: operators of one rank lean to the left; what is absent is a `missing` expression with a place.

import type { CstNode } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { cover } from "../source.ts";
import type { Aggregate, Comparison, Expression, PerKey, SpanEnd } from "./ast.ts";
import { firstNode, has, node, nodes, rangeOf, token, tokens } from "./cst.ts";
import {
  checkComparison,
  checkMinus,
  checkOperator,
  checkQuantity,
  checkSeparators,
  checkSpanEnd,
  checkWholeNumber,
} from "./form-mistakes.ts";
import { dateFrom, nameFrom, nameIn, quantityFrom, secondsFrom, textFrom } from "./leaf-from-cst.ts";
import { gapIn, spanOf, spanOfNode, spanOfToken, type Reading } from "./reading.ts";

/** `A om C annars B`, or the one part of it that stands alone. */
export function expressionFrom(reading: Reading, written: CstNode | undefined, otherwise: number): Expression {
  if (written === undefined) return missing(reading, otherwise);
  const gap = gapIn(written);
  const then = conditionFrom(reading, node(written, "anyOf"), rangeOf(written)?.start ?? otherwise);
  if (!has(written, word.if)) return then;
  const last = node(written, "expression");
  return {
    kind: "if",
    span: spanOfNode(reading, written, otherwise),
    then,
    condition: conditionFrom(reading, node(written, "condition"), gap),
    otherwise: has(written, word.otherwise) ? expressionFrom(reading, last, gap) : undefined,
  };
}

/** A condition, up to `eller`. */
export function conditionFrom(reading: Reading, written: CstNode | undefined, otherwise: number): Expression {
  const parts = nodes(written, "allOf").map((part) =>
    chained(
      "and",
      nodes(part, "negation").map((each) => negationFrom(reading, each, otherwise)),
    ),
  );
  return chained("or", parts) ?? missing(reading, otherwise);
}

function chained(kind: "and" | "or", parts: readonly (Expression | undefined)[]): Expression | undefined {
  let all: Expression | undefined;
  for (const part of parts) {
    if (part === undefined) continue;
    all = all === undefined ? part : { kind, span: cover(all.span, part.span), left: all, right: part };
  }
  return all;
}

function negationFrom(reading: Reading, written: CstNode, otherwise: number): Expression {
  if (!has(written, word.not)) return comparisonFrom(reading, node(written, "comparison"), otherwise);
  const inner = node(written, "negation");
  const of = inner === undefined ? missing(reading, gapIn(written)) : negationFrom(reading, inner, gapIn(written));
  return { kind: "not", span: spanOfNode(reading, written, otherwise), of };
}

const tests = [
  [word.exists, "exists"],
  [word.isMissing, "isMissing"],
  [word.isUnknown, "isUnknown"],
  [word.isWeekday, "isWeekday"],
] as const;

function comparisonFrom(reading: Reading, written: CstNode | undefined, otherwise: number): Expression {
  if (written === undefined) return missing(reading, otherwise);
  const [leftSum, rightSum] = nodes(written, "sum");
  const left = sumFrom(reading, leftSum, otherwise);
  const span = spanOfNode(reading, written, otherwise);
  const said = token(written, "test");
  if (said !== undefined) {
    const test = tests.find(([type]) => isOf(said.tokenType, type))?.[1];
    return test === undefined ? left : { kind: "test", span, test, of: left };
  }
  const operator = node(written, "operator");
  if (operator === undefined) return left;
  checkOperator(reading, operator);
  checkComparison(reading, written);
  return {
    kind: "comparison",
    span,
    operator: operatorFrom(operator),
    left,
    right: sumFrom(reading, rightSum, gapIn(written)),
    monthsInARow: monthsInARow(reading, node(written, "monthsInARow")),
  };
}

type Type = { readonly name: string; readonly CATEGORIES?: readonly { readonly name: string }[] };

function isOf(type: Type, category: Type): boolean {
  return type === category || (type.CATEGORIES ?? []).some((each) => each.name === category.name);
}

const operators = [
  [word.exceeds, "exceeds"],
  [word.fallsBelow, "fallsBelow"],
  [word.atLeast, "atLeast"],
  [word.atMost, "atMost"],
  [word.is, "is"],
  [word.isNot, "isNot"],
  [word.before, "before"],
  [word.after, "after"],
  [word.noLaterThan, "noLaterThan"],
  [word.noEarlierThan, "noEarlierThan"],
] as const;

function operatorFrom(written: CstNode): Comparison["operator"] {
  return operators.find(([type]) => has(written, type))?.[1] ?? "is";
}

function monthsInARow(reading: Reading, written: CstNode | undefined): number | undefined {
  if (written !== undefined) checkWholeNumber(reading, written);
  const digits = token(written, sign.number)?.image;
  return digits === undefined || !/^\d+$/.test(digits) ? undefined : Number(digits);
}

export function sumFrom(reading: Reading, written: CstNode | undefined, otherwise: number): Expression {
  if (written !== undefined) checkMinus(reading, written);
  const parts = nodes(written, "product").map((product) => {
    const terms = nodes(product, "term").map((term) => termFrom(reading, term, otherwise));
    return arithmetic(reading, product, terms);
  });
  return (written === undefined ? undefined : arithmetic(reading, written, parts)) ?? missing(reading, otherwise);
}

/** Parts with the signs between them; a sign without a part after it has a missing one. */
function arithmetic(
  reading: Reading,
  written: CstNode,
  parts: readonly (Expression | undefined)[],
): Expression | undefined {
  let all = parts[0];
  for (const [index, sign] of tokens(written, "sign").entries()) {
    const left = all ?? missing(reading, sign.startOffset);
    const right = parts[index + 1] ?? missing(reading, sign.startOffset + sign.image.length);
    const operator = sign.image === "+" || sign.image === "/" ? sign.image : /^[*×]$/.test(sign.image) ? "*" : "-";
    all = { kind: "arithmetic", span: cover(left.span, right.span), operator, left, right };
  }
  return all;
}

export function termFrom(reading: Reading, written: CstNode | undefined, otherwise: number): Expression {
  const form = written === undefined ? undefined : firstNode(written);
  if (form === undefined) return missing(reading, otherwise);
  const span = spanOfNode(reading, form, otherwise);
  const gap = gapIn(form);
  switch (form.name) {
    case "aggregate":
      return aggregateFrom(reading, form, otherwise);
    case "extreme": {
      checkSeparators(reading, form);
      const of = nodes(form, "expression").map((each) => expressionFrom(reading, each, gap));
      return { kind: "extreme", span, which: extremeFrom(form), of };
    }
    case "dateSpan": {
      const [from, to] = nodes(form, "spanEnd");
      const counts = isOf(token(form, "counts")?.tokenType ?? word.calendarDaysFrom, word.weekdaysFrom);
      return {
        kind: "span",
        span,
        counts: counts ? "weekdays" : "calendarDays",
        from: spanEndFrom(reading, from, gap),
        to: spanEndFrom(reading, to, gap),
      };
    }
    case "begunDays": {
      const [from, to] = nodes(form, "term");
      return { kind: "begunDays", span, from: termFrom(reading, from, gap), to: termFrom(reading, to, gap) };
    }
    case "attribute":
      return {
        kind: "attribute",
        span,
        name: nameIn(reading, "attribute", token(form, sign.name), otherwise),
        of: termFrom(reading, node(form, "term"), gap),
      };
    default:
      return valueAtFrom(reading, form, otherwise);
  }
}

const extremes = [
  [word.leastOf, "least"],
  [word.greatestOf, "greatest"],
  [word.firstOf, "first"],
  [word.lastOf, "last"],
] as const;

function extremeFrom(written: CstNode): "least" | "greatest" | "first" | "last" {
  const type = token(written, "which")?.tokenType ?? word.leastOf;
  return extremes.find(([each]) => isOf(type, each))?.[1] ?? "least";
}

export function spanEndFrom(reading: Reading, written: CstNode | undefined, otherwise: number): SpanEnd {
  if (written !== undefined) checkSpanEnd(reading, written);
  return {
    span: spanOfNode(reading, written, otherwise),
    at: sumFrom(reading, node(written, "sum"), otherwise),
    counted: has(written, word.counted) ? true : has(written, word.notCounted) ? false : undefined,
  };
}

function aggregateFrom(reading: Reading, written: CstNode, otherwise: number): Aggregate {
  const gap = gapIn(written);
  const [from, to] = nodes(written, "spanEnd");
  const over = has(written, word.forCareEpisodes)
    ? ({ kind: "episodes" } as const)
    : has(written, word.forCareDaysFrom)
      ? ({ kind: "days", from: spanEndFrom(reading, from, gap), to: spanEndFrom(reading, to, gap) } as const)
      : undefined;
  return {
    kind: "aggregate",
    span: spanOfNode(reading, written, otherwise),
    of: aggregatedFrom(reading, written),
    where: has(written, word.where) ? conditionFrom(reading, node(written, "anyOf"), gap) : undefined,
    over,
  };
}

function aggregatedFrom(reading: Reading, written: CstNode): Aggregate["of"] {
  const type = token(written, "function")?.tokenType ?? word.numberOfEpisodes;
  if (isOf(type, word.numberOfEpisodes)) return { function: "countEpisodes" };
  if (isOf(type, word.numberOfCareDays)) return { function: "countDays" };
  const value = termFrom(reading, node(written, "term"), gapIn(written));
  return { function: isOf(type, word.meanOf) ? "mean" : "sum", value };
}

function valueAtFrom(reading: Reading, written: CstNode, otherwise: number): Expression {
  const [first, second] = nodes(written, "atom");
  const of = atomFrom(reading, first, otherwise);
  if (!has(written, word.at)) return of;
  const at = atomFrom(reading, second, gapIn(written));
  return { kind: "at", span: cover(of.span, at.span), of, at };
}

function atomFrom(reading: Reading, written: CstNode | undefined, otherwise: number): Expression {
  const form = written === undefined ? undefined : firstNode(written);
  if (form?.name === "quantity") {
    checkQuantity(reading, form);
    return quantityFrom(reading, form);
  }
  if (form?.name === "parenthesis") return parenthesisFrom(reading, form, otherwise);
  const date = token(written, sign.date);
  if (date !== undefined) return dateFrom(reading, date, otherwise);
  const month = token(written, sign.month);
  if (month !== undefined) {
    const [year = "", number = ""] = month.image.split("-");
    return { kind: "month", span: spanOfToken(reading, month), year: Number(year), month: Number(number) };
  }
  const clock = token(written, sign.clock);
  if (clock !== undefined) {
    return { kind: "clock", span: spanOfToken(reading, clock), seconds: secondsFrom(clock.image) };
  }
  const text = token(written, sign.text);
  if (text !== undefined) return textFrom(reading, text, otherwise);
  const name = token(written, sign.name);
  if (name !== undefined) return nameIn(reading, "value", name, otherwise);
  for (const [type, said] of [
    [word.yes, "ja"],
    [word.no, "nej"],
  ] as const) {
    const found = token(written, type);
    if (found !== undefined) return { ...nameFrom(reading, found, otherwise), text: said };
  }
  return missing(reading, otherwise);
}

function parenthesisFrom(reading: Reading, written: CstNode, otherwise: number): Expression {
  const gap = gapIn(written);
  const key = node(written, "perKey");
  return {
    kind: "parenthesis",
    span: spanOfNode(reading, written, otherwise),
    of: expressionFrom(reading, node(written, "expression"), gap),
    per: key === undefined ? undefined : perKeyFrom(reading, key, gap),
  };
}

export function perKeyFrom(reading: Reading, written: CstNode, otherwise: number): PerKey {
  const place = has(written, word.for) ? "attribute" : "key";
  return {
    span: spanOfNode(reading, written, otherwise),
    name: nameIn(reading, place, token(written, sign.name), otherwise),
    of: has(written, word.for) ? termFrom(reading, node(written, "term"), gapIn(written)) : undefined,
  };
}

export function missing(reading: Reading, at: number): Expression {
  return { kind: "missing", span: spanOf(reading, at, at) };
}
