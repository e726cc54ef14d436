// One text for an expression, the same for all ways to write it that are known to mean the same.
// Rule: only rewritings that keep yes, no, unknown and absent apart: names are replaced by what they stand for, lists are
// put in order, `inte` goes inwards, and amounts become rational functions.

import { children } from "@avtal/compiler/ir/children";
import { canonical } from "@avtal/compiler/ir/canonical";
import { holdsFor, opposite, turnedAround, type Operator } from "@avtal/compiler/ir/comparison";
import { definitionOn, rowOn, type RowInForce } from "@avtal/compiler/ir/in-force";
import type { Aggregate, Alternatives, Expr, Guard, Id, Rule, Term, TermBody, Value } from "@avtal/compiler/ir/ir";
import { kindOf, type NamedKinds } from "@avtal/compiler/ir/kind-of";
import type { Run } from "@avtal/compiler/ir/run";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { ratioFromText, ratioText } from "@avtal/runtime/ratio";
import { constantDay, daysBetween, never, ownDay } from "./normal-days.ts";
import { constant, negated, over, plus, rationalText, sign, times, unknownNamed, type Rational } from "./rational.ts";

/** What names stand for in the rule at hand. */
export interface Reading {
  readonly run: Run;
  readonly kinds: NamedKinds;
  readonly rule: Rule | null;
  /** Texts of terms that have been worked out. */
  readonly known: Map<Id, string>;
  /** The document whose words are read, which a counterfactual day may hold for. */
  readonly document: string;
}

export function normal(expr: Expr, reading: Reading): string {
  switch (expr.kind) {
    case "quantity":
    case "arithmetic":
    case "negate":
    case "aggregate":
      return rationalText(amount(expr, reading));
    case "step":
    case "term":
    case "value":
    case "measured":
    case "key":
      return named(expr, reading);
    case "ofEpisode":
      // In a group only its one record, or what all of them share, can stand alone.
      return normal(expr.of, reading);
    case "field":
      return fieldText(expr.field, reading);
    case "decisionDate":
      return dayThatDecides(reading);
    case "not":
      return negation(expr.of, reading);
    case "and":
    case "or":
      return joined(
        expr.kind,
        expr.of.map((part) => normal(part, reading)),
      );
    case "least":
    case "greatest":
      return list(
        expr.kind,
        expr.of.map((part) => normal(part, reading)),
      );
    case "compare":
      return comparison(expr.operator, expr.left, expr.right, reading);
    case "choose":
      return alternatives(expr.by, (it) => normal(it, reading));
    case "eventDate":
      return eventText(expr.event, reading);
    default:
      return plainly(expr, reading);
  }
}

/** The alternatives with their guards; what always stands alone is itself. */
export function alternatives<T>(by: Alternatives<T>, text: (it: T) => string): string {
  const [first] = by;
  if (first !== undefined && first.guard === null) return text(first.it);
  return `choose [${by.map(({ guard, it }) => `${guardText(guard)}: ${text(it)}`).join(" | ")}]`;
}

export function guardText(guard: Guard | null): string {
  return guard === null ? "always" : `${guard.question} is ${[...guard.readings].sort(byCodePoint).join(",")}`;
}

/** `and` and `or` in any order, each member once, without what decides nothing. */
export function joined(kind: "and" | "or", parts: readonly string[]): string {
  const opening = `${kind} [`;
  const flat = parts.flatMap((part) => (part.startsWith(opening) ? membersOf(part) : [part]));
  const idle = kind === "and" ? "yes" : "no";
  const members = [...new Set(flat)].filter((part) => part !== idle).sort(byCodePoint);
  const [only] = members;
  if (only === undefined) return idle;
  return members.length === 1 ? only : `${opening}${members.map((part) => part.length + ":" + part).join(" ")}]`;
}

/** Members stand with their lengths, so that they are found again whatever signs are in them. */
function membersOf(text: string): readonly string[] {
  const found: string[] = [];
  let at = text.indexOf("[") + 1;
  while (at < text.length - 1) {
    const colon = text.indexOf(":", at);
    const length = Number(text.slice(at, colon));
    found.push(text.slice(colon + 1, colon + 1 + length));
    at = colon + 1 + length + 1;
  }
  return found;
}

