// Conditions of the IR as formulas: names replaced by what they mean, as far as one meaning is certain.
// Rule: what cannot be taken apart stays one variable; where absence would need more care than a formula has, the formula
// may say yes where a run says unknown, never the other way round.

import { NOT_KNOWN, NO, YES } from "@avtal/runtime/columns";
import { whole, ratioFromText } from "@avtal/runtime/ratio";
import { canonical } from "../../ir/canonical.ts";
import { descendants, mapChildren } from "../../ir/children.ts";
import { turnedAround, type Operator } from "../../ir/comparison.ts";
import type { Alternatives, Expr, Guard, Id, Program, TermBody } from "../../ir/ir.ts";
import { kindOf, type NamedKinds } from "../../ir/kind-of.ts";
import type { Constant, Formula, Operand, Variable } from "./formula.ts";

export interface Standing {
  readonly program: Program;
  readonly kinds: NamedKinds;
  /** The date that decides, with every name in it unfolded. */
  readonly decision: Expr;
  /** `asStated`: an event that has happened did so on its day. `any`: a run may say another day. */
  readonly events: "asStated" | "any";
}

export function unfold(expr: Expr, standing: Standing): Formula {
  const part = (inner: Expr): Formula => unfold(inner, standing);
  switch (expr.kind) {
    case "truth":
      return { kind: "truth", holds: expr.holds === "yes" ? YES : expr.holds === "no" ? NO : NOT_KNOWN };
    case "not":
      return { kind: "not", of: part(expr.of) };
    case "and":
    case "or":
      return { kind: expr.kind, of: expr.of.map(part) };
    case "if":
      return { kind: "if", condition: part(expr.condition), then: part(expr.then), otherwise: part(expr.otherwise) };
    case "choose":
      return byReading(expr.by, part, unknownTruth);
    case "compare":
      return unfoldComparison(expr, standing);
    case "exists":
      return existence(resolved(expr.of, standing), standing);
    case "isMissing":
      return { kind: "not", of: existence(resolved(expr.of, standing), standing) };
    case "isUnknown":
      return doubt(expr.of, standing);
    case "term":
      return unfoldTerm(expr, standing);
    default:
      return { kind: "holds", of: variableOf(resolved(expr, standing), standing) };
  }
}

/** What stands under the reading of the case, and `otherwise` where nothing does. */
export function byReading<T>(by: Alternatives<T>, part: (it: T) => Formula, otherwise: Formula): Formula {
  return by.reduceRight<Formula>((rest, { guard, it }) => {
    if (guard === null) return part(it);
    return { kind: "if", condition: underGuard(guard), then: part(it), otherwise: rest };
  }, otherwise);
}

export function underGuard({ question, readings }: Guard): Formula {
  return { kind: "reading", question, readings };
}

const unknownTruth: Formula = { kind: "truth", holds: NOT_KNOWN };

/** A condition as it is defined on the day that decides. */
function unfoldTerm(expr: Expr & { kind: "term" }, standing: Standing): Formula {
  const term = standing.program.terms.find(({ id }) => id === expr.term);
  if (term === undefined) throw new Error(`No term is called ${expr.term}.`);
  const inside = expr.at === null ? standing : { ...standing, decision: resolved(expr.at, standing) };
  return term.definitions.reduce<Formula>((earlier, { from, by }) => {
    const defined = byReading(by, (body) => unfoldBody(body, inside), unknownTruth);
    if (from === null) return defined;
    const since = compared(">=", operandOf(inside.decision, inside), dayConstant(from));
    return { kind: "if", condition: since, then: defined, otherwise: earlier };
  }, unknownTruth);
}

function unfoldBody(body: TermBody, standing: Standing): Formula {
  if (body.kind === "expression") return unfold(body.value, standing);
  const lines = body.lines.map(({ guard, condition }): Formula => {
    const holds = unfold(condition, standing);
    if (guard === null) return holds;
    return { kind: "if", condition: underGuard(guard), then: holds, otherwise: { kind: "truth", holds: YES } };
  });
  return { kind: "and", of: lines };
}

