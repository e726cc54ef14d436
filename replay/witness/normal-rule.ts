// What a rule does, side by side under its headings, as texts that are equal where two rules do the same.
// Rule: everything that can move who pays what is under one of the headings; names of rules and steps are under none.

import { children } from "@avtal/compiler/ir/children";
import { readByTerm } from "@avtal/compiler/ir/parts";
import { cutsOf } from "@avtal/compiler/ir/reads";
import type { Expr, Alternatives, Id, Program, Rule } from "@avtal/compiler/ir/ir";
import { namedKinds } from "@avtal/compiler/ir/kind-of";
import type { Run } from "@avtal/compiler/ir/run";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { alternatives, guardText, joined, normal, readsOpenValue, type Reading } from "./normal-expression.ts";

/** `records`: which it takes and counts, and where. `payment`: what is paid for a group, by whom, to whom. */
export type Heading = "place" | "records" | "groups" | "payment" | "needs";

export type NormalRule = Readonly<Record<Heading, string>> & {
  /** For people alone. */
  readonly name: string;
  readonly rule: Rule;
  /** Days at which its groups part. */
  readonly cuts: string;
};

export function normalRules(program: Program, run: Run, figures: "compared" | "left out"): readonly NormalRule[] {
  const places = new Map(program.rules.map(({ id }, index) => [id, index]));
  const known = new Map<Id, string>();
  return program.rules.flatMap((rule) => {
    const reading: Reading = { run, kinds: namedKinds(program, rule), rule, known, document: rule.document };
    const made = normalRule(rule, places, reading);
    return rule.purpose.kind === "statistic" && figures === "left out" ? stopsOnly(made) : [made];
  });
}

/** A statistic that is left out can still stop a run, by a value that is not known. */
function stopsOnly(made: NormalRule): readonly NormalRule[] {
  return made.needs === "" ? [] : [made];
}

function normalRule(rule: Rule, places: ReadonlyMap<Id, number>, reading: Reading): NormalRule {
  const slot = (by: Alternatives<Expr>): string => alternatives(by, (it) => normal(it, reading));
  const { run } = reading;
  const document = run.documentOf(rule.document);
  const inForce = joined("and", [normal(document.inForce, reading), slot(rule.inForce)]);
  const beside = (ids: readonly Id[]): string =>
    ids
      .map((id) => places.get(id) ?? -1)
      .sort((a, b) => a - b)
      .join(",");
  const place = [
    purposeText(rule),
    beside(rule.insteadOf),
    beside(rule.onTopOf),
    rule.guards.map(guardText).join(" and "),
  ];
  const about = [`follows ${slot(rule.follows)}`, `scope ${slot(rule.scope)}`];
  // Never in force: it can only leave a record undecided whose date is absent.
  const known = { name: rule.name, rule, cuts: cutsOf(rule, run).join(",") };
  if (inForce === "no")
    return {
      ...known,
      place: place.join(" | "),
      records: ["never", ...about].join(" | "),
      groups: "",
      payment: "",
      needs: "",
    };
  const requires = joined(
    "and",
    rule.requires.map(({ guard, condition }) =>
      guard === null ? normal(condition, reading) : `under ${guardText(guard)}: ${normal(condition, reading)}`,
    ),
  );
  const keys = alternatives(rule.keys, (list) =>
    list.map(({ role, value }) => (role === "episode" ? role : `${role} ${normal(value, reading)}`)).join(" ; "),
  );
  return {
    ...known,
    place: place.join(" | "),
    records: [`in force ${inForce}`, ...about, `requires ${requires}`, grainText(rule, reading)].join(" | "),
    groups: [keys, `cuts ${known.cuts}`].join(" | "),
    payment: paymentText(rule, slot, reading),
    needs: needsText(rule, reading),
  };
}

function purposeText({ purpose, name, document }: Rule): string {
  switch (purpose.kind) {
    case "notModelled":
      return `not modelled ${purpose.says}`;
    case "statistic":
      return `statistic ${document}.${name} ${purpose.triggers ?? ""}`;
    default:
      return purpose.kind;
  }
}

function grainText({ grain }: Rule, reading: Reading): string {
  if (grain.kind === "episode") return "each episode";
  const [from, to] = [normal(grain.from, reading), normal(grain.to, reading)];
  return `each day from ${from} ${grain.fromCounted} to ${to} ${grain.toCounted}`;
}

function paymentText(rule: Rule, slot: (by: Alternatives<Expr>) => string, reading: Reading): string {
  const { mayCharge } = reading.run.documentOf(rule.document);
  const paid = rule.steps.filter(({ name }) => name === "belopp" || rule.purpose.kind === "statistic");
  const steps = paid.map(({ name, guard, value }) => `${name} under ${guardText(guard)} ${normal(value, reading)}`);
  return [
    `payer ${slot(rule.payer)}`,
    `payee ${slot(rule.payee)}`,
    `invoicer ${slot(rule.invoicer)}`,
    `when ${slot(rule.chargedWhen)}`,
    ...steps,
    `may charge ${mayCharge === null ? "always" : normal(mayCharge, reading)}`,
  ].join(" | ");
}

/** The values in steps and in what a line shows that may not be known: they stop a run whether they are paid or not. */
function needsText(rule: Rule, reading: Reading): string {
  const shown = rule.quantity.flatMap(({ it }) =>
    it.unitPrice === null ? [it.quantity] : [it.quantity, it.unitPrice],
  );
  const exprs = [...rule.steps.map(({ value }) => value), ...shown];
  return [...new Set(exprs.flatMap((expr) => stops(expr, "", reading)))].sort(byCodePoint).join(" ; ");
}

/** What is read under a condition stops only the runs in which it holds. */
function stops(expr: Expr, under: string, reading: Reading): readonly string[] {
  const inside = (part: Expr, condition: string): readonly string[] =>
    stops(part, condition === "" ? under : `${under} ${condition}`, reading);
  switch (expr.kind) {
    case "step":
      return [];
    case "value":
    case "measured": {
      const text = normal(expr, reading);
      return readsOpenValue(text) ? [`${under}: ${text}`] : [];
    }
    case "term": {
      const term = reading.run.termOf(expr.term);
      const there = { ...reading, document: term.document };
      const day = expr.at === null ? "" : ` on ${normal(expr.at, reading)}`;
      return readByTerm(term).flatMap((part) => stops(part, `${under}${day}`, there));
    }
    case "if": {
      const condition = normal(expr.condition, reading);
      return [
        ...inside(expr.condition, ""),
        ...inside(expr.then, `where ${condition}`),
        ...inside(expr.otherwise, `unless ${condition}`),
      ];
    }
    case "aggregate": {
      const where = expr.where === null ? "" : `where ${normal(expr.where, reading)}`;
      return children(expr).flatMap((part) => inside(part, part === expr.where ? "" : where));
    }
    default:
      return children(expr).flatMap((part) => inside(part, ""));
  }
}
