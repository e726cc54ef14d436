// What expressions read, as tables of the generated module: fields, dated values, terms, events, readings and spans.
// Rule: what is made of fields alone is only their columns, so that most tables are a line; the order is the written one.

import { canonical } from "../../ir/canonical.ts";
import { children, descendants } from "../../ir/children.ts";
import type { Alternatives, Expr } from "../../ir/ir.ts";
import { array, nothing, object, text, type Code } from "./code.ts";
import { ofRecordCode } from "./closures.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { dateCode, numberCode, type Place } from "./expression-code.ts";
import { eventTable, guardTable } from "./choosable-code.ts";
import { isDatedTerm, placeIn, termTable } from "./term-code.ts";
import { measuredTable, valueTable } from "./value-code.ts";

/** A column name, or a table. */
export type Read = string | Code;

/**
 * Whether anybody will ask which facts an expression lacked: nobody (then fields are left out), only where it came out
 * absent, or in any case. An expression that may have a value although something in it is absent is then told apart.
 */
export type Lacking = "nobody asks" | "where absent" | "in any case";

export function readsCode(
  exprs: readonly Expr[],
  place: Place,
  emission: Emission,
  lacking: Lacking = "in any case",
): Code {
  const reads = exprs.flatMap((expr) => readsOf(expr, place, emission, lacking));
  return readsArray(lacking === "nobody asks" ? reads.filter((read) => typeof read !== "string") : reads);
}

/** Lines under their readings, as the runtime's `Written`. */
export function writtenCode(
  alternatives: Alternatives<readonly Expr[]>,
  place: Place,
  emission: Emission,
  lacking: Lacking = "in any case",
): Code {
  return array(
    alternatives.map(({ guard, it }) =>
      object([
        { name: "guard", value: guardTable(guard, emission) },
        { name: "it", value: readsCode(it, place, emission, lacking) },
      ]),
    ),
  );
}

export function readsOf(
  expr: Expr,
  place: Place,
  emission: Emission,
  lacking: Lacking = "nobody asks",
): readonly Read[] {
  const inside = (of: Lacking): readonly Read[] =>
    children(expr).flatMap((child) => readsOf(child, place, emission, of));
  switch (expr.kind) {
    case "field":
      return [emission.field(expr.field).code];
    case "term":
    case "value":
      return expr.at === null ? namedReads(expr, place, emission, lacking) : [onCode(expr, expr.at, place, emission)];
    case "measured":
      return [measuredTable(emission, expr.measured)];
    case "eventDate":
      return [tableOf("event", [["event", eventTable(emission, expr.event)]])];
    case "choose":
      return chooseReads(expr.by, place, emission, lacking);
    case "if":
      return lacking === "nobody asks" ? ifReads(expr, place, emission) : lackingInIf(expr, place, emission, lacking);
    case "aggregate":
      return aggregateReads(expr, place, emission);
    case "calendarDays":
    case "weekdays":
    case "begunDays":
      return [spanCode(expr, place, emission, lacking)];
    case "and":
    case "or":
      return onlyWhereAbsent(expr, inside(inParts(lacking)), place, emission, lacking);
    case "exists":
    case "isMissing":
      return onlyWhereAbsent(
        expr,
        inside(lacking === "nobody asks" ? lacking : "where absent"),
        place,
        emission,
        lacking,
      );
    case "isUnknown":
      return lacking === "nobody asks" ? inside(lacking) : neverLacking(inside("in any case"));
    default:
      return inside(isOpenInOnePart(expr) ? lacking : inParts(lacking));
  }
}

/** One of several parts may have a value although the whole is absent. */
function inParts(lacking: Lacking): Lacking {
  return lacking === "nobody asks" ? lacking : "in any case";
}

/** Where all other parts are written values, that part is absent whenever the whole is. */
function isOpenInOnePart(expr: Expr): boolean {
  return children(expr).filter((child) => !isWritten(child)).length === 1;
}

function isWritten({ kind }: Expr): boolean {
  return ["quantity", "date", "period", "clock", "text", "choice", "payer"].includes(kind);
}

