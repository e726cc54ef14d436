// The steps of a rule in order of evaluation, each with the rounding that a line asks for outermost.
// Rule: a step reads only steps that stand before it; where a rounding depends on a reading, the step chooses between them.

import { roundingUnitOf } from "../../check/rounding-unit.ts";
import type { Document } from "../../resolve/document.ts";
import type { RoundTo } from "../../syntax/ast.ts";
import { ratio, ratioText } from "@avtal/runtime/ratio";
import { descendants } from "../children.ts";
import type { Expr, Guard, RuleStep, ValueKind } from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { codeName } from "./id.ts";
import { valueKindAt } from "./kinds.ts";
import { alternatives, coverEverything } from "./readings.ts";
import { linesOf, type LineOf } from "./rule-lines.ts";
import type { StandingLine } from "./rule-variants.ts";
import type { Standing } from "./standing.ts";

export function stepsOf(
  lines: readonly StandingLine[],
  inStage: (scope: string) => Standing,
  document: Document,
  gathered: Gathering,
): readonly RuleStep[] {
  const roundings = linesOf(lines, "round");
  const steps = linesOf(lines, "step").map(({ line, guard, scope }): RuleStep => {
    const name = line.name.text;
    const unrounded = lowerExpression(line.value, inStage(scope), gathered);
    const kind = valueKindAt(line.value, gathered.front);
    const own = roundings.filter((rounding) => rounding.line.name.text === name);
    return {
      name,
      code: codeName(name),
      kind: kindRounded(kind, own, gathered),
      guard,
      value: withRounding(unrounded, { kind, guard, roundings: own }, gathered),
      clause: gathered.clauses.indexOf(line.cites, document),
    };
  });
  return inEvaluationOrder(steps);
}

interface Rounding {
  readonly line: LineOf<"round">;
  readonly guard: Guard | null;
}

interface Unrounded {
  readonly kind: ValueKind;
  readonly guard: Guard | null;
  readonly roundings: readonly Rounding[];
}

function withRounding(value: Expr, { kind, guard, roundings }: Unrounded, gathered: Gathering): Expr {
  const applying = roundings.flatMap((rounding) => {
    const under = guardUnder(rounding.guard, guard);
    return under === "never" ? [] : [{ guard: under, it: rounded(value, kind, rounding.line) }];
  });
  const by = alternatives(applying);
  const [first] = by;
  if (first === undefined) return value;
  if (first.guard === null) return first.it;
  const guards = by.map((each) => each.guard);
  return { kind: "choose", by: coverEverything(guards, gathered) ? by : [...by, { guard: null, it: value }] };
}

/** Whole where it is rounded to whole units under every reading. */
function kindRounded(kind: ValueKind, roundings: readonly Rounding[], gathered: Gathering): ValueKind {
  if (kind.kind !== "quantity") return kind;
  const toWhole = roundings.filter(({ line }) => !grainOf(line.to, kind).includes("/"));
  const guards = toWhole.map(({ guard }) => guard);
  return coverEverything(guards, gathered) ? { ...kind, whole: true } : kind;
}

/** A rounding's guard for a step that itself stands under one: null where it follows from that. */
function guardUnder(rounding: Guard | null, step: Guard | null): Guard | null | "never" {
  if (rounding === null || step === null || rounding.question !== step.question) return rounding;
  const both = step.readings.filter((reading) => rounding.readings.includes(reading));
  if (both.length === 0) return "never";
  return both.length === step.readings.length ? null : { question: rounding.question, readings: both };
}

function rounded(value: Expr, kind: ValueKind, { to, mode }: LineOf<"round">): Expr {
  return { kind: "round", of: value, to: grainOf(to, kind), mode };
}

/** Whole kronor are 100 öre; decimals are of the unit that people see. */
function grainOf(to: RoundTo, kind: ValueKind): string {
  const inOre = kind.kind === "quantity" && (kind.unit === "money" || kind.unit === "moneyPerDay");
  if (to.kind === "decimals") return ratioText(ratio(inOre ? 100n : 1n, 10n ** BigInt(to.count)));
  return `${roundingUnitOf(to.unit.text)?.ore ?? 1}`;
}

/** Written order, except that a step comes after those that it reads. */
function inEvaluationOrder(steps: readonly RuleStep[]): readonly RuleStep[] {
  const placed = new Set<RuleStep>();
  const place = (step: RuleStep, above: readonly string[]): void => {
    if (placed.has(step) || above.includes(step.name)) return;
    for (const part of descendants(step.value)) {
      if (part.kind !== "step") continue;
      for (const read of steps) if (read.name === part.name) place(read, [...above, step.name]);
    }
    placed.add(step);
  };
  for (const step of steps) place(step, []);
  return [...placed];
}
