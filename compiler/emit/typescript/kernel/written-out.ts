// Small functions of the runtime over numbers and dates, written as what they do.
// Rule: every form here says exactly what the function of the same name in the runtime says, and knows of a date that was
// read from a column that it lies within the calendar, and of days between such dates that their sums stay small.

import { binary, conditional, name, number, type Code } from "../code.ts";
import { libraryName } from "../emission.ts";
import { isOfRun, kept, keptForRun, keyOf, type Scope } from "./scope.ts";
import { allOf, anyOf, isEmpty, notOf, present } from "./truths.ts";
import { valueOf } from "./values.ts";
import type { RuntimeName } from "../runtime-names.ts";

/** What a function of the runtime comes to; null where it is called as it is. */
export function writtenOut(called: string, given: readonly Code[], scope: Scope): Code | null {
  return forms[called]?.(given, scope) ?? null;
}

export function isWrittenOut(called: string): boolean {
  return called in forms;
}

type Written = (given: readonly Code[], scope: Scope) => Code;

const zero = number(0);

/** Each as in `runtime/whole-numbers.ts` and `runtime/record-dates.ts`. */
const forms: Readonly<Record<string, Written>> = {
  add: ([a = zero, b = zero], scope) => unlessAbsent(a, b, binary(a, "+", b), "sum", scope),
  subtract: ([a = zero, b = zero], scope) => unlessAbsent(a, b, binary(a, "-", b), "difference", scope),
  lesser: ([a = zero, b = zero], scope) => unlessAbsent(a, b, conditional(binary(a, "<", b), a, b), "lesser", scope),
  greater: ([a = zero, b = zero], scope) => unlessAbsent(a, b, conditional(binary(a, ">", b), a, b), "greater", scope),
  answerOf: ([code = zero, empty = zero], scope) =>
    isEmpty(code)
      ? empty
      : kept(conditional(binary(code, ">", libraryName(scope.kernel.emission, "YES")), empty, code), "answer", scope),
  factOn: (given, scope) => factValue(given, scope),
  clockBeside: ([day = zero, seconds = zero], scope) => {
    const clock = kept(conditional(absent(day, scope), day, seconds), "clock", scope);
    if (clock.kind === "name" && day.kind === "name")
      scope.kernel.beside.set(clock.name, { date: day, there: seconds });
    return clock;
  },
  knownDay: ([day = zero], scope) =>
    kept(conditional(allOf([present(day, scope), isNotNever(day, scope)]), day, unknown(scope)), "dayKnown", scope),
  dayAfter: ([date = zero, days = zero], scope) => dayAfterValue(date, days, scope),
  daysBetween: ([from = zero, fromCounted = zero, to = zero, toCounted = zero], scope) =>
    daysBetweenValue(from, fromCounted, to, toCounted, scope),
};

/** By a table of the facts that do not change, where the register is the same for all records. */
function factValue(given: readonly Code[], scope: Scope): Code {
  const { emission } = scope.kernel;
  const [register = zero, payer = zero, fact = zero, day = zero] = given;
  const call = (callee: RuntimeName, ...args: readonly Code[]): Code => ({
    kind: "call",
    callee: name(emission.use(callee)),
    arguments: args,
  });
  if (!isOfRun(register, scope) || fact.kind !== "number") return kept(call("factOn", ...given), "fact", scope);
  const undated = keptForRun(call("undatedFacts", register, fact), "undated", scope);
  return kept(call("factIn", undated, register, payer, fact, day), "fact", scope);
}

function dayAfterValue(date: Code, days: Code, scope: Scope): Code {
  const { emission, fromColumns } = scope.kernel;
  const isBounded = date.kind === "name" && fromColumns.has(date.name);
  if (!isNear(days, scope) || !isBounded) {
    return kept({ kind: "call", callee: name(emission.use("dayAfter")), arguments: [date, days] }, "later", scope);
  }
  if (days.kind === "number" && days.value === 0) return date;
  const beside = days.kind === "name" ? scope.kernel.beside.get(days.name) : undefined;
  if (beside !== undefined && keyOf(beside.date) === keyOf(date)) {
    const later = kept(
      conditional(absent(date, scope), unknown(scope), whole(binary(date, "+", beside.there))),
      "later",
      scope,
    );
    noteDays([date], later, scope);
    return later;
  }
  const own = unlessAbsent(date, days, whole(binary(date, "+", days)), "later", scope);
  noteDays([date], own, scope);
  return own;
}

export function isNear(days: Code, { kernel }: Scope): boolean {
  if (days.kind === "number") return Math.abs(days.value) < nearDays;
  return days.kind === "name" && kernel.near.has(days.name);
}

