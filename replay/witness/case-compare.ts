// Comparisons, sums and roundings of formulas: each parts the classes where its outcome changes.
// Rule: exact. What is compared is turned into a limit on whole numbers wherever its parts are whole.

import { holdsFor, turnedAround, type Operator } from "@avtal/compiler/ir/comparison";
import type { Expr } from "@avtal/compiler/ir/ir";
import { firstDayOfMonth } from "@avtal/runtime/calendar";
import { ratio, ratioFromText } from "@avtal/runtime/ratio";
import { round } from "@avtal/runtime/rounding";
import { isMultipleOf } from "./case-dates.ts";
import { whereAtMostZero, whole, withAnswer, type Facts } from "./case-facts.ts";
import { absent, answered, named, wordIn, type Case, type CaseValue } from "./case-value.ts";
import {
  constant,
  constantOf,
  isProduct,
  negated,
  over,
  plus,
  rationalText,
  times,
  type Rational,
} from "./rational.ts";

/** Undefined where the two cannot be compared as formulas. */
export function comparedCases(
  operator: Operator,
  left: CaseValue,
  right: CaseValue,
  facts: Facts,
): readonly Case[] | undefined {
  const decided = (difference: number): readonly Case[] => [truth(holdsFor(operator, difference), facts)];
  if (left.kind === "never" || right.kind === "never")
    return decided((left.kind === "never" ? 1 : 0) - (right.kind === "never" ? 1 : 0));
  switch (left.kind) {
    case "number":
    case "date":
    case "clock":
      return right.kind === left.kind ? split(operator, minus(left.of, right.of), facts) : undefined;
    case "moment":
      return right.kind === "moment" ? momentsCompared(operator, left, right, facts) : undefined;
    case "namedPeriod":
      if (right.kind === "namedPeriod") return decided(left.index - right.index);
      return right.kind === "period" ? periodCompared(turnedAround[operator], right.day, left, facts) : undefined;
    case "period":
      if (right.kind === "namedPeriod") return periodCompared(operator, left.day, right, facts);
      return right.kind === "period" && minus(left.day, right.day).over.size === 0 ? decided(0) : undefined;
    default:
      return undefined;
  }
}

export function wordsCompared(
  operator: Operator,
  left: CaseValue & { kind: "word" },
  right: CaseValue & { kind: "word" },
  facts: Facts,
): readonly Case[] {
  const isEqual = operator === "=";
  const [a, b] = [wordIn(left, facts), wordIn(right, facts)];
  if (a === b) return [truth(isEqual, facts)];
  if (a.startsWith("= ") && b.startsWith("= ")) return [truth(!isEqual, facts)];
  const [open, said] = left.isConstant || (a.startsWith("= ") && !right.isConstant) ? [right, a] : [left, b];
  if (!said.startsWith("= ")) {
    const both = answered(`same ${[a, b].sort().join(" and ")}`, facts);
    return both.map(({ facts: now, value }) => truth((value.kind === "truth" && value.holds) === isEqual, now));
  }
  const question = `is ${open.name}`;
  const excluded = (facts.answers.get(question) ?? "none of").split("\n");
  if (excluded.includes(said)) return [truth(!isEqual, facts)];
  const others = [...excluded, said];
  const isExhausted = open.among.length > 0 && open.among.every((each) => others.includes(`= ${each}`));
  const yes = truth(isEqual, withAnswer(question, said, facts));
  return isExhausted ? [yes] : [yes, truth(!isEqual, withAnswer(question, others.sort().reverse().join("\n"), facts))];
}

/** Undefined for a divisor whose sign nobody knows. */
export function sumOrProduct(
  operator: "+" | "-" | "*" | "/",
  left: CaseValue,
  right: CaseValue,
  facts: Facts,
): readonly Case[] | undefined {
  if (left.kind !== "number" || right.kind !== "number") return undefined;
  const one = (of: Rational): readonly Case[] => [{ facts, value: { kind: "number", of } }];
  switch (operator) {
    case "+":
      return one(plus(left.of, right.of));
    case "-":
      return one(minus(left.of, right.of));
    case "*":
      return one(times(left.of, right.of));
    case "/":
      return quotients(left.of, right.of, facts);
  }
}

export function quotients(left: Rational, right: Rational, facts: Facts): readonly Case[] {
  const signs = [whereAtMostZero(right.over, true, facts), whereAtMostZero(negated(right).over, true, facts)].flatMap(
    (now): readonly Case[] =>
      now === undefined ? [] : [{ facts: now, value: { kind: "number", of: over(left, right, true) } }],
  );
  const below = whereAtMostZero(right.over, false, facts);
  const none = below === undefined ? undefined : whereAtMostZero(negated(right).over, false, below);
  return none === undefined ? signs : [...signs, { facts: none, value: absent("missing", []) }];
}

