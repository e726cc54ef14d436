// What becomes of a record, or a day, that a rule has taken: it counts, is not charged with a reason, or is undecided.
// Rule: the first line that is no decides, even where another is unknown (docs/meaning.md 3.6).

import { NO, NOT_KNOWN } from "@avtal/runtime/columns";
import { definitionOn, pick } from "@avtal/compiler/ir/in-force";
import type { Key, Requirement, Rule } from "@avtal/compiler/ir/ir";
import { absentFacts, factsOfUnknownLines } from "./absent-facts.ts";
import { evaluate, truthIn } from "./evaluate.ts";
import { linesInForce } from "./reading.ts";
import type { Scope } from "./scope.ts";
import { isAbsent, type Value } from "./values.ts";

export type Standing =
  | { readonly kind: "counts" }
  | { readonly kind: "notCharged"; readonly reason: Reason }
  | { readonly kind: "undecided"; readonly missing: readonly string[] };

export interface Reason {
  /** The line that failed, as written. */
  readonly says: string;
  /** Place of its clause, or of its rule's; empty where neither cites one. */
  readonly clause: string;
}

export function judge(rule: Rule, scope: Scope): Standing {
  const lines = linesInForce(rule.requires, scope);
  const failing = lines.find((line) => truthIn(line.condition, scope) === NO);
  if (failing !== undefined) return { kind: "notCharged", reason: reasonOf(failing, rule, scope) };
  if (lines.some((line) => truthIn(line.condition, scope) === NOT_KNOWN)) {
    return { kind: "undecided", missing: factsOfUnknownLines(lines, scope) };
  }
  switch (rule.purpose.kind) {
    case "noCharge":
      return { kind: "notCharged", reason: { says: "ingen debitering", clause: clauseText(rule.clause, scope) } };
    case "notModelled":
      return { kind: "undecided", missing: [] };
    case "charge":
    case "statistic":
      return placed(rule, scope);
  }
}

/** The keys of a rule on the decision day at hand. */
export function keysOf(rule: Rule, scope: Scope): readonly Key[] {
  return pick(rule.keys, scope.own, scope.run) ?? [];
}

/** The values of the keys for one record; the record itself for `vårdtillfälle`. */
export function keyValues(keys: readonly Key[], scope: Scope): Value[] {
  return keys.map((key) => {
    if (key.role !== "episode") return evaluate(key.value, scope);
    const id = scope.record === null ? undefined : scope.episodes.ids[scope.record];
    if (id === undefined) throw new Error("A record without an id.");
    return { kind: "text", text: id };
  });
}

export function clauseText(clause: number | null, { run }: Scope): string {
  return clause === null ? "" : (run.program.clauses[clause]?.place ?? "");
}

function placed(rule: Rule, scope: Scope): Standing {
  const keys = keysOf(rule, scope);
  const values = keyValues(keys, scope);
  const absent = keys.filter((_, index) => isAbsent(values[index] ?? { kind: "missing" }));
  if (absent.length === 0) return { kind: "counts" };
  const missing = absentFacts(
    absent.map((key) => key.value),
    scope,
  );
  return { kind: "undecided", missing };
}

/** The innermost line that is no: of a `villkor` that fails, its first failing line. */
function reasonOf(line: Requirement, rule: Rule, scope: Scope): Reason {
  const inner = failingLineOf(line, scope);
  const own = { says: line.says, clause: clauseText(line.clause ?? rule.clause, scope) };
  if (inner === undefined) return own;
  return { says: inner.line.says, clause: clauseText(inner.line.clause ?? inner.clause, scope) || own.clause };
}

function failingLineOf(
  { condition }: Requirement,
  scope: Scope,
): { readonly line: Requirement; readonly clause: number | null } | undefined {
  if (condition.kind !== "term" || condition.at !== null) return undefined;
  const term = scope.run.termOf(condition.term);
  const body = definitionOn(term, scope.own, scope.run)?.body;
  if (body?.kind !== "condition") return undefined;
  const inside = { ...scope, document: term.document };
  const line = linesInForce(body.lines, scope).find((each) => truthIn(each.condition, inside) === NO);
  if (line === undefined) return undefined;
  return failingLineOf(line, inside) ?? { line, clause: term.clause };
}
