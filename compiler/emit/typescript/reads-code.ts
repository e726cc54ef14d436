// What expressions read, as tables of the generated module: fields, dated values, terms, events, readings and spans.
// Rule: what is made of fields alone is only their columns, so that most tables are a line; the order is the written one.

import { children, descendants } from "../../ir/children.ts";
import type { Alternatives, Expr, Id } from "../../ir/ir.ts";
import { array, nothing, object, text, type Code } from "./code.ts";
import { ofRecordCode } from "./closures.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { dateCode, numberCode, type Place } from "./expression-code.ts";
import { eventTable, guardTable } from "./choosable-code.ts";
import { isDatedTerm, termTable } from "./term-code.ts";
import { measuredTable, valueTable } from "./value-code.ts";

/** A column name, or a table. */
export type Read = string | Code;

/** `fields` false leaves fields out: where nobody will ask which facts were lacking. */
export function readsCode(exprs: readonly Expr[], place: Place, emission: Emission, fields = true): Code {
  const reads = exprs.flatMap((expr) => readsOf(expr, place, emission));
  return readsArray(fields ? reads : reads.filter((read) => typeof read !== "string"));
}

/** Lines under their readings, as the runtime's `Written`. */
export function writtenCode(
  alternatives: Alternatives<readonly Expr[]>,
  place: Place,
  emission: Emission,
  fields = true,
): Code {
  return array(
    alternatives.map(({ guard, it }) =>
      object([
        { name: "guard", value: guardTable(guard, emission) },
        { name: "it", value: readsCode(it, place, emission, fields) },
      ]),
    ),
  );
}

export function readsOf(expr: Expr, place: Place, emission: Emission): readonly Read[] {
  switch (expr.kind) {
    case "field":
      return [emission.field(expr.field).code];
    case "term":
    case "value":
      return expr.at === null ? namedReads(expr, place, emission) : [onCode(expr, expr.at, place, emission)];
    case "measured":
      return [measuredTable(emission, expr.measured)];
    case "eventDate":
      return [tableOf("event", [["event", eventTable(emission, expr.event)]])];
    case "choose":
      return chooseReads(expr.by, place, emission);
    case "if":
      return ifReads(expr, place, emission);
    case "aggregate":
      return aggregateReads(expr, place, emission);
    case "calendarDays":
    case "weekdays":
    case "begunDays":
      return [spanCode(expr, place, emission)];
    default:
      return children(expr).flatMap((child) => readsOf(child, place, emission));
  }
}

/** Whether some reads are fields and nothing else. */
export function isPlain(reads: readonly Read[]): boolean {
  return reads.every((read) => typeof read === "string");
}

/** Each field once; tables as often as they are written, because their order tells which need comes first. */
export function readsArray(reads: readonly Read[]): Code {
  const seen = new Set<string>();
  const kept = reads.filter((read) => typeof read !== "string" || (!seen.has(read) && seen.add(read).size > 0));
  return array(kept.map((read) => (typeof read === "string" ? text(read) : read)));
}

function namedReads(
  expr: Expr & { readonly kind: "term" | "value" },
  place: Place,
  emission: Emission,
): readonly Read[] {
  if (expr.kind === "value") return [valueTable(emission, expr.value)];
  if (isDatedTerm(emission, expr.term)) return [termTable(emission, expr.term)];
  return plainTermReads(expr.term, place, emission);
}

/** The columns that a term of fields alone reads. */
function plainTermReads(id: Id, place: Place, emission: Emission): readonly Read[] {
  const bodies = emission.term(id).definitions.flatMap(({ by }) => by.map(({ it }) => it));
  const exprs = bodies.flatMap((body) =>
    body.kind === "expression" ? [body.value] : body.lines.map(({ condition }) => condition),
  );
  return exprs.flatMap((part) => readsOf(part, place, emission));
}

