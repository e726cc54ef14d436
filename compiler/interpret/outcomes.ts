// What becomes of each group: a line, a group below its limit, an undecided one, or figures.
// Rule: a line is made only where `när` is yes, the amount is known and the document may charge.

import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { and, type Truth } from "@avtal/runtime/kleene";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Figures, Group, InvoiceLine, Place, Step, Unit } from "@avtal/runtime/result";
import { toOre } from "@avtal/runtime/rounding";
import { pick } from "@avtal/compiler/ir/in-force";
import type { Alternatives, Expr, Rule } from "@avtal/compiler/ir/ir";
import { ruleInIds } from "@avtal/compiler/ir/rule-in-ids";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import { exactOf } from "./arithmetic.ts";
import { evaluate, truthIn } from "./evaluate.ts";
import { stepValue, type Figured } from "./group-figures.ts";
import type { NamedGroup } from "./group-keys.ts";
import { clauseText } from "./judge.ts";
import { ofMember, type Scope } from "./scope.ts";
import { usedBy } from "./used.ts";
import { isAbsent, isSame, type Value } from "./values.ts";
import { shownStep, shownText } from "./value-texts.ts";

export interface Outcome {
  readonly group: Group;
  /** Undefined where the group came to no line. */
  readonly line: InvoiceLine | undefined;
}

export function outcomeOf(figured: Figured, named: NamedGroup): Outcome {
  const { gathered, scope } = figured;
  const place = placeOf(gathered.plan.rule, scope);
  const steps = shownSteps(figured);
  const outcome = outcomeWord(figured, named);
  const records = new Set(gathered.members.map(({ record }) => record)).size;
  const group: Group = { place, keys: named.keys, records, steps, outcome, leftOut: gathered.leftOut };
  if (outcome !== "charged" || !mayCharge(figured)) return { group, line: undefined };
  const line: InvoiceLine = {
    id: lineId(gathered.plan.rule, named, scope),
    place,
    keys: named.keys,
    payee: textOf(gathered.plan.rule.payee, figured) ?? "",
    invoicer: textOf(gathered.plan.rule.invoicer, figured) ?? null,
    ...quantityAndPrice(figured),
    amount: toOre(exactOf(stepValue("belopp", figured))),
    steps,
    leftOut: gathered.leftOut,
    ...usedBy(gathered, scope),
  };
  return { group, line };
}

export function figuresOf(figured: Figured, named: NamedGroup): Figures {
  const { rule } = figured.gathered.plan;
  const triggers = rule.purpose.kind === "statistic" ? rule.purpose.triggers : null;
  return {
    place: placeOf(rule, figured.scope),
    keys: named.keys,
    figures: shownSteps(figured),
    triggers: whenIn(figured) === YES ? triggers : null,
  };
}

function outcomeWord(figured: Figured, named: NamedGroup): Group["outcome"] {
  switch (whenIn(figured)) {
    case NO:
      return "below-limit";
    case NOT_KNOWN:
      return "undecided";
    case YES:
      return isAbsent(stepValue("belopp", figured)) || !named.hasPayer ? "undecided" : "charged";
  }
}

/** Whether the group is charged, by `när`; without such a line always. */
function whenIn({ gathered, scope }: Figured): Truth {
  const condition = pick(gathered.plan.rule.chargedWhen, scope.own, scope.run);
  return condition === undefined ? YES : truthIn(condition, scope);
}

/** No line while the document lies dormant on the decision day of any of its records. */
function mayCharge({ gathered, scope }: Figured): boolean {
  const condition = scope.run.documentOf(gathered.plan.rule.document).mayCharge;
  if (condition === null) return true;
  return gathered.members.map((member) => truthIn(condition, ofMember(member, scope))).reduce(and, YES) === YES;
}

function shownSteps(figured: Figured): Step[] {
  const { own, run } = figured.scope;
  return figured.steps.flatMap((step) => {
    const value = shownStep(stepValue(step.name, figured), step.kind, own, run);
    return value === undefined ? [] : [{ name: step.name, value }];
  });
}

/** The price only where it is the same for every record of the group. */
function quantityAndPrice(figured: Figured): {
  readonly quantity: Ratio | null;
  readonly unit: Unit | null;
  readonly unitPrice: Ratio | null;
} {
  const { gathered, scope } = figured;
  const shown = pick(gathered.plan.rule.quantity, scope.own, scope.run);
  const quantity = shown === undefined ? undefined : ratioIn(evaluate(shown.quantity, scope));
  if (shown === undefined || quantity === undefined) return { quantity: null, unit: null, unitPrice: null };
  const prices = shown.unitPrice === null ? [] : pricesIn(shown.unitPrice, figured);
  const [price] = prices;
  const isOne = price !== undefined && prices.every((other) => isSame(other, price));
  return { quantity, unit: unitWord(shown.unit), unitPrice: isOne ? (ratioIn(price) ?? null) : null };
}

function pricesIn(price: Expr, { gathered, scope }: Figured): Value[] {
  return gathered.members.map((member) => evaluate(price, { ...ofMember(member, scope), group: scope.group }));
}

function ratioIn(value: Value): Ratio | undefined {
  return isAbsent(value) ? undefined : exactOf(value);
}

function textOf(alternatives: Alternatives<Expr>, { scope }: Figured): string | undefined {
  const expr = pick(alternatives, scope.own, scope.run);
  return expr === undefined ? undefined : shownText(evaluate(expr, scope), null, scope.own, scope.run);
}

function placeOf(rule: Rule, scope: Scope): Place {
  return { document: rule.document, rule: rule.name, clause: clauseText(rule.clause, scope) };
}

/** `payer-period-rule`, then other keys, part and episode where there are such. */
function lineId(rule: Rule, { keys, idTail }: NamedGroup, { run }: Scope): string {
  const period = keys.period === "" ? [] : [keys.period];
  return [keys.payer.code, ...period, ruleInIds(rule, run), ...idTail].join("-");
}
