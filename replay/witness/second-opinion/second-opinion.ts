// What a solver from outside says of two wordings: whether any record, or any group of them, can come out otherwise.
// Rule: asked by the same composition as the proof, in formulas written apart from it. A population is never unrolled.

import type { Aggregate, Expr, Rule } from "@avtal/compiler/ir/ir";
import { cutsOf } from "@avtal/compiler/ir/reads";
import { descendants } from "@avtal/compiler/ir/children";
import { kindOf, namedKinds } from "@avtal/compiler/ir/kind-of";
import { runOf, type Run } from "@avtal/compiler/ir/run";
import { select } from "@avtal/compiler/ir/select";
import type { Side } from "../verdict.ts";
import { declared, formula, isEqual, there, type Formula, type FormulaScope, type Spoken } from "./formula.ts";
import type { Solver } from "./z3.ts";

/** `none`: with what the formulas cannot say, or where time ran out. */
export type Opinion =
  | { readonly kind: "same" | "differ"; readonly questions: number }
  | { readonly kind: "none"; readonly because: string };

export async function secondOpinion(a: Side, b: Side, solver: Solver): Promise<Opinion> {
  const [first, second] = [charging(a), charging(b)];
  if (first.rules.length !== second.rules.length) return { kind: "none", because: "rules" };
  let questions = 0;
  for (const [index, rule] of first.rules.entries()) {
    const other = second.rules[index];
    if (other === undefined || !isComparable(rule, other, first.run, second.run))
      return { kind: "none", because: rule.name };
    const said = await aboutRules({ rule, run: first.run }, { rule: other, run: second.run }, solver);
    if (said.kind !== "same") return said;
    questions += said.questions;
  }
  return { kind: "same", questions };
}

interface Charging {
  readonly run: Run;
  readonly rules: readonly Rule[];
}

function charging({ program, options }: Side): Charging {
  const selected = select(program, options);
  return { run: runOf(selected, options), rules: selected.rules.filter(({ purpose }) => purpose.kind !== "statistic") };
}

function isComparable(a: Rule, b: Rule, runA: Run, runB: Run): boolean {
  const roundingOf = ({ steps }: Rule): string => {
    const amount = steps.find(({ name }) => name === "belopp")?.value;
    return amount?.kind === "round" ? `${amount.to} ${amount.mode}` : "none";
  };
  return (
    a.guards.length + b.guards.length === 0 &&
    a.purpose.kind === b.purpose.kind &&
    a.grain.kind === b.grain.kind &&
    roundingOf(a) === roundingOf(b) &&
    cutsOf(a, runA).join(",") === cutsOf(b, runB).join(",")
  );
}

interface RuleOfRun {
  readonly rule: Rule;
  readonly run: Run;
}

async function aboutRules(a: RuleOfRun, b: RuleOfRun, solver: Solver): Promise<Opinion> {
  const spoken: Spoken = { declared: new Map(), words: new Map(), parts: new Map(), gaps: new Set() };
  const [ofA, ofB] = [recordOf(a, spoken), recordOf(b, spoken)];
  let questions = 0;
  const ask = async (claims: readonly string[]): Promise<"sat" | "unsat" | "unknown"> => {
    questions += 1;
    return spoken.gaps.size > 0 ? "unknown" : solver.ask(scriptOf(claims, spoken));
  };
  const none = (): Opinion => ({ kind: "none", because: [...spoken.gaps].sort().join(", ") });
  const records = await ask([recordsDiffer(ofA, ofB)]);
  if (records !== "unsat") return records === "sat" ? { kind: "differ", questions } : none();
  if (a.rule.purpose.kind !== "charge") return { kind: "same", questions };

  const names: NamedAggregate[] = [];
  for (const { rule, scope, counts } of [ofA, ofB]) {
    for (const of of aggregatesOf(rule)) {
      const added = addedBy(of, scope);
      let name: string | undefined;
      for (const known of names) {
        if (name !== undefined || known.of.function !== of.function || known.of.each !== of.each) continue;
        if ((await ask([counts, different(known.added, added)])) === "unsat") name = known.name;
      }
      names.push({ of, added, name: name ?? `sum${names.length}`, isWhole: isWhole(of, scope) });
    }
  }
  const differs = groupsDiffer(a, b, spoken, names);
  const groups = await ask([differs]);
  if (groups === "unsat") return { kind: "same", questions };
  // Sums and counts are of somebody: where no record can count, there is no group that could come out otherwise.
  const inGroup = await ask([differs, ofA.counts, `(= group_day ${ofA.date.over})`]);
  if (inGroup === "unknown") return none();
  return { kind: inGroup === "unsat" ? "same" : "differ", questions };
}