/** Reads of an expression that may have a value although something in it is absent. */
function onlyWhereAbsent(
  expr: Expr,
  reads: readonly Read[],
  place: Place,
  emission: Emission,
  lacking: Lacking,
): readonly Read[] {
  if (lacking !== "in any case" || reads.length === 0) return reads;
  const isExact = emission.forms.ofRecord(expr).kind === "fraction";
  const asCondition: Expr = isExact ? { kind: "compare", operator: "=", left: expr, right: expr } : expr;
  return [conditional(ofRecordCode(numberCode(asCondition, place, emission)), reads, [], [])];
}

/** Reads of an expression that always has a value. */
function neverLacking(reads: readonly Read[]): readonly Read[] {
  return isPlain(reads) ? [] : [conditional(nothing, reads, [], [])];
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
  lacking: Lacking,
): readonly Read[] {
  if (expr.kind === "value") return [valueTable(emission, expr.value)];
  if (isDatedTerm(emission, expr.term)) return [termTable(emission, expr.term)];
  return plainTermReads(expr, place, emission, lacking);
}

/** The columns that a term of fields alone reads. */
function plainTermReads(
  expr: Expr & { readonly kind: "term" },
  place: Place,
  emission: Emission,
  lacking: Lacking,
): readonly Read[] {
  const { definitions, document } = emission.term(expr.term);
  const inTerm = lacking === "nobody asks" ? place : placeIn(document, emission);
  return definitions
    .flatMap(({ by }) => by.map(({ it }) => it))
    .flatMap((body) => {
      if (body.kind === "expression") return readsOf(body.value, inTerm, emission, lacking);
      const ofLines = body.lines.flatMap((line) => readsOf(line.condition, inTerm, emission, inParts(lacking)));
      return onlyWhereAbsent(expr, ofLines, place, emission, lacking);
    });
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

function chooseReads(by: Alternatives<Expr>, place: Place, emission: Emission, lacking: Lacking): readonly Read[] {
  const written = by.map(({ guard, it }) => ({ guard, it: [it] }));
  return [tableOf("choose", [["by", writtenCode(written, place, emission, lacking)]])];
}

type If = Expr & { readonly kind: "if" };

function ifReads(expr: If, place: Place, emission: Emission): readonly Read[] {
  const parts = [expr.condition, expr.then, expr.otherwise].map((part) => readsOf(part, place, emission));
  if (parts.every(isPlain)) return parts.flat();
  const [condition = [], then = [], otherwise = []] = parts;
  return [conditional(heldCode(expr, place, emission), condition, then, otherwise)];
}

/** What `A om C annars B` lacked: what C did while nobody knows it, else what the branch did that it leads to. */
function lackingInIf(expr: If, place: Place, emission: Emission, lacking: Lacking): readonly Read[] {
  const isOneOfTwo = isWritten(expr.then) && isWritten(expr.otherwise);
  if (isOneOfTwo && canonical(expr.then) !== canonical(expr.otherwise)) {
    return readsOf(expr.condition, place, emission, lacking);
  }
  const [condition = [], then = [], otherwise = []] = [expr.condition, expr.then, expr.otherwise].map((part) =>
    readsOf(part, place, emission, "where absent"),
  );
  if ([condition, then, otherwise].every((reads) => reads.length === 0)) return [];
  const either = [conditional(heldCode(expr, place, emission), condition, then, otherwise)];
  return onlyWhereAbsent(expr, either, place, emission, lacking);
}

function heldCode({ condition }: If, place: Place, emission: Emission): Code {
  return isOfGroup(condition) ? nothing : ofRecordCode(numberCode(condition, place, emission));
}

function conditional(holds: Code, condition: readonly Read[], then: readonly Read[], otherwise: readonly Read[]): Code {
  return tableOf("if", [
    ["holds", holds],
    ["condition", readsArray(condition)],
    ["then", readsArray(then)],
    ["otherwise", readsArray(otherwise)],
  ]);
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
  lacking: Lacking,
): Code {
  return tableOf("span", [
    ["ranBackwards", ofRecordCode(ranBackwardsCode(expr, place, emission))],
    ["ends", readsCode([expr.from, expr.to], place, emission, inParts(lacking))],
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