function onCode(expr: Expr & { readonly kind: "term" | "value" }, at: Expr, place: Place, emission: Emission): Code {
  const date = isOfGroup(at)
    ? libraryName(emission, "UNKNOWN")
    : library(emission, "knownDay", numberCode(at, place, emission));
  const of = expr.kind === "value" ? valueTable(emission, expr.value) : termTable(emission, expr.term);
  return tableOf("on", [
    ["date", ofRecordCode(date)],
    ["dateReads", readsCode([at], place, emission)],
    ["of", of],
  ]);
}

function chooseReads(by: Alternatives<Expr>, place: Place, emission: Emission): readonly Read[] {
  const written = by.map(({ guard, it }) => ({ guard, it: [it] }));
  return [tableOf("choose", [["by", writtenCode(written, place, emission)]])];
}

function ifReads(expr: Expr & { readonly kind: "if" }, place: Place, emission: Emission): readonly Read[] {
  const parts = [expr.condition, expr.then, expr.otherwise].map((part) => readsOf(part, place, emission));
  if (parts.every(isPlain)) return parts.flat();
  const [condition = [], then = [], otherwise = []] = parts;
  const holds = isOfGroup(expr.condition) ? nothing : ofRecordCode(numberCode(expr.condition, place, emission));
  return [
    tableOf("if", [
      ["holds", holds],
      ["condition", readsArray(condition)],
      ["then", readsArray(then)],
      ["otherwise", readsArray(otherwise)],
    ]),
  ];
}

/** An aggregate lacks no facts of one record, so where it reads fields alone there is nothing to say. */
function aggregateReads(
  expr: Expr & { readonly kind: "aggregate" },
  place: Place,
  emission: Emission,
): readonly Read[] {
  const inside: Place = { ...place, group: null };
  const reads = (parts: readonly Expr[]): readonly Read[] => parts.flatMap((part) => readsOf(part, inside, emission));
  const of = reads(expr.of === null ? [] : [expr.of]);
  const condition = reads(expr.where === null ? [] : [expr.where]);
  const others = reads([
    ...(expr.over.kind === "allDays" ? [expr.over.from, expr.over.to] : []),
    ...(expr.per === null ? [] : [expr.per.value]),
  ]);
  if ([of, condition, others].every(isPlain)) return [];
  return [
    tableOf("aggregate", [
      ["where", expr.where === null ? nothing : ofRecordCode(numberCode(expr.where, inside, emission))],
      ["of", readsArray(of)],
      ["condition", readsArray(condition)],
      ["others", readsArray(others)],
    ]),
  ];
}

function spanCode(
  expr: Expr & { readonly kind: "calendarDays" | "weekdays" | "begunDays" },
  place: Place,
  emission: Emission,
): Code {
  return tableOf("span", [
    ["ranBackwards", ofRecordCode(ranBackwardsCode(expr, place, emission))],
    ["ends", readsCode([expr.from, expr.to], place, emission)],
  ]);
}

/** Whether a span runs backwards for the record at hand. */
export function ranBackwardsCode(
  expr: Expr & { readonly kind: "calendarDays" | "weekdays" | "begunDays" },
  place: Place,
  emission: Emission,
): Code {
  if (isOfGroup(expr)) return { kind: "word", word: "false" };
  const end = (of: Expr): Code =>
    expr.kind === "begunDays" ? numberCode(of, place, emission) : dateCode(of, place, emission);
  return library(emission, "runsBackwards", end(expr.from), end(expr.to));
}

/** True where only the whole group can tell. */
export function isOfGroup(expr: Expr): boolean {
  for (const part of descendants(expr)) {
    if (part.kind === "step" || part.kind === "aggregate" || part.kind === "inARow") return true;
  }
  return false;
}

export function tableOf(kind: string, entries: readonly (readonly [string, Code])[]): Code {
  return object([
    { name: "kind", value: text(kind) },
    ...entries.map(([entryName, value]) => ({ name: entryName, value })),
  ]);
}