function unfoldComparison({ operator, left, right }: Expr & { kind: "compare" }, standing: Standing): Formula {
  if (kindOf(left, standing.kinds).kind === "condition") {
    const [a, b] = [unfold(left, standing), unfold(right, standing)];
    const same: Formula = { kind: "if", condition: a, then: b, otherwise: { kind: "not", of: b } };
    return operator === "=" ? same : { kind: "not", of: same };
  }
  return compareResolved(operator, resolved(left, standing), resolved(right, standing), standing);
}

/** Choices and extremes among what is compared are taken apart; the rest is compared as it is. */
function compareResolved(operator: Operator, left: Expr, right: Expr, standing: Standing): Formula {
  if (left.kind === "if") {
    const each = (branch: Expr): Formula => compareResolved(operator, branch, right, standing);
    return {
      kind: "if",
      condition: unfold(left.condition, standing),
      then: each(left.then),
      otherwise: each(left.otherwise),
    };
  }
  if (left.kind === "choose")
    return byReading(left.by, (it) => compareResolved(operator, it, right, standing), unknownTruth);
  if (left.kind === "least" || left.kind === "greatest") {
    const joins = joinOf(left.kind, operator);
    if (joins !== undefined)
      return { kind: joins, of: left.of.map((it) => compareResolved(operator, it, right, standing)) };
  }
  if (["if", "choose", "least", "greatest"].includes(right.kind) && !isTaken(left)) {
    return compareResolved(turnedAround[operator], right, left, standing);
  }
  return compared(operator, operandOf(left, standing), operandOf(right, standing));
}

/** The least of several is below something when one of them is, and above it when all are. */
function joinOf(extreme: "least" | "greatest", operator: Operator): "and" | "or" | undefined {
  if (operator === "=" || operator === "!=") return undefined;
  const below = operator === "<" || operator === "<=";
  return below === (extreme === "least") ? "or" : "and";
}

function isTaken(expr: Expr): boolean {
  return expr.kind === "least" || expr.kind === "greatest";
}

export function compared(operator: Operator, left: Operand, right: Operand): Formula {
  return { kind: "compare", operator, left, right };
}

function existence(expr: Expr, standing: Standing): Formula {
  if (expr.kind === "if") {
    const [then, otherwise] = [existence(expr.then, standing), existence(expr.otherwise, standing)];
    return { kind: "if", condition: unfold(expr.condition, standing), then, otherwise };
  }
  if (expr.kind === "choose") return byReading(expr.by, (it) => existence(it, standing), unknownTruth);
  const operand = operandOf(expr, standing);
  return operand.kind === "variable" ? { kind: "exists", of: operand.of } : { kind: "truth", holds: YES };
}

function doubt(expr: Expr, standing: Standing): Formula {
  if (kindOf(expr, standing.kinds).kind === "condition") return { kind: "inDoubt", of: unfold(expr, standing) };
  const operand = operandOf(resolved(expr, standing), standing);
  return operand.kind === "variable" ? { kind: "unknown", of: operand.of } : { kind: "truth", holds: NO };
}

/**
 * Names are replaced by what they mean, all the way in, and the decision date by the date that it is. Where readings
 * differ there is a choice between their meanings; a name that is defined anew on some day stays a name.
 */
export function resolved(expr: Expr, standing: Standing): Expr {
  if (expr.kind === "decisionDate") return standing.decision;
  if (expr.kind === "term") {
    const meaning = meaningOf(expr.term, standing);
    const inside = expr.at === null ? standing : { ...standing, decision: resolved(expr.at, standing) };
    if (meaning !== undefined) return resolved(meaning, inside);
  }
  const parts = outermostChoice(mapChildren(expr, (child) => resolved(child, standing)));
  if ((parts.kind === "term" || parts.kind === "value") && parts.at === null)
    return { ...parts, at: standing.decision };
  return parts;
}

function meaningOf(id: Id, { program }: Standing): Expr | undefined {
  const [definition, ...others] = program.terms.find((term) => term.id === id)?.definitions ?? [];
  if (definition === undefined || others.length > 0) return undefined;
  const by = definition.by.flatMap(({ guard, it }) => (it.kind === "expression" ? [{ guard, it: it.value }] : []));
  const [first] = by;
  if (first === undefined || by.length < definition.by.length) return undefined;
  return first.guard === null ? first.it : { kind: "choose", by };
}

