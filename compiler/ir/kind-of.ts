// The kind of every expression of the IR, found again from its parts.
// Rule: an accepted program is well-kinded, so nothing is checked here; what does not fit is our own fault.

import type { Expr, Id, Program, QuantityUnit, Rule, ValueKind } from "./ir.ts";

/** What kind the names in an expression have. `key` and `step` are those of the rule at hand. */
export interface NamedKinds {
  readonly field: (id: Id) => ValueKind;
  readonly term: (id: Id) => ValueKind;
  readonly value: (id: Id) => ValueKind;
  readonly measured: (id: Id) => ValueKind;
  readonly fact: (register: Id, fact: string) => ValueKind;
  readonly key: (name: string) => ValueKind;
  readonly step: (name: string) => ValueKind;
}

/** The kind of `expr`; a quantity is `whole` where its parts prove it. */
export function kindOf(expr: Expr, names: NamedKinds): ValueKind {
  switch (expr.kind) {
    case "quantity":
      return quantity(expr.unit, !expr.exact.includes("/"));
    case "date":
    case "eventDate":
    case "decisionDate":
    case "theDay":
    case "addDays":
    case "addWeekdays":
    case "dateOf":
      return { kind: "date" };
    case "period":
      return { kind: expr.of };
    case "periodOf":
      return { kind: expr.period };
    case "clock":
    case "clockOf":
      return { kind: "clock" };
    case "addHours":
      return { kind: "moment" };
    case "text":
      return { kind: "text" };
    case "choice":
      return { kind: "choice", field: expr.field };
    case "payer":
      return { kind: "payer", register: null };
    case "payerOn":
      return { kind: "payer", register: expr.register };
    case "field":
      return names.field(expr.field);
    case "term":
      return names.term(expr.term);
    case "value":
      return names.value(expr.value);
    case "measured":
      return names.measured(expr.measured);
    case "fact":
      return names.fact(expr.register, expr.fact);
    case "key":
      return names.key(expr.name);
    case "step":
      return names.step(expr.name);
    case "ofEpisode":
    case "negate":
      return kindOf(expr.of, names);
    case "arithmetic":
      return arithmeticKind(expr.operator, kindOf(expr.left, names), kindOf(expr.right, names));
    case "truth":
    case "compare":
    case "inARow":
    case "exists":
    case "isMissing":
    case "isUnknown":
    case "isWeekday":
    case "not":
    case "and":
    case "or":
      return { kind: "condition" };
    case "if":
      return commonKind([kindOf(expr.then, names), kindOf(expr.otherwise, names)]);
    case "least":
    case "greatest":
      return commonKind(expr.of.map((member) => kindOf(member, names)));
    case "choose":
      return commonKind(expr.by.map(({ it }) => kindOf(it, names)));
    case "calendarDays":
      return quantity("days", true);
    case "weekdays":
      return quantity("weekdays", true);
    case "begunDays":
      return quantity("careDays", true);
    case "round":
      return rounded(kindOf(expr.of, names), expr.to);
    case "aggregate":
      return aggregateKind(expr, names);
  }
}

/** The kinds of the names of a program, with the keys and steps of `rule` where one is at hand. */
export function namedKinds(program: Program, rule: Rule | null): NamedKinds {
  const byId = (things: readonly { readonly id: Id; readonly kind: ValueKind }[]) => {
    const kinds = new Map(things.map(({ id, kind }) => [id, kind]));
    return (id: Id): ValueKind => found(kinds.get(id), id);
  };
  const byName = (things: readonly { readonly name: string; readonly kind: ValueKind }[]) => {
    const kinds = new Map(things.map(({ name, kind }) => [name, kind]));
    return (name: string): ValueKind => found(kinds.get(name), name);
  };
  return {
    field: byId(program.fields),
    term: byId(program.terms),
    value: byId(program.values),
    measured: byId(program.measured),
    fact: (register, fact) => factKind(program, register, fact),
    key: byName(rule?.keys.flatMap(({ it }) => it) ?? []),
    step: byName(rule?.steps ?? []),
  };
}

function quantity(unit: QuantityUnit, whole: boolean): ValueKind {
  return { kind: "quantity", unit, whole };
}

