// What a rule tallies for each group: every mean, sum and count that its steps read, each figure once.
// Rule: a figure that only some readings ask for is tallied only under them.

import { canonical } from "../../ir/canonical.ts";
import { children } from "../../ir/children.ts";
import type { Aggregate, Alternatives, Expr, Guard, Rule } from "../../ir/ir.ts";
import type { Code } from "./code.ts";
import type { Emission } from "./emission.ts";
import { guardCode, ofRecord } from "./expression-code.ts";
import { camelCase, naming } from "./naming.ts";
import { newTallyCode } from "./tally-code.ts";

export interface Tallies {
  readonly list: readonly TallyMember[];
  readonly nameOf: (aggregate: Aggregate) => string;
}

export interface TallyMember {
  readonly name: string;
  readonly aggregate: Aggregate;
  readonly type: string;
  readonly code: Code;
  /** The readings under which it is asked for; null where it always is. */
  readonly test: Code | null;
}

export function talliesOf(rule: Rule, emission: Emission): Tallies {
  const own = naming([]);
  const members = new Map<
    string,
    { readonly aggregate: Aggregate; readonly name: string; readonly under: Guard[][] }
  >();
  for (const { aggregate, guards } of askedBy(rule)) {
    const key = tallyKey(aggregate);
    const known = members.get(key);
    if (known !== undefined) known.under.push(guards);
    else members.set(key, { aggregate, name: own.nameOf(key, wishFor(aggregate, emission)), under: [guards] });
  }
  return {
    list: [...members.values()].map(({ aggregate, name, under }) => {
      const { code, type } = newTallyCode(aggregate, emission);
      return { name, aggregate, type, code, test: anyOf(under, emission) };
    }),
    nameOf: (aggregate) => {
      const found = members.get(tallyKey(aggregate));
      if (found === undefined) throw new Error("An aggregate that is not tallied.");
      return found.name;
    },
  };
}

interface Asked {
  readonly aggregate: Aggregate;
  /** All of them hold where it is asked for. */
  readonly guards: Guard[];
}

function askedBy(rule: Rule): readonly Asked[] {
  const under = (alternatives: Alternatives<Expr>): readonly Asked[] =>
    alternatives.flatMap(({ guard, it }) => askedIn(it, guard === null ? [] : [guard]));
  const shown = rule.quantity.flatMap(({ guard, it }) =>
    [it.quantity, ...(it.unitPrice === null ? [] : [it.unitPrice])].map((part) => ({ guard, it: part })),
  );
  return [
    ...under(rule.steps.map(({ guard, value }) => ({ guard, it: value }))),
    ...[rule.chargedWhen, shown, rule.payer, rule.payee, rule.invoicer].flatMap(under),
  ];
}

function askedIn(expr: Expr, guards: Guard[]): readonly Asked[] {
  if (expr.kind === "aggregate" && expr.over.kind === "group") return [{ aggregate: expr, guards }];
  if (expr.kind !== "choose") return children(expr).flatMap((child) => askedIn(child, guards));
  return expr.by.flatMap(({ guard, it }) => askedIn(it, guard === null ? guards : [...guards, guard]));
}

function anyOf(under: readonly (readonly Guard[])[], emission: Emission): Code | null {
  if (under.some((guards) => guards.length === 0)) return null;
  const different = new Map(under.map((guards) => [canonical(guards), guards]));
  const tests = [...different.values()].map((guards) =>
    guards
      .map((guard) => guardCode(guard, ofRecord, emission))
      .filter((test) => test !== null)
      .reduce((all, test): Code => ({ kind: "binary", operator: "&&", left: all, right: test })),
  );
  return tests.reduce((any, test): Code => ({ kind: "binary", operator: "||", left: any, right: test }));
}

/** Mean and sum of the same are read from one tally; a count needs no amounts, so it has its own. */
function tallyKey({ function: figure, each, of, where, per, perFunction }: Aggregate): string {
  const isCount = figure === "count" && per === null;
  const inner = per === null ? null : [per.value, perFunction];
  return canonical([isCount, each, isCount ? null : of, where, inner]);
}

function wishFor({ function: figure, of, where, each, per }: Aggregate, emission: Emission): string {
  const counted = each === "day" ? "days" : "episodes";
  const base = figure === "count" && per === null ? counted : (nameIn(of, emission) ?? "amount");
  return `${base}${per === null ? "" : "PerKey"}${where === null ? "" : "Where"}`;
}

function nameIn(of: Expr | null, emission: Emission): string | null {
  if (of?.kind === "term") return camelCase(emission.term(of.term).code);
  return of?.kind === "field" ? camelCase(emission.field(of.field).code) : null;
}
