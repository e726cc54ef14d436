// An expression worked out for every case at once: the classes of cases, and what it gives in each of them.
// Rule: as the interpreter has it (docs/meaning.md, section 1). What is not looked into is named by all that it hangs on,
// so that the same name is the same value; too many classes are taken together under such a name.

import { children } from "@avtal/compiler/ir/children";
import { pick } from "@avtal/compiler/ir/in-force";
import type { Expr, Id, Rule, ValueKind } from "@avtal/compiler/ir/ir";
import { kindOf, type NamedKinds } from "@avtal/compiler/ir/kind-of";
import type { Run } from "@avtal/compiler/ir/run";
import { ratioFromText } from "@avtal/runtime/ratio";
import { clockPart, datePart, daysInSpan, periodPart, shiftedDay } from "./case-dates.ts";
import type { Facts } from "./case-facts.ts";
import { measuredCases, onDay, termCases, thresholdsOf, valueCases, type Own } from "./case-names.ts";
import { comparedCases, sumOrProduct, leastCases, roundedCases, wordsCompared } from "./case-compare.ts";
import { absent, absentAmong, anything, isSameIn, valueText, type Case, type CaseValue } from "./case-value.ts";
import { constant, negated } from "./rational.ts";
import { normal } from "./normal-expression.ts";

/** What the expression stands in. */
export interface CaseScope {
  readonly run: Run;
  readonly rule: Rule;
  readonly kinds: NamedKinds;
  /** The document whose words are read. */
  readonly document: string;
  /** The day that decides. */
  readonly own: Own;
  /** What a group gives to what is read in it; null for a record. */
  readonly group: CaseGroup | null;
  /** Counted down with every class that is looked at. */
  readonly budget: { left: number };
  readonly texts: Map<Id, string>;
}

export interface CaseGroup {
  readonly step: (name: string, facts: Facts) => readonly Case[];
  readonly aggregate: (expr: Expr & { kind: "aggregate" }, facts: Facts) => readonly Case[] | undefined;
}

/** Classes that one expression is taken apart into, at most. */
const mostClasses = 400;

export function cases(expr: Expr, scope: CaseScope, facts: Facts): readonly Case[] {
  const found = scope.budget.left > 0 ? casesOf(expr, scope, facts) : undefined;
  scope.budget.left -= found?.length ?? 0;
  return found === undefined || found.length > mostClasses ? unseen(expr, scope, facts) : found;
}

/** The values of several, class by class. */
export function casesOfAll(
  exprs: readonly Expr[],
  scope: CaseScope,
  facts: Facts,
): readonly { readonly facts: Facts; readonly values: readonly CaseValue[] }[] {
  return exprs.reduce<readonly { facts: Facts; values: readonly CaseValue[] }[]>(
    (before, expr) =>
      before.flatMap(({ facts: known, values }) =>
        cases(expr, scope, known).map(({ facts: now, value }) => ({ facts: now, values: [...values, value] })),
      ),
    [{ facts, values: [] }],
  );
}

/** What an expression gives is not looked into; it is known by its own words and the day that decides. */
export function unseen(expr: Expr, scope: CaseScope, facts: Facts): readonly Case[] {
  const { run, kinds, rule, document, own, texts } = scope;
  const day = own.kind === "day" ? valueText({ kind: "date", of: own.of }) : "no day";
  const name = `[${scope.group === null ? "" : "group "}${day}: ${normal(expr, { run, kinds, rule, known: texts, document })}]`;
  return anything(name, kindOf(expr, kinds), doubtful(name), facts);
}

function doubtful(name: string): readonly ReturnType<typeof absent>[] {
  return [absent("missing", [`? ${name}`]), absent("unknown", [`? ${name}`])];
}