function scriptOf(claims: readonly string[], { declared: known, parts }: Spoken): string {
  const defined = [...parts].map(([key, name]) => {
    const space = key.indexOf(" ");
    return `(define-fun ${name} () ${key.slice(0, space)} ${key.slice(space + 1)})`;
  });
  return [...known.values(), ...defined, ...claims.map((claim) => `(assert ${claim})`)].join("\n");
}

interface RecordFormulas {
  readonly rule: Rule;
  readonly scope: FormulaScope;
  readonly date: Formula;
  readonly isInForce: Formula;
  readonly isAbout: Formula;
  readonly isInSpan: Formula;
  readonly holds: Formula;
  readonly keys: readonly Formula[];
  /** Whether the record counts. */
  readonly counts: string;
}

const yes: Expr = { kind: "truth", holds: "yes" };

function only(by: Rule["scope"]): Expr | undefined {
  const [first] = by;
  return first?.guard === null || first === undefined ? first?.it : { kind: "choose", by };
}

function recordOf({ rule, run }: RuleOfRun, spoken: Spoken): RecordFormulas {
  const base: FormulaScope = { run, rule, document: rule.document, own: "0", spoken, aggregate: null };
  const date = formula(only(rule.follows) ?? yes, base);
  const scope = { ...base, own: date.over };
  const isInForce = formula(
    { kind: "and", of: [run.documentOf(rule.document).inForce, only(rule.inForce) ?? yes] },
    scope,
  );
  const isAbout = formula(only(rule.scope) ?? yes, scope);
  const holds = formula(
    {
      kind: "and",
      of: rule.requires.map(({ guard, condition }) =>
        guard === null ? condition : { kind: "choose", by: [{ guard, it: condition }] },
      ),
    },
    scope,
  );
  const keys = (rule.keys[0]?.it ?? []).flatMap(({ role, value }) =>
    role === "episode" ? [] : [keyFormula(value, scope)],
  );
  const isInSpan = spanFormula(rule, scope);
  const taken = [isInForce, isAbout, isInSpan, holds].map(isYes);
  const counts = `(and (= ${date.state} 0) ${taken.join(" ")} ${keys.map(({ state }) => `(= ${state} 0)`).join(" ")})`;
  return { rule, scope, date, isInForce, isAbout, isInSpan, holds, keys, counts };
}

/** The month of a day is some number that hangs on the day alone. */
function keyFormula(value: Expr, scope: FormulaScope): Formula {
  if (value.kind !== "periodOf") return formula(value, scope);
  const of = formula({ kind: "dateOf", of: value.of }, scope);
  const name = `${value.period}_of`;
  scope.spoken.declared.set(name, `(declare-fun ${name} (Int) Int)`);
  return { ...of, over: `(${name} ${of.over})` };
}

function spanFormula({ grain }: Rule, scope: FormulaScope): Formula {
  if (grain.kind === "episode") return there("true");
  const day = declared("the_day", "Int", scope.spoken);
  const [from, to] = [formula(grain.from, scope), formula(grain.to, scope)];
  const begun = `(${grain.fromCounted ? "<=" : "<"} ${from.over} ${day})`;
  const state = `(ite (= ${from.state} 0) ${to.state} ${from.state})`;
  return { state, over: `(and ${begun} (${grain.toCounted ? "<=" : "<"} ${day} ${to.over}))`, under: "1" };
}

function recordsDiffer(a: RecordFormulas, b: RecordFormulas): string {
  const passes = ({ isInForce, isAbout }: RecordFormulas): string => `(or ${isNo(isInForce)} ${isNo(isAbout)})`;
  const isTaken = `(and (= ${a.date.state} 0) ${isYes(a.isInForce)} ${isYes(a.isAbout)})`;
  const keys =
    a.keys.length === b.keys.length ? a.keys.map((key, index) => different(key, b.keys[index] ?? key)) : ["true"];
  const standing = `(or ${different(a.holds, b.holds)} (and ${isYes(a.holds)} (or ${keys.join(" ")} false)))`;
  const taken = `(or ${different(a.isInSpan, b.isInSpan)} (and ${isYes(a.isInSpan)} ${standing}))`;
  const seen = [different(a.date, b.date), different(a.isInForce, b.isInForce), different(a.isAbout, b.isAbout)];
  return `(or (distinct ${passes(a)} ${passes(b)}) (and (not ${passes(a)}) (or ${seen.join(" ")} (and ${isTaken} ${taken}))))`;
}

function isYes({ state, over }: Formula): string {
  return `(and (= ${state} 0) ${over})`;
}

function isNo({ state, over }: Formula): string {
  return `(and (= ${state} 0) (not ${over}))`;
}

function different(a: Formula, b: Formula): string {
  return `(not (and (= ${a.state} ${b.state}) (or (distinct ${a.state} 0) ${isEqual(a, b)})))`;
}

