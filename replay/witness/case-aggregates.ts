// Sums, counts and means of a group as things with a name, the same name where every record adds the same to them.
// Rule: what holds for each record that is counted holds for any number of them, so that no population is ever made up.

import type { Aggregate, Expr } from "@avtal/compiler/ir/ir";
import { ratio } from "@avtal/runtime/ratio";
import { quotients } from "./case-compare.ts";
import { cases, unseen, type CaseGroup, type CaseScope } from "./case-expression.ts";
import { noFacts, whole, type Facts } from "./case-facts.ts";
import { absent, anything, isSameIn, named, within, type Case } from "./case-value.ts";
import { isMultipleOf } from "./case-dates.ts";
import { constant, times } from "./rational.ts";

/** Something that has been given a name: what each record adds, in the words of one of the two rules. */
export interface Counted {
  readonly name: string;
  readonly of: Aggregate;
  readonly scope: CaseScope;
  /** What everything that is added is a multiple of; undefined where that is not known. */
  readonly step: bigint | undefined;
}

export function groupOf(record: CaseScope, names: Counted[], counted: readonly Facts[]): CaseGroup {
  const group: CaseGroup = {
    step: (name, facts) => stepCases(name, { ...record, group }, facts),
    aggregate: (expr, facts) =>
      expr.kind === "aggregate" ? aggregateCases(expr, record, { names, counted }, facts) : undefined,
  };
  return group;
}

/** The step that stands; undefined as a whole where a reading decides which. */
function stepCases(name: string, scope: CaseScope, facts: Facts): readonly Case[] {
  const steps = scope.rule.steps.filter((step) => step.name === name);
  const [only] = steps;
  if (steps.length === 1 && only?.guard === null) return cases(only.value, scope, facts);
  return unseen({ kind: "step", name }, scope, facts);
}

interface Naming {
  readonly names: Counted[];
  readonly counted: readonly Facts[];
}

function aggregateCases(expr: Aggregate, scope: CaseScope, naming: Naming, facts: Facts): readonly Case[] | undefined {
  if (expr.per !== null || expr.over.kind !== "group") return undefined;
  if (expr.function !== "mean") return namedCases(expr, scope, naming, facts);
  const count: Aggregate = { ...expr, function: "count", of: null };
  return namedCases({ ...expr, function: "sum" }, scope, naming, facts).flatMap((sum) =>
    namedCases(count, scope, naming, sum.facts).flatMap((number): readonly Case[] => {
      const [above, below] = [sum.value, number.value];
      if (above.kind === "absent") return [{ facts: number.facts, value: above }];
      if (above.kind !== "number" || below.kind !== "number") return [number];
      return quotients(above.of, below.of, number.facts);
    }),
  );
}

/** A sum or a number under its name; absent as soon as one of its members is. */
function namedCases(expr: Aggregate, scope: CaseScope, naming: Naming, facts: Facts): readonly Case[] {
  const known = countedAs(expr, scope, naming);
  if (known === allRecords) return [{ facts, value: { kind: "number", of: named(`${whole}records`) } }];
  const empty = [absent("missing", []), absent("unknown", [])];
  const { name, step } = known;
  const isThere = expr.function === "count" && expr.where === null;
  const kind = { kind: "quantity", unit: "number", whole: step !== undefined } as const;
  const found = anything(name, kind, isThere ? [] : empty, facts);
  if (expr.function !== "count") return found.map((each) => inSteps(each, step ?? 1n));
  return found.flatMap(({ facts: now, value }): readonly Case[] =>
    value.kind === "number"
      ? within(value.of, 0n, null, now).map((each) => ({ facts: each, value }))
      : [{ facts: now, value }],
  );
}

function inSteps({ facts, value }: Case, step: bigint): Case {
  if (value.kind !== "number") return { facts, value };
  return { facts, value: { kind: "number", of: times(constant(ratio(step)), value.of) } };
}

/** Whole kronor are a hundred öre, and what is added to whole kronor leaves them whole. */
const steps: readonly bigint[] = [100n, 1n];

function stepOf(expr: Aggregate, scope: CaseScope): bigint | undefined {
  if (expr.function === "count") return 1n;
  const each = added(expr, scope, noFacts);
  return steps.find((step) =>
    each.every(({ value }) => value.kind !== "number" || isMultipleOf(ratio(step), value.of)),
  );
}

const allRecords = "records" as const;

function countedAs(expr: Aggregate, scope: CaseScope, { names, counted }: Naming): Counted | typeof allRecords {
  const isOfEpisodes = scope.rule.grain.kind === "episode" && expr.each === "episode";
  const all: Aggregate = { ...expr, function: "count", of: null, where: null };
  if (
    isOfEpisodes &&
    expr.function === "count" &&
    addsTheSame({ name: "", of: all, scope, step: 1n }, expr, scope, counted)
  )
    return allRecords;
  const known = names.find((each) => addsTheSame(each, expr, scope, counted));
  if (known !== undefined) return known;
  const fresh: Counted = { name: `${expr.function} ${names.length}`, of: expr, scope, step: stepOf(expr, scope) };
  names.push(fresh);
  return fresh;
}

/** Whether each record adds the same to both: at first whatever the record, then among those that are counted. */
function addsTheSame(known: Counted, expr: Aggregate, scope: CaseScope, counted: readonly Facts[]): boolean {
  if (known.of.function !== expr.function || known.of.each !== expr.each) return false;
  if (known.of === expr && known.scope === scope) return true;
  const isSame = (facts: Facts): boolean =>
    added(known.of, known.scope, facts).every(({ facts: now, value }) =>
      added(expr, scope, now).every((other) => isSameIn(value, other.value, other.facts)),
    );
  return isSame(noFacts) || (counted.length > 0 && counted.every(isSame));
}

/** What one record adds: nothing is a word of its own, so that it is not taken for zero. */
function added({ of, where }: Aggregate, scope: CaseScope, facts: Facts): readonly Case[] {
  const condition: Expr = where ?? { kind: "truth", holds: "yes" };
  return cases(condition, scope, facts).flatMap(({ facts: now, value }): readonly Case[] => {
    if (value.kind !== "truth") return [{ facts: now, value: absent("unknown", []) }];
    if (!value.holds) return [{ facts: now, value: { kind: "word", name: "nothing", isConstant: true, among: [] } }];
    if (of === null) return [{ facts: now, value: { kind: "number", of: constant(ratio(1n)) } }];
    return cases(of, scope, now).map(({ facts: each, value: adds }) => ({
      facts: each,
      value: adds.kind === "absent" ? absent(adds.state, []) : adds,
    }));
  });
}
