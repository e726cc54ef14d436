// The date and the clock time of a moment, computed apart: two small numbers instead of one that no machine word holds.
// Rule: only where the two parts cannot come from different moments, as they could under a condition that is in doubt.

import type { Expr, Id, Term, TermBody } from "../../ir/ir.ts";
import { call, element, member, returned, type Code, type Statement } from "./code.ts";
import { docOf } from "./docs.ts";
import { factPath, library, libraryName, type Emission } from "./emission.ts";
import { alternativesCode, argumentsAt, guardCode, numberCode, ofRecord, type Place } from "./expression-code.ts";
import { parametersOf, placeIn, termFunction } from "./term-code.ts";

export type MomentPart = "date" | "clock";

/** The part of a moment as code; null where the moment must be worked out whole. */
export function momentPart(expr: Expr, part: MomentPart, place: Place, emission: Emission): Code | null {
  return isSplit(expr, emission) ? partCode(expr, part, place, emission) : null;
}

function partCode(expr: Expr, part: MomentPart, place: Place, emission: Emission): Code {
  switch (expr.kind) {
    case "field":
      return fieldPart(expr.field, part, place, emission);
    case "term":
      return call(termPart(expr.term, part, emission), ...argumentsAt(emission.signatures.ofTerm(expr.term), place));
    case "if": {
      const condition = numberCode(expr.condition, place, emission);
      const branches = [expr.then, expr.otherwise].map((branch) => partCode(branch, part, place, emission));
      return library(emission, "decided", condition, ...branches);
    }
    case "choose": {
      const parts = expr.by.map(({ guard, it }) => ({ guard, code: partCode(it, part, place, emission) }));
      return alternativesCode(parts, place, emission);
    }
    default:
      throw new Error(`A ${expr.kind} has no parts of a moment.`);
  }
}

function fieldPart(id: Id, part: MomentPart, place: Place, emission: Emission): Code {
  const facts = factPath(emission, emission.field(id));
  const at = (column: string): Code => element(member(facts, column), place.record, libraryName(emission, "UNKNOWN"));
  return part === "date" ? at("days") : library(emission, "clockBeside", at("days"), at("seconds"));
}

/** A function beside the term's own, for one part of it. */
function termPart(id: Id, part: MomentPart, emission: Emission): string {
  const term = emission.term(id);
  const wish = `${termFunction(emission, id)}${part === "date" ? "Date" : "Clock"}`;
  return emission.declared(`${part} ${id}`, wish, (own) => ({
    kind: "function",
    name: own,
    parameters: parametersOf(emission.signatures.ofTerm(id)),
    returns: "number",
    body: partBody(term, part, emission),
    doc: docOf(emission, { says: `${part === "date" ? "datum" : "klockslag"} för ${term.name}`, clause: term.clause }),
    exported: false,
  }));
}

function partBody(term: Term, part: MomentPart, emission: Emission): readonly Statement[] {
  const statements: Statement[] = [];
  for (const { guard, it } of term.definitions[0]?.by ?? []) {
    const test = guardCode(guard, ofRecord, emission);
    const value = returned(partCode(expressionOf(it), part, placeIn(term.document, emission), emission));
    if (test === null) return [...statements, value];
    statements.push({ kind: "if", test, then: [value], otherwise: [] });
  }
  return [...statements, returned(libraryName(emission, "MISSING"))];
}

function isSplit(expr: Expr, emission: Emission): boolean {
  switch (expr.kind) {
    case "field":
      return emission.field(expr.field).kind.kind === "moment";
    case "term":
      return expr.at === null && isSplitTerm(expr.term, emission);
    case "if":
      return isCertain(expr.condition, emission) && isSplit(expr.then, emission) && isSplit(expr.otherwise, emission);
    case "choose":
      return expr.by.every(({ it }) => isSplit(it, emission));
    default:
      return false;
  }
}

function isSplitTerm(id: Id, emission: Emission): boolean {
  return emission.remembered(`split ${id}`, () => {
    const { definitions } = emission.term(id);
    const [only, ...others] = definitions;
    if (only === undefined || only.from !== null || others.length > 0) return false;
    return only.by.every(({ it }) => it.kind === "expression" && isSplit(it.value, emission));
  });
}

/** True where a condition is yes or no for every record. */
function isCertain(condition: Expr, emission: Emission): boolean {
  switch (condition.kind) {
    case "truth":
      return condition.holds !== "unknown";
    case "isUnknown":
      return true;
    case "exists":
    case "isMissing":
      return condition.of.kind === "field" && isNeverUnknown(condition.of.field, emission);
    case "not":
      return isCertain(condition.of, emission);
    case "and":
    case "or":
      return condition.of.every((part) => isCertain(part, emission));
    default:
      return false;
  }
}

/** Columns of dates and moments hold the sentinel that the vocabulary says and no other. */
function isNeverUnknown(id: Id, emission: Emission): boolean {
  const { kind, empty } = emission.field(id);
  return empty === "missing" && (kind.kind === "date" || kind.kind === "moment");
}

function expressionOf(body: TermBody): Expr {
  if (body.kind !== "expression") throw new Error("A condition is no moment.");
  return body.value;
}