interface NamedAggregate {
  readonly of: Aggregate;
  readonly added: Formula;
  readonly name: string;
  readonly isWhole: boolean;
}

/** Sums and counts of a rule; a mean is one of each. */
function aggregatesOf(rule: Rule): readonly Aggregate[] {
  const exprs = [...rule.steps.map(({ value }) => value), ...rule.chargedWhen.map(({ it }) => it)];
  const found = exprs.flatMap((expr) => descendants(expr)).filter((expr) => expr.kind === "aggregate");
  return found.flatMap((expr) => (expr.function === "mean" ? [sumOf(expr), countOf(expr)] : [expr]));
}

function sumOf(expr: Aggregate): Aggregate {
  return { ...expr, function: "sum" };
}

function countOf(expr: Aggregate): Aggregate {
  return { ...expr, function: "count", of: null };
}

/** What one record adds; nothing is told apart from zero by a state of its own. */
function addedBy({ of, where }: Aggregate, scope: FormulaScope): Formula {
  const condition = formula(where ?? yes, scope);
  const adds = of === null ? there("1") : formula(of, scope);
  return { ...adds, state: `(ite (distinct ${condition.state} 0) 2 (ite ${condition.over} ${adds.state} 3))` };
}

function isWhole({ of }: Aggregate, { run, rule }: FormulaScope): boolean {
  const kind = of === null ? null : kindOf(of, namedKinds(run.program, rule));
  return kind === null || (kind.kind === "quantity" && kind.whole);
}

function groupsDiffer(a: RuleOfRun, b: RuleOfRun, spoken: Spoken, names: readonly NamedAggregate[]): string {
  const [first, second] = [a, b].map(({ rule, run }) => {
    const own = declared("group_day", "Int", spoken);
    const aggregate: FormulaScope["aggregate"] = (expr, { spoken: said }) => aggregateFormula(expr, names, said);
    const scope: FormulaScope = { run, rule, document: rule.document, own, spoken, aggregate };
    const amount = formula({ kind: "step", name: "belopp" }, scope);
    const when = formula(only(rule.chargedWhen) ?? yes, scope);
    const parties = [rule.payer, rule.payee, rule.invoicer].map((by) =>
      formula(only(by) ?? { kind: "text", text: "" }, scope),
    );
    const mayCharge = formula(run.documentOf(rule.document).mayCharge ?? yes, scope);
    return { amount, when, mayCharge, parties };
  });
  if (first === undefined || second === undefined) return "true";
  const parties = first.parties.map((party, index) => different(party, second.parties[index] ?? party));
  const sums = `(ite (and (distinct ${first.amount.state} 0) (distinct ${second.amount.state} 0)) false ${different(first.amount, second.amount)})`;
  // What may not be charged yet is shown all the same, so it bars nothing; only that it is barred can differ.
  const charged = [sums, different(first.mayCharge, second.mayCharge), ...parties].join(" ");
  return `(or ${different(first.when, second.when)} (and ${isYes(first.when)} (or ${charged})))`;
}

function aggregateFormula(expr: Aggregate, names: readonly NamedAggregate[], spoken: Spoken): Formula {
  if (expr.function === "mean") {
    const [sum, count] = [aggregateFormula(sumOf(expr), names, spoken), aggregateFormula(countOf(expr), names, spoken)];
    const state = `(ite (distinct ${sum.state} 0) ${sum.state} (ite (= ${count.over} 0) 1 0))`;
    const under = sum.under === "1" ? count.over : `(* ${sum.under} ${count.over})`;
    return { state, over: sum.over, under: `(ite (= ${count.over} 0) 1 ${under})` };
  }
  const known = names.find(({ of }) => isSameAggregate(of, expr));
  if (known === undefined || expr.per !== null || expr.over.kind !== "group") {
    spoken.gaps.add("aggregate");
    return there("0");
  }
  const least = expr.where === null && expr.each === "episode" ? 1 : 0;
  const over = declared(known.name, "Int", spoken);
  if (expr.function === "count") {
    spoken.declared.set(over, `(declare-const ${over} Int)\n(assert (>= ${over} ${least}))`);
    return there(over);
  }
  const state = `state_${known.name}`;
  spoken.declared.set(state, `(declare-const ${state} Int)\n(assert (and (>= ${state} 0) (<= ${state} 2)))`);
  if (known.isWhole) return { state, over, under: "1" };
  const under = `under_${known.name}`;
  spoken.declared.set(under, `(declare-const ${under} Int)\n(assert (> ${under} 0))`);
  return { state, over, under };
}

function isSameAggregate(a: Aggregate, b: Aggregate): boolean {
  return a.function === b.function && a.of === b.of && a.where === b.where && a.each === b.each && a.over === b.over;
}