/** A count of days between dates of columns, or no greater. */
export function isSmallDays(days: Code, { kernel }: Scope): boolean {
  return days.kind === "number" ? Math.abs(days.value) < nearDays : days.kind === "name" && kernel.small.has(days.name);
}

/** Days within which no date of a column comes near a sentinel. */
const nearDays = 1_000_000;

function daysBetweenValue(from: Code, fromCounted: Code, to: Code, toCounted: Code, scope: Scope): Code {
  const { emission } = scope.kernel;
  const ends = [from, to].map((end) => (end.kind === "name" ? end.name : ""));
  const areDates = ends.every((end) => scope.kernel.fromColumns.has(end));
  if (!areDates || fromCounted.kind !== "word" || toCounted.kind !== "word") {
    const called: Code = {
      kind: "call",
      callee: name(emission.use("daysBetween")),
      arguments: [from, fromCounted, to, toCounted],
    };
    return kept(called, "days", scope);
  }
  const more = (fromCounted.word === "true" ? 1 : 0) + (toCounted.word === "true" ? 1 : 0) - 1;
  const apart = binary(to, "-", from);
  const days = whole(more === 0 ? apart : binary(apart, more > 0 ? "+" : "-", number(1)));
  const isNone = more <= 0 ? binary(to, "<=", from) : binary(to, "<", from);
  const counted = unlessAbsent(from, to, conditional(isNone, zero, days), "days", scope);
  if (counted.kind === "name") scope.kernel.small.add(counted.name);
  return counted;
}

/** What two numbers come to where both are there; else what `absenceOf` says of them. */
function unlessAbsent(a: Code, b: Code, there: Code, wish: string, scope: Scope): Code {
  const lacking = anyOf([absent(a, scope), absent(b, scope)]);
  if (lacking.kind === "word") return kept(there, wish, scope);
  return kept(conditional(lacking, sentinelOf(a, b, scope), there), wish, scope);
}

/** Where only one of two can be absent, it is what they come to. */
function sentinelOf(a: Code, b: Code, scope: Scope): Code {
  if (isThere(b, scope)) return a;
  if (isThere(a, scope)) return b;
  return { kind: "call", callee: name(scope.kernel.emission.use("absenceOf")), arguments: [a, b] };
}

function isThere(code: Code, scope: Scope): boolean {
  const there = present(code, scope);
  return there.kind === "word" && there.word === "true";
}

/** Dates of columns and numbers of days beside them fit 32 bits; an engine that is told so makes no fraction of them. */
function whole(code: Code): Code {
  return binary(code, "|", number(0));
}

/** What is worked out of dates of columns alone is no date beyond all days. */
export function noteDays(of: readonly Code[], own: Code, { kernel }: Scope): void {
  const areBounded = of.every((code) => code.kind === "name" && kernel.fromColumns.has(code.name));
  if (areBounded && own.kind === "name") kernel.fromColumns.add(own.name);
}

function absent(code: Code, scope: Scope): Code {
  const there = present(code, scope);
  return there.kind === "word" ? notOf(there) : binary(code, "<=", unknown(scope));
}

function isNotNever(day: Code, scope: Scope): Code {
  if (day.kind === "name" && scope.kernel.fromColumns.has(day.name)) return { kind: "word", word: "true" };
  return binary(day, "!==", libraryName(scope.kernel.emission, "NEVER"));
}

function unknown(scope: Scope): Code {
  return libraryName(scope.kernel.emission, "UNKNOWN");
}

/**
 * A condition on the clock of a moment as 1 and 0, where both are wanted: it is unknown just where the moment is absent.
 * JavaScript makes a number of a test without asking which way it went.
 */
export function noteBeside(own: Code, condition: Code, [ifYes, ifNo]: readonly [Code, Code], scope: Scope): void {
  if (own.kind !== "name" || condition.kind !== "call" || condition.callee.kind !== "name") return;
  const operator = comparisons.get(condition.callee.name);
  const [clock, limit] = condition.arguments.map((argument) => valueOf(argument, scope));
  if (operator === undefined || clock?.kind !== "name" || limit === undefined) return;
  const beside = scope.kernel.beside.get(clock.name);
  const isCertain = present(limit, scope).kind === "word" && !isEmpty(limit);
  if (beside === undefined || !isCertain || !isNumber(ifYes, 1) || !isNumber(ifNo, 0)) return;
  const there: Code = { kind: "call", callee: name("Number"), arguments: [binary(beside.there, operator, limit)] };
  scope.kernel.beside.set(own.name, { date: beside.date, there });
}

const comparisons: ReadonlyMap<string, "<" | "<=" | ">" | ">="> = new Map([
  ["isBelow", "<"],
  ["isAtMost", "<="],
  ["isAbove", ">"],
  ["isAtLeast", ">="],
]);

function isNumber(code: Code, value: number): boolean {
  return code.kind === "number" && code.value === value;
}
