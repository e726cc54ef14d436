// Quantity and price as an invoice line shows them, where the amount is one times the other.
// Rule: shown only where the text itself multiplies days by a price per day; nothing is divided back out.

import { descendants } from "../children.ts";
import type { Aggregate, Alternatives, Expr, Guard, QuantityUnit, Rule, RuleStep, ValueKind } from "../ir.ts";
import { kindOf, type NamedKinds } from "../kind-of.ts";
import { readByTerm, readByValue } from "../parts.ts";
import type { Gathering } from "./gathering.ts";
import { readsRecord } from "./names-in-groups.ts";
import { alternatives } from "./readings.ts";
import type { Stage } from "./standing.ts";

type Shown = Rule["quantity"][number]["it"];

export function quantityAndPrice(steps: readonly RuleStep[], stage: Stage, gathered: Gathering): Rule["quantity"] {
  const kinds = kindsHere(steps, stage, gathered);
  const found = steps
    .filter(({ name }) => name === "belopp")
    .flatMap(({ value, guard }) => shownIn(value, guard, { steps, stage, kinds, gathered }));
  return alternatives(found);
}

interface Here {
  readonly steps: readonly RuleStep[];
  readonly stage: Stage;
  readonly kinds: NamedKinds;
  readonly gathered: Gathering;
}

/** Through roundings and steps that only pass the amount on; each reading may show something else. */
function shownIn(value: Expr, guard: Guard | null, here: Here): Alternatives<Shown> {
  switch (value.kind) {
    case "round":
      return shownIn(value.of, guard, here);
    case "choose":
      return value.by[0] === undefined ? [] : shownIn(value.by[0].it, guard, here);
    case "step":
      return here.steps
        .filter(({ name }) => name === value.name)
        .flatMap((step) => shownIn(step.value, guard ?? step.guard, here));
    case "arithmetic": {
      const product = factorsOf(value, here.kinds);
      return product === undefined ? [] : [{ guard, it: shown(product.days, product.price, here.kinds) }];
    }
    case "aggregate": {
      const product = value.function === "sum" && value.per === null ? factorsOf(value.of, here.kinds) : undefined;
      if (product === undefined) return [];
      return [{ guard, it: shown({ ...value, of: product.days }, priceOfSum(value, product.price, here), here.kinds) }];
    }
    default:
      return [];
  }
}

function shown(quantity: Expr, unitPrice: Expr | null, kinds: NamedKinds): Shown {
  return { quantity, unit: unitOf(quantity, kinds) ?? "days", unitPrice };
}

/** Days times a price per day, in any order; a number of episodes multiplies the days. */
function factorsOf(value: Expr | null, kinds: NamedKinds): { readonly days: Expr; readonly price: Expr } | undefined {
  if (value === null) return undefined;
  const factors = factorsIn(value);
  const prices = factors.filter((factor) => unitOf(factor, kinds) === "moneyPerDay");
  const days = factors.filter((factor) => isDays(factor, kinds));
  const counts = factors.filter((factor) => unitOf(factor, kinds) === "count");
  const [price] = prices;
  if (price === undefined || prices.length + days.length + counts.length < factors.length) return undefined;
  if (prices.length !== 1 || days.length !== 1) return undefined;
  const product = factors.filter((factor) => factor !== price).reduce((left, right) => times(left, right));
  return { days: product, price };
}

function factorsIn(value: Expr): readonly Expr[] {
  if (value.kind !== "arithmetic" || value.operator !== "*") return [value];
  return [...factorsIn(value.left), ...factorsIn(value.right)];
}

function times(left: Expr, right: Expr): Expr {
  return { kind: "arithmetic", operator: "*", left, right };
}

/**
 * The price of what is summed. Under a `där` it is the mean of prices that are all the same: thus it is read for what is
 * summed and for nothing else, and a record that adds no day needs no price.
 */
function priceOfSum(sum: Aggregate, price: Expr, here: Here): Expr | null {
  const shared = priceOfGroup(price, here);
  return shared === null || sum.where === null ? shared : { ...sum, function: "mean", of: price };
}

/** A price that is the same for all records of the group, as the group reads it; null where it may differ. */
function priceOfGroup(price: Expr, { stage, gathered }: Here): Expr | null {
  if (!readsRecord(price, gathered)) return price;
  const oneEpisode = stage.kind === "group" && stage.keys.some(({ role }) => role === "episode");
  return oneEpisode && !readsTheDay(price, gathered) ? { kind: "ofEpisode", of: price } : null;
}

function readsTheDay(expr: Expr, gathered: Gathering): boolean {
  for (const part of descendants(expr)) {
    if (part.kind === "theDay") return true;
    if (part.kind === "term" && readByTerm(gathered.terms.get(part.term)).some((read) => readsTheDay(read, gathered))) {
      return true;
    }
    if (
      part.kind === "value" &&
      readByValue(gathered.values.get(part.value)).some((read) => readsTheDay(read, gathered))
    ) {
      return true;
    }
  }
  return false;
}

function isDays(expr: Expr, kinds: NamedKinds): boolean {
  const unit = unitOf(expr, kinds);
  return unit === "days" || unit === "careDays";
}

function unitOf(expr: Expr, kinds: NamedKinds): QuantityUnit | undefined {
  const kind = kindOf(expr, kinds);
  return kind.kind === "quantity" ? kind.unit : undefined;
}

/** The kinds of what has been reached so far, with the steps and keys of the rule at hand. */
function kindsHere(steps: readonly RuleStep[], stage: Stage, gathered: Gathering): NamedKinds {
  const keys: readonly Named[] = stage.kind === "group" ? stage.keys : [];
  return {
    field: (id) => gathered.fieldKind(id),
    term: (id) => gathered.terms.get(id).kind,
    value: (id) => gathered.values.get(id).kind,
    measured: (id) => gathered.measured.get(id).kind,
    fact: (register, fact) => gathered.factKind(register, fact),
    key: (name) => kindNamed(keys, name),
    step: (name) => kindNamed(steps, name),
  };
}

interface Named {
  readonly name: string;
  readonly kind: ValueKind;
}

function kindNamed(things: readonly Named[], name: string): ValueKind {
  const found = things.find((thing) => thing.name === name);
  if (found === undefined) throw new Error(`The rule has nothing called ${name}.`);
  return found.kind;
}