function list(kind: "least" | "greatest", parts: readonly string[]): string {
  const members = [...new Set(parts)].sort(byCodePoint);
  const [only = ""] = members;
  const days = members.map(constantDay);
  if (days.every((day) => day !== undefined)) {
    const day = kind === "least" ? Math.min(...days) : Math.max(...days);
    return day === Infinity ? never : `date ${day}`;
  }
  return members.length === 1 ? only : `${kind} [${members.join(" ; ")}]`;
}

function negation(of: Expr, reading: Reading): string {
  switch (of.kind) {
    case "not":
      return normal(of.of, reading);
    case "and":
    case "or":
      return joined(
        of.kind === "and" ? "or" : "and",
        of.of.map((part) => negation(part, reading)),
      );
    case "compare":
      return comparison(opposite[of.operator], of.left, of.right, reading);
    case "truth":
      return { yes: "no", no: "yes", unknown: "unknown" }[of.holds];
    default:
      return `not ${normal(of, reading)}`;
  }
}

function comparison(operator: Operator, left: Expr, right: Expr, reading: Reading): string {
  if (kindOf(left, reading.kinds).kind === "quantity") {
    const difference = plus(amount(left, reading), negated(amount(right, reading)));
    const { text, turned } = sign(difference, isCount);
    return `${text} ${turned ? turnedAround[operator] : operator} 0`;
  }
  const sides: readonly [string, string] = [normal(left, reading), normal(right, reading)];
  const difference = daysBetween(...sides);
  if (difference !== undefined) return holdsFor(operator, difference) ? "yes" : "no";
  const isTurned = byCodePoint(...sides) > 0;
  const [first, second] = isTurned ? [sides[1], sides[0]] : sides;
  return `(${first}) ${isTurned ? turnedAround[operator] : operator} (${second})`;
}

function eventText(event: Id, { run }: Reading): string {
  const state = run.events.get(event);
  if (state?.kind === "happened") return `date ${state.day}`;
  return state?.kind === "notYet" ? never : `event ${event}`;
}

/** An amount as a rational function of what is not looked into. */
export function amount(expr: Expr, reading: Reading): Rational {
  switch (expr.kind) {
    case "quantity":
      return constant(ratioFromText(expr.exact));
    case "negate":
      return negated(amount(expr.of, reading));
    case "ofEpisode":
      return amount(expr.of, reading);
    case "arithmetic": {
      const [left, right] = [amount(expr.left, reading), amount(expr.right, reading)];
      if (expr.operator === "+") return plus(left, right);
      if (expr.operator === "-") return plus(left, negated(right));
      return expr.operator === "*" ? times(left, right) : over(left, right, isNeverZero(expr.right, reading));
    }
    case "step": {
      const steps = reading.rule?.steps.filter(({ name }) => name === expr.name) ?? [];
      const [only] = steps;
      if (only?.guard === null && steps.length === 1) return amount(only.value, reading);
      break;
    }
    case "value": {
      const value = reading.run.valueOf(expr.value);
      const row = soleRow(value, reading);
      const [cell] = row?.kind === "written" ? row.row.cells : [];
      if (row?.kind === "supplied") return constant(row.exact);
      if (expr.at === null && value.dependsOn.length === 0 && cell !== undefined && cell.value !== null)
        return amount(cell.value, { ...reading, document: value.document });
      break;
    }
    case "term": {
      const body = soleBody(reading.run.termOf(expr.term), reading);
      if (expr.at === null && body?.kind === "expression")
        return amount(body.value, { ...reading, document: reading.run.termOf(expr.term).document });
      break;
    }
    case "aggregate":
      return aggregateAmount(expr, reading);
    default:
      break;
  }
  return unknownNamed(opaque(expr, reading), false);
}

function opaque(expr: Expr, reading: Reading): string {
  return expr.kind === "step" || expr.kind === "value" || expr.kind === "term" || expr.kind === "measured"
    ? named(expr, reading)
    : normal(expr, reading);
}