/** The date of one of two moments is one of two dates. */
function outermostChoice(expr: Expr): Expr {
  if (expr.kind !== "dateOf" && expr.kind !== "clockOf" && expr.kind !== "periodOf") return expr;
  const { of } = expr;
  const each = (branch: Expr): Expr => outermostChoice({ ...expr, of: branch });
  if (of.kind === "if") return { ...of, then: each(of.then), otherwise: each(of.otherwise) };
  return of.kind === "choose" ? { ...of, by: of.by.map(({ guard, it }) => ({ guard, it: each(it) })) } : expr;
}

export function operandOf(expr: Expr, standing: Standing): Operand {
  return constantOf(expr) ?? statedDay(expr, standing) ?? { kind: "variable", of: variableOf(expr, standing) };
}

function statedDay(expr: Expr, { events, program }: Standing): Constant | undefined {
  if (expr.kind !== "eventDate" || events === "any") return undefined;
  const state = program.events.find(({ id }) => id === expr.event)?.state;
  return state?.kind === "happened" ? dayConstant(state.day) : undefined;
}

export function dayConstant(day: number): Constant {
  return { kind: "number", exact: whole(day), sort: "date" };
}

function constantOf(expr: Expr): Constant | undefined {
  switch (expr.kind) {
    case "date":
      return dayConstant(expr.day);
    case "quantity":
      return { kind: "number", exact: ratioFromText(expr.exact), sort: "quantity" };
    case "period":
      return { kind: "number", exact: whole(expr.index), sort: expr.of };
    case "clock":
      return { kind: "number", exact: whole(expr.seconds), sort: "clock" };
    case "choice":
    case "payer":
      return { kind: "name", text: expr.code };
    case "text":
      return { kind: "name", text: expr.text };
    default:
      return undefined;
  }
}

function variableOf(expr: Expr, standing: Standing): Variable {
  return {
    key: canonical(expr),
    expr,
    sort: sortOf(expr, standing),
    absent: absentOf(expr, standing),
    oftenAbsent: isOptionalField(expr, standing.program),
  };
}

function isOptionalField(expr: Expr, program: Program): boolean {
  if (expr.kind === "dateOf") return isOptionalField(expr.of, program);
  return expr.kind === "field" && (program.fields.find(({ id }) => id === expr.field)?.optional ?? false);
}

function sortOf(expr: Expr, { kinds, program }: Standing): Variable["sort"] {
  const kind = kindOf(expr, kinds);
  switch (kind.kind) {
    case "condition":
      return { kind: "condition" };
    case "choice": {
      const choices = program.fields.find(({ id }) => id === kind.field)?.choices ?? [];
      return { kind: "name", known: choices.map(({ code }) => code) };
    }
    case "payer":
    case "text":
      return { kind: "name", known: null };
    case "quantity":
      return { kind: "order", sort: "quantity", whole: kind.whole, never: false };
    default:
      return { kind: "order", sort: kind.kind, whole: kind.kind !== "moment", never: expr.kind === "eventDate" };
  }
}

/** A field is absent in one way only; what is worked out may be absent in either. */
function absentOf(expr: Expr, { program }: Standing): Variable["absent"] {
  if (expr.kind === "eventDate") return ["unknown"];
  if (expr.kind === "theDay") return [];
  const found = new Set<"missing" | "unknown">();
  for (const part of descendants(expr)) {
    if (part.kind === "field") found.add(program.fields.find(({ id }) => id === part.field)?.empty ?? "unknown");
    if (part.kind === "term" || part.kind === "value" || part.kind === "measured" || part.kind === "fact") {
      found.add("missing");
      found.add("unknown");
    }
    if (part.kind === "eventDate" || part.kind === "payerOn") found.add("unknown");
    if (part.kind === "payerOn" || part.kind === "arithmetic") found.add("missing");
  }
  return [...found];
}