function casesOf(expr: Expr, scope: CaseScope, facts: Facts): readonly Case[] | undefined {
  const one = (value: CaseValue): readonly Case[] => [{ facts, value }];
  switch (expr.kind) {
    case "quantity":
      return one({ kind: "number", of: constant(ratioFromText(expr.exact)) });
    case "date":
      return one({ kind: "date", of: day(expr.day) });
    case "period":
      return one({ kind: "namedPeriod", of: expr.of, index: expr.index });
    case "clock":
      return one({ kind: "clock", of: day(expr.seconds) });
    case "text":
      return one({ kind: "word", name: expr.text, isConstant: true, among: [] });
    case "choice":
    case "payer":
      return one({ kind: "word", name: expr.code, isConstant: true, among: [] });
    case "truth":
      return one(expr.holds === "unknown" ? absent("unknown", []) : { kind: "truth", holds: expr.holds === "yes" });
    case "field":
      return fieldCases(expr.field, scope, facts);
    case "term":
      return onDay(expr.at, scope, facts, (there, now) => termCases(expr.term, there, now));
    case "value":
      return onDay(expr.at, scope, facts, (there, now) => valueCases(expr.value, there, now));
    case "measured":
      return measuredCases(expr.measured, scope, facts);
    case "eventDate":
      return one(eventValue(expr.event, scope.run));
    case "decisionDate":
      return one(decisionValue(scope));
    case "theDay":
      return anything("the day", { kind: "date" }, [], facts);
    case "key":
      return anything(`key ${keyPlace(expr.name, scope)}`, kindOf(expr, scope.kinds), [], facts);
    case "step":
      return scope.group?.step(expr.name, facts);
    case "ofEpisode":
      return cases(expr.of, { ...scope, group: null }, facts);
    case "aggregate":
      return scope.group?.aggregate(expr, facts);
    case "choose":
      return thresholdsOf(
        expr.by.flatMap(({ guard }) => (guard === null ? [] : [guard])),
        scope,
        facts,
      ).flatMap(({ day: on, facts: now }) => {
        const picked = pick(expr.by, on, scope.run);
        return picked === undefined ? unseen(expr, scope, now) : cases(picked, scope, now);
      });
    case "if":
      return branches(expr, scope, facts);
    case "and":
    case "or":
      return allOrAny(expr.kind, expr.of, scope, facts);
    case "exists":
    case "isMissing":
    case "isUnknown":
      return existence(expr, scope, facts);
    case "inARow":
      return undefined;
    default:
      return combined(expr, scope, facts);
  }
}

/** What only the values of its parts decide; absent where one of them is. */
function combined(expr: Expr, scope: CaseScope, facts: Facts): readonly Case[] {
  return casesOfAll(children(expr), scope, facts).flatMap(({ facts: now, values }): readonly Case[] => {
    const lacking = absentAmong(values);
    if (lacking !== undefined && expr.kind !== "not") return [{ facts: now, value: conditionOr(expr, lacking) }];
    const [first, second] = values;
    const given = first === undefined ? undefined : ofValues(expr, first, second, values, now);
    return given ?? unseenOf(expr, values, scope, now);
  });
}

/** Of a condition nothing is missing: it is not known. */
function conditionOr(expr: Expr, lacking: ReturnType<typeof absent>): CaseValue {
  const isCondition = expr.kind === "compare" || expr.kind === "isWeekday";
  return isCondition ? { ...lacking, state: "unknown" } : lacking;
}

function ofValues(
  expr: Expr,
  first: CaseValue,
  second: CaseValue | undefined,
  values: readonly CaseValue[],
  facts: Facts,
): readonly Case[] | undefined {
  const one = (value: CaseValue | undefined): readonly Case[] | undefined =>
    value === undefined ? undefined : [{ facts, value }];
  switch (expr.kind) {
    case "not":
      if (first.kind === "truth") return one({ kind: "truth", holds: !first.holds });
      return first.kind === "absent" ? one({ ...first, state: "unknown" }) : undefined;
    case "negate":
      return first.kind === "number" ? one({ kind: "number", of: negated(first.of) }) : undefined;
    case "arithmetic":
      return second === undefined ? undefined : sumOrProduct(expr.operator, first, second, facts);
    case "compare":
      if (second === undefined) return undefined;
      return first.kind === "word" && second.kind === "word"
        ? wordsCompared(expr.operator, first, second, facts)
        : comparedCases(expr.operator, first, second, facts);
    case "least":
    case "greatest":
      return leastCases(expr.kind, values, facts);
    case "round":
      return roundedCases(expr, first, facts);
    case "calendarDays":
      return second === undefined ? undefined : daysInSpan(expr, first, second, facts);
    case "addDays":
      return second === undefined ? undefined : one(shiftedDay(first, second));
    case "dateOf":
      return one(datePart(first));
    case "clockOf":
      return one(clockPart(first));
    case "periodOf":
      return one(periodPart(expr.period, first));
    default:
      return undefined;
  }
}

/** A function of its parts alone: the same parts, the same value. */
function unseenOf(expr: Expr, values: readonly CaseValue[], scope: CaseScope, facts: Facts): readonly Case[] {
  const own = Object.entries(expr).filter(([, said]) => typeof said !== "object" || said === null);
  const except = "document" in expr ? scope.run.documentOf(expr.document).weekdaysExcept.join(",") : "";
  const kind = kindOf(expr, scope.kinds);
  const words = own.filter(([key]) => key !== "document").map(([key, said]) => `${key} ${String(said)}`);
  const name = `[${words.join(" ")} ${except} of ${values.map(valueText).join(" ; ")}]`;
  const isAlwaysThere = expr.kind === "weekdays" || expr.kind === "begunDays" || expr.kind === "isWeekday";
  const empty = isAlwaysThere ? [] : doubtful(name);
  return anything(name, isAlwaysThere ? wholeKind(kind) : kind, empty, facts);
}