export function leastCases(
  kind: "least" | "greatest",
  values: readonly CaseValue[],
  facts: Facts,
): readonly Case[] | undefined {
  const [first, ...others] = values;
  if (first === undefined) return undefined;
  return others.reduce<readonly Case[] | undefined>(
    (before, value) => {
      const found = before?.map(({ facts: now, value: best }) => {
        const parted = comparedCases(kind === "least" ? "<" : ">", value, best, now);
        return parted?.map((each): Case => {
          const isTaken = each.value.kind === "truth" && each.value.holds;
          return { facts: each.facts, value: isTaken ? value : best };
        });
      });
      return found === undefined || found.includes(undefined) ? undefined : found.flatMap((each) => each ?? []);
    },
    [{ facts, value: first }],
  );
}

/** What is a multiple already stays; another amount is some multiple, the same for the same amount. */
export function roundedCases(
  { to, mode }: Expr & { kind: "round" },
  value: CaseValue,
  facts: Facts,
): readonly Case[] | undefined {
  if (value.kind !== "number") return undefined;
  const step = ratioFromText(to);
  const known = constantOf(value.of);
  const of = isMultipleOf(step, value.of)
    ? value.of
    : known !== undefined
      ? constant(round(known, step, mode))
      : times(constant(step), named(`${whole}round ${mode} to ${to} of ${rationalText(value.of)}`));
  return [{ facts, value: { kind: "number", of } }];
}

function momentsCompared(
  operator: Operator,
  left: CaseValue & { kind: "moment" },
  right: CaseValue & { kind: "moment" },
  facts: Facts,
): readonly Case[] | undefined {
  const days = minus(left.day, right.day);
  const [earlier, later] = [whereAtMostZero(days.over, true, facts), whereAtMostZero(negated(days).over, true, facts)];
  const notLater = whereAtMostZero(days.over, false, facts);
  const same = notLater === undefined ? undefined : whereAtMostZero(negated(days).over, false, notLater);
  return [
    ...(earlier === undefined ? [] : [truth(holdsFor(operator, -1), earlier)]),
    ...(later === undefined ? [] : [truth(holdsFor(operator, 1), later)]),
    ...(same === undefined ? [] : (split(operator, minus(left.second, right.second), same) ?? [])),
  ];
}

/** A period is known by any day in it, and starts and ends with days. */
function periodCompared(
  operator: Operator,
  day: Rational,
  { of, index }: CaseValue & { kind: "namedPeriod" },
  facts: Facts,
): readonly Case[] {
  const months = { month: 1, quarter: 3, year: 12 }[of];
  const [first, next] = [index, index + 1].map((each) => constant(ratio(BigInt(firstDayOfMonth(each * months)))));
  if (first === undefined || next === undefined) return [];
  const earlier = whereAtMostZero(minus(day, first).over, true, facts);
  const since = whereAtMostZero(minus(first, day).over, false, facts);
  const inside = since === undefined ? undefined : whereAtMostZero(minus(day, next).over, true, since);
  const later = whereAtMostZero(minus(next, day).over, false, facts);
  return [
    ...(earlier === undefined ? [] : [truth(holdsFor(operator, -1), earlier)]),
    ...(inside === undefined ? [] : [truth(holdsFor(operator, 0), inside)]),
    ...(later === undefined ? [] : [truth(holdsFor(operator, 1), later)]),
  ];
}

/** Where the difference has the sign that is asked for, and where it has not. */
function split(operator: Operator, difference: Rational, facts: Facts): readonly Case[] | undefined {
  if (!isAboveZero(difference, facts)) return undefined;
  const where = (of: Rational, strict: boolean, said: boolean): readonly Case[] => {
    const now = whereAtMostZero(of.over, strict, facts);
    return now === undefined ? [] : [truth(said, now)];
  };
  const back = negated(difference);
  switch (operator) {
    case "<":
      return [...where(difference, true, true), ...where(back, false, false)];
    case "<=":
      return [...where(difference, false, true), ...where(back, true, false)];
    case ">":
      return [...where(back, true, true), ...where(difference, false, false)];
    case ">=":
      return [...where(back, false, true), ...where(difference, true, false)];
    case "=":
    case "!=": {
      const notMore = whereAtMostZero(difference.over, false, facts);
      const equal = notMore === undefined ? undefined : whereAtMostZero(back.over, false, notMore);
      const is = operator === "=";
      return [
        ...(equal === undefined ? [] : [truth(is, equal)]),
        ...where(difference, true, !is),
        ...where(back, true, !is),
      ];
    }
  }
}

/** Whether what is divided by is above zero in every case, so that the sign is that of what stands over it. */
function isAboveZero(of: Rational, facts: Facts): boolean {
  return isProduct(of) || whereAtMostZero(of.under, false, facts) === undefined;
}

function minus(a: Rational, b: Rational): Rational {
  return plus(a, negated(b));
}

function truth(holdsThere: boolean, facts: Facts): Case {
  return { facts, value: { kind: "truth", holds: holdsThere } };
}
