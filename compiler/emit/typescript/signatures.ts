// What each term and value must be handed to be worked out: the record, the day that decides, the day looked at.
// Rule: a function takes what its parts take and nothing more, so that its head says what it depends on.

import { children } from "../../ir/children.ts";
import type { Alternatives, Expr, Guard, Id, Program } from "../../ir/ir.ts";
import { readByBody } from "../../ir/parts.ts";

export interface Signature {
  readonly record: boolean;
  readonly day: boolean;
  readonly theDay: boolean;
}

export interface Signatures {
  readonly ofTerm: (id: Id) => Signature;
  readonly ofValue: (id: Id) => Signature;
  readonly ofMeasured: (id: Id) => Signature;
  /** Of an expression of the record stage. */
  readonly ofExpr: (expr: Expr) => Signature;
  readonly ofGuard: (guard: Guard | null) => Signature;
}

export const nothing: Signature = { record: false, day: false, theDay: false };
const record: Signature = { ...nothing, record: true };
const day: Signature = { ...nothing, day: true };

export function signaturesOf(program: Program): Signatures {
  const terms = new Map<Id, Signature>();
  const values = new Map<Id, Signature>();
  const measured = new Map<Id, Signature>();
  const questions = new Map(program.questions.map((question) => [question.id, question]));

  const ofGuard = (guard: Guard | null): Signature =>
    guard !== null && (questions.get(guard.question)?.chosen.length ?? 0) > 1 ? day : nothing;
  const ofAlternatives = (alternatives: Alternatives<Expr>): Signature =>
    union(alternatives.flatMap(({ guard, it }) => [ofGuard(guard), ofExpr(it)]));

  const ofExpr = (expr: Expr): Signature => {
    switch (expr.kind) {
      case "field":
        return record;
      case "theDay":
        return { ...nothing, theDay: true };
      case "decisionDate":
        return day;
      case "term":
        return onDay(signatures.ofTerm(expr.term), expr.at);
      case "value":
        return onDay(signatures.ofValue(expr.value), expr.at);
      case "measured":
        return signatures.ofMeasured(expr.measured);
      case "fact":
        return union([day, ofExpr(expr.of)]);
      case "choose":
        return ofAlternatives(expr.by);
      case "aggregate":
        // Over all records: the records are its own, the day is that of whoever asks.
        return { ...union(children(expr).map(ofExpr)), record: false, theDay: false };
      default:
        return union(children(expr).map(ofExpr));
    }
  };
  /** Under `vid` the day is the one given. */
  const onDay = (of: Signature, at: Expr | null): Signature =>
    at === null ? of : union([{ ...of, day: false }, ofExpr(at)]);

  const signatures: Signatures = {
    ofGuard,
    ofExpr,
    ofTerm: (id) =>
      remembered(terms, id, () => {
        const term = program.terms.find((each) => each.id === id);
        const parts = (term?.definitions ?? []).flatMap(({ from, by }) => [
          from === null ? nothing : day,
          ...by.flatMap(({ guard, it }) => [
            ofGuard(guard),
            ...(it.kind === "condition" ? it.lines.map((line) => ofGuard(line.guard)) : []),
            ...readByBody(it).map(ofExpr),
          ]),
        ]);
        return union(parts);
      }),
    ofValue: (id) =>
      remembered(values, id, () => {
        const value = program.values.find((each) => each.id === id);
        const cells = (value?.rows ?? []).flatMap((row) =>
          row.cells.flatMap((cell) => (cell.value === null ? [] : [ofExpr(cell.value)])),
        );
        return union([day, ...(value?.dependsOn ?? []).map(ofExpr), ...cells]);
      }),
    ofMeasured: (id) =>
      remembered(measured, id, () => {
        const found = program.measured.find((each) => each.id === id);
        const fixed = found?.fixed ?? null;
        return union([day, ...(fixed === null ? [] : [ofExpr(fixed)])]);
      }),
  };
  return signatures;
}

export function union(signatures: readonly Signature[]): Signature {
  return {
    record: signatures.some((each) => each.record),
    day: signatures.some((each) => each.day),
    theDay: signatures.some((each) => each.theDay),
  };
}

function remembered(known: Map<Id, Signature>, id: Id, make: () => Signature): Signature {
  const found = known.get(id);
  if (found !== undefined) return found;
  const made = make();
  known.set(id, made);
  return made;
}