function wholeKind(kind: ValueKind): ValueKind {
  return kind.kind === "quantity" ? { ...kind, whole: true } : kind;
}

function fieldCases(id: Id, { run }: CaseScope, facts: Facts): readonly Case[] {
  const { code, kind, empty, choices } = run.fieldOf(id);
  const isWhole = kind.kind === "quantity" ? wholeKind(kind) : kind;
  const among = choices.map((choice) => choice.code);
  return anything(`field ${code}`, isWhole, [absent(empty, [code])], facts, among);
}

function branches(expr: Expr & { kind: "if" }, scope: CaseScope, facts: Facts): readonly Case[] {
  return cases(expr.condition, scope, facts).flatMap(({ facts: now, value }): readonly Case[] => {
    if (value.kind === "truth") return cases(value.holds ? expr.then : expr.otherwise, scope, now);
    const causes = value.kind === "absent" ? value.causes : [];
    return casesOfAll([expr.then, expr.otherwise], scope, now).flatMap(({ facts: both, values }): readonly Case[] => {
      const [then, otherwise] = values;
      if (then === undefined || otherwise === undefined) return [];
      if (isSameIn(then, otherwise, both))
        return [{ facts: both, value: then.kind === "absent" ? { ...then, causes } : then }];
      const doubt: Case = { facts: both, value: absent("unknown", causes) };
      if (then.kind === "absent" && otherwise.kind === "absent" && then.state === otherwise.state)
        return [{ facts: both, value: { ...then, causes } }];
      if (then.kind === "absent" || then.kind !== otherwise.kind || then.kind === "truth") return [doubt];
      const equal =
        then.kind === "word" && otherwise.kind === "word"
          ? wordsCompared("=", then, otherwise, both)
          : comparedCases("=", then, otherwise, both);
      if (equal === undefined) return unseen(expr, scope, both);
      return equal.map(({ facts: each, value: is }) =>
        is.kind === "truth" && is.holds ? { facts: each, value: then } : { ...doubt, facts: each },
      );
    });
  });
}

function allOrAny(
  kind: "and" | "or",
  parts: readonly Expr[],
  scope: CaseScope,
  facts: Facts,
  lacking: readonly string[] | undefined = undefined,
): readonly Case[] {
  const [first, ...rest] = parts;
  if (first === undefined)
    return [
      { facts, value: lacking === undefined ? { kind: "truth", holds: kind === "and" } : absent("unknown", lacking) },
    ];
  return cases(first, scope, facts).flatMap(({ facts: now, value }): readonly Case[] => {
    if (value.kind === "truth" && value.holds === (kind === "or")) return [{ facts: now, value }];
    const causes = value.kind === "absent" ? [...(lacking ?? []), ...value.causes] : lacking;
    return allOrAny(kind, rest, scope, now, causes);
  });
}

function existence(
  expr: Expr & { kind: "exists" | "isMissing" | "isUnknown" },
  scope: CaseScope,
  facts: Facts,
): readonly Case[] {
  const isCondition = kindOf(expr.of, scope.kinds).kind === "condition";
  return cases(expr.of, scope, facts).map(({ facts: now, value }): Case => {
    const truth = (holds: boolean): Case => ({ facts: now, value: { kind: "truth", holds } });
    const isUnknown = value.kind === "absent" && value.state === "unknown";
    if (expr.kind === "isUnknown") return truth(isUnknown || (value.kind === "absent" && isCondition));
    if (isUnknown) return { facts: now, value };
    return truth((value.kind === "absent" || value.kind === "never") === (expr.kind === "isMissing"));
  });
}

function eventValue(event: Id, { events }: Run): CaseValue {
  const state = events.get(event);
  if (state?.kind === "happened") return { kind: "date", of: day(state.day) };
  return state?.kind === "notYet" ? { kind: "never" } : absent("unknown", [event.slice(event.indexOf(".") + 1)]);
}

function decisionValue({ run, document, own }: CaseScope): CaseValue {
  if (run.wording !== null && document === run.program.main) return { kind: "date", of: day(run.wording) };
  return own.kind === "day" ? { kind: "date", of: own.of } : absent("unknown", []);
}

function keyPlace(name: string, { rule }: CaseScope): number {
  return rule.keys[0]?.it.findIndex((key) => key.name === name) ?? -1;
}

function day(count: number): ReturnType<typeof constant> {
  return constant({ over: BigInt(count), under: 1n });
}