/** A mean over the group is its sum by its number. Of a day rule what is counted is left as it is. */
function aggregateAmount(expr: Aggregate, reading: Reading): Rational {
  const isPlain = expr.per === null && expr.over.kind === "group" && reading.rule?.grain.kind === "episode";
  const count: Aggregate = { ...expr, function: "count", of: null };
  if (isPlain && expr.function === "mean") {
    const sum = unknownNamed(aggregateText({ ...expr, function: "sum" }, reading), false);
    return over(sum, aggregateAmount(count, reading), expr.where === null);
  }
  return unknownNamed(aggregateText(expr, reading), isPlain && expr.function === "count" && expr.where === null);
}

function isNeverZero(divisor: Expr, reading: Reading): boolean {
  if (divisor.kind === "quantity") return true;
  return divisor.kind === "aggregate" && aggregateText(divisor, reading) === plainCount;
}

/** The number of records of a group, which is never zero. */
const plainCount = "count each episode of all in group";

/** A number of records, which is never below zero; where it is zero, what is divided by it is absent. */
function isCount(text: string): boolean {
  return text === plainCount || text.startsWith("count each episode of where ");
}

function aggregateText(expr: Aggregate, reading: Reading): string {
  const of = expr.of === null ? "" : normal(expr.of, reading);
  const where = expr.where === null ? "" : `where ${normal(expr.where, reading)}`;
  const isEpisodes = reading.rule?.grain.kind === "episode" && expr.each === "episode" && expr.per === null;
  if (isEpisodes && expr.function === "count" && expr.over.kind === "group")
    return where === "" ? plainCount : `count each episode of ${where}`;
  const per = expr.per === null ? "" : `per ${normal(expr.per.value, reading)} ${expr.perFunction ?? ""}`;
  const span = expr.over.kind === "allDays" ? spanText(expr.over, reading) : expr.over.kind;
  return `${expr.function} each ${expr.each} of (${of}) ${where} ${per} over ${span}`;
}

function spanText(
  { from, fromCounted, to, toCounted }: Aggregate["over"] & { kind: "allDays" },
  reading: Reading,
): string {
  return `days ${normal(from, reading)} ${fromCounted} ${normal(to, reading)} ${toCounted}`;
}

type Named = Expr & { readonly kind: "step" | "term" | "value" | "measured" | "key" };

function named(expr: Named, reading: Reading): string {
  const at = expr.kind === "term" || expr.kind === "value" ? expr.at : null;
  const text = namedText(expr, reading);
  return at === null ? text : `on ${normal(at, reading)} (${text})`;
}

function namedText(expr: Named, reading: Reading): string {
  switch (expr.kind) {
    case "step": {
      const steps = reading.rule?.steps.filter(({ name }) => name === expr.name) ?? [];
      return alternatives(
        steps.map(({ guard, value }) => ({ guard, it: value })),
        (value) => normal(value, reading),
      );
    }
    case "key": {
      const keys = reading.rule?.keys ?? [];
      return alternatives(keys, (list) => {
        const key = list.find(({ name }) => name === expr.name);
        return key === undefined ? "" : `key ${normal(key.value, reading)}`;
      });
    }
    case "term":
      return termText(reading.run.termOf(expr.term), reading);
    case "value":
      return valueText(reading.run.valueOf(expr.value), reading);
    case "measured": {
      const { id, fixed } = reading.run.measuredOf(expr.measured);
      const supplied = reading.run.supplied.get(id) ?? [];
      const otherwise = fixed === null ? `${notFixed} ${id}` : normal(fixed, reading);
      return supplied.length === 0 ? otherwise : `supplied ${suppliedText(supplied)} else ${otherwise}`;
    }
  }
}

function termText(term: Term, reading: Reading): string {
  const known = reading.known.get(term.id);
  if (known !== undefined) return known;
  const inside = { ...reading, document: term.document };
  const body = soleBody(term, reading);
  const text =
    body !== undefined
      ? bodyText(body, inside)
      : `term [${term.definitions.map(({ from, by }) => `${from ?? "always"}: ${alternatives(by, (it) => bodyText(it, inside))}`).join(" | ")}]`;
  reading.known.set(term.id, text);
  return text;
}