function aggregateKind(expr: Expr & { kind: "aggregate" }, names: NamedKinds): ValueKind {
  const counted: QuantityUnit = expr.each === "day" ? "careDays" : "count";
  const inner = expr.of === null ? quantity(counted, true) : kindOf(expr.of, names);
  const whole = (fn: "mean" | "sum" | "count" | null): boolean => fn !== "mean";
  if (inner.kind !== "quantity") throw new Error("A mean or sum of something that is no amount.");
  const isWhole = inner.whole && whole(expr.function) && whole(expr.perFunction);
  return quantity(inner.unit === "count" && !isWhole ? "number" : inner.unit, isWhole);
}

function rounded(kind: ValueKind, to: string): ValueKind {
  return kind.kind === "quantity" ? { ...kind, whole: !to.includes("/") } : kind;
}

function arithmeticKind(operator: "+" | "-" | "*" | "/", left: ValueKind, right: ValueKind): ValueKind {
  if (left.kind !== "quantity" || right.kind !== "quantity")
    throw new Error("Arithmetic on something that is no amount.");
  const whole = operator !== "/" && left.whole && right.whole;
  switch (operator) {
    case "+":
    case "-":
      return quantity(left.unit === right.unit || !isBare(left.unit) ? left.unit : "number", whole);
    case "*":
      return quantity(
        unitOf(combined(powers[left.unit], powers[right.unit], 1), [left.unit, right.unit], whole),
        whole,
      );
    case "/":
      return quantity(
        unitOf(combined(powers[left.unit], powers[right.unit], -1), [left.unit, right.unit], false),
        false,
      );
  }
}

/** Powers of öre, days, weekdays and hours; null where the IR no longer knows. */
type Powers = readonly [number, number, number, number] | null;

const powers: Readonly<Record<QuantityUnit, Powers>> = {
  days: [0, 1, 0, 0],
  careDays: [0, 1, 0, 0],
  weekdays: [0, 0, 1, 0],
  hours: [0, 0, 0, 1],
  count: [0, 0, 0, 0],
  number: [0, 0, 0, 0],
  money: [1, 0, 0, 0],
  moneyPerDay: [1, -1, 0, 0],
  other: null,
};

function combined(a: Powers, b: Powers, sign: 1 | -1): Powers {
  if (a === null || b === null) return null;
  return [a[0] + sign * b[0], a[1] + sign * b[1], a[2] + sign * b[2], a[3] + sign * b[3]];
}

/** The unit of a result: that of an operand where it fits, else the plain one. */
function unitOf(result: Powers, operands: readonly QuantityUnit[], whole: boolean): QuantityUnit {
  if (result === null) return "other";
  if (result.every((power) => power === 0)) {
    return whole && operands.every((unit) => unit === "count") ? "count" : "number";
  }
  const candidates: readonly QuantityUnit[] = [...operands, "days", "weekdays", "hours", "money", "moneyPerDay"];
  return candidates.find((unit) => powers[unit]?.every((power, index) => power === result[index]) === true) ?? "other";
}

function isBare(unit: QuantityUnit): boolean {
  return unit === "count" || unit === "number";
}

/** One kind for alternatives of each other: whole only where all are, a register only where all share it. */
function commonKind(kinds: readonly ValueKind[]): ValueKind {
  const [first, ...others] = kinds;
  if (first === undefined) throw new Error("A choice between no expressions.");
  return others.reduce((common, kind) => {
    if (common.kind === "quantity" && kind.kind === "quantity") {
      const unit = common.unit === kind.unit || !isBare(common.unit) ? common.unit : "number";
      return quantity(unit, common.whole && kind.whole);
    }
    if (common.kind === "payer" && kind.kind === "payer") {
      return { kind: "payer", register: common.register === kind.register ? common.register : null };
    }
    return common;
  }, first);
}

function factKind(program: Program, register: Id, fact: string): ValueKind {
  const known = program.registers.find(({ id }) => id === register);
  return found(known?.factKinds[known.facts.indexOf(fact)], `${register} ${fact}`);
}

function found(kind: ValueKind | undefined, name: string): ValueKind {
  if (kind === undefined) throw new Error(`Nothing in the program is called ${name}.`);
  return kind;
}