export function bodyText(body: TermBody, reading: Reading): string {
  if (body.kind === "expression") return normal(body.value, reading);
  return joined(
    "and",
    body.lines.map(({ guard, condition }) =>
      guard === null ? normal(condition, reading) : `under ${guardText(guard)}: ${normal(condition, reading)}`,
    ),
  );
}

/** The one definition that applies whatever the day; undefined where the day decides. */
function soleBody(term: Term, { run }: Reading): TermBody | undefined {
  const isSettled = run.wording !== null && term.document === run.program.main;
  const [first] = term.definitions;
  const isOne = term.definitions.length === 1 && first?.from === null;
  if (!isSettled && !isOne) return undefined;
  if (isOne && !isSettled && first.by[0]?.guard !== null) return undefined;
  return definitionOn(term, run.wording, run)?.body;
}

/** The one row that applies whatever the day; undefined where the day decides, or where there is none. */
function soleRow(value: Value, { run }: Reading): RowInForce | undefined {
  const isSettled = run.wording !== null && value.document === run.program.main;
  return isSettled ? rowOn(value, run.wording, run) : undefined;
}

function valueText(value: Value, reading: Reading): string {
  const inside = { ...reading, document: value.document };
  const cells = (row: Value["rows"][number]): string =>
    row.cells
      .map(({ keys, value: cell }) => `${canonical(keys)} ${cell === null ? notKnown : normal(cell, inside)}`)
      .join(", ");
  const by = value.dependsOn.map((choice) => normal(choice, inside)).join(", ");
  const row = soleRow(value, reading);
  if (row?.kind === "supplied") return rationalText(constant(row.exact));
  if (row?.kind === "written") {
    const [cell] = row.row.cells;
    if (by === "" && cell !== undefined && cell.value !== null) return normal(cell.value, inside);
    return `value ${value.id} by ${by}: ${cells(row.row)}`;
  }
  const supplied = suppliedText(reading.run.supplied.get(value.id) ?? []);
  const rows = value.rows
    .map((each) => `${each.from ?? "always"} ${guardText(each.guard)}: ${cells(each)}`)
    .join(" | ");
  return `value ${value.id} by ${by}: [${rows}] until ${value.until ?? "always"} supplied ${supplied}`;
}

/** A cell that says `saknas`. */
const notKnown = "not known";
/** What is measured and has no amount of its own. */
const notFixed = "not fixed";

/** Whether what a text reads may stop a run: a value that is not known does as soon as it is read. */
export function readsOpenValue(text: string): boolean {
  return text.includes(notKnown) || text.includes(notFixed);
}

function suppliedText(
  rows: readonly { readonly from: number | null; readonly exact: { over: bigint; under: bigint } }[],
): string {
  return rows.map(({ from, exact }) => `${from ?? "always"} ${ratioText(exact)}`).join(", ");
}

function fieldText(id: Id, { run }: Reading): string {
  const { code, kind, empty } = run.fieldOf(id);
  return `field ${code} ${kind.kind} ${empty}`;
}

function dayThatDecides({ run, document }: Reading): string {
  return run.wording !== null && document === run.program.main ? `date ${run.wording}` : ownDay;
}

/** Every other kind: its own words, and its parts in their order. */
function plainly(expr: Expr, reading: Reading): string {
  if (expr.kind === "date") return `date ${expr.day}`;
  if (expr.kind === "truth") return expr.holds;
  const words = Object.entries(expr)
    .filter(([key, said]) => key !== "document" && (typeof said !== "object" || said === null))
    .map(([key, said]) => `${key} ${String(said)}`);
  const own = "document" in expr ? [`weekdays ${weekdaysText(expr.document, reading)}`] : [];
  const parts = children(expr).map((part) => normal(part, reading));
  return `${[...words, ...own].join(" ")} {${parts.join(" ; ")}}`;
}

function weekdaysText(document: string, { run }: Reading): string {
  return [...run.documentOf(document).weekdaysExcept].sort(byCodePoint).join(",");
}
