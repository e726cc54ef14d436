// In which form each value is computed: a JavaScript number, an exact fraction, or a code for yes, no and not known.
// Rule: a number only where every possible value is a safe integer that no sentinel can be taken for; else a fraction.

import type { Expr, Field, Id, Program, Value, ValueKind } from "../../ir/ir.ts";

export type Form =
  /** `quantity` is false for dates, moments, clock times, periods and codes, whose bounds are not followed. */
  | { readonly kind: "number"; readonly quantity: boolean; readonly least: number; readonly greatest: number }
  | { readonly kind: "fraction" }
  | { readonly kind: "truth" };

export interface Forms {
  /** Of an expression of the record stage. */
  readonly ofRecord: (expr: Expr) => Form;
  readonly ofTerm: (id: Id) => Form;
  readonly ofValue: (id: Id) => Form;
  readonly ofField: (id: Id) => Form;
}

/**
 * `fractional`: values that a run supplies with something that is no whole number, and which are therefore fractions
 * although every row of theirs is whole.
 */
export function formsOf(program: Program, fractional: ReadonlySet<Id>): Forms {
  const fields = new Map(program.fields.map((field) => [field.id, fieldForm(field)]));
  const values = new Map<Id, Form>();
  const terms = new Map<Id, Form>();
  const valueOf = new Map(program.values.map((value) => [value.id, value]));
  const forms: Forms = {
    ofRecord: (expr) => formOf(expr, forms, program),
    ofField: (id) => known(fields.get(id), id),
    ofTerm: (id) => known(terms.get(id), id),
    ofValue: (id) => {
      const found = values.get(id) ?? valueForm(known(valueOf.get(id), id), fractional, forms);
      values.set(id, found);
      return found;
    },
  };
  for (const term of program.terms) {
    const bodies = term.definitions.flatMap(({ by }) => by.map(({ it }) => it));
    const found = bodies.map((body) => (body.kind === "condition" ? truth : forms.ofRecord(body.value)));
    terms.set(term.id, joined(found));
  }
  return forms;
}

/** Bounds of a field of whole numbers, and of what a run may supply for a value that is held as a number. */
export const greatestColumnNumber = 2_147_483_645;
/** 0001-01-01 to 9999-12-31: dates of columns lie between. */
export const earliestDay = -719_162;
export const latestDay = 2_932_896;

const fraction: Form = { kind: "fraction" };
const truth: Form = { kind: "truth" };
const code = { kind: "number", quantity: false, least: 0, greatest: 0 } as const satisfies Form;
const columnNumber: Form = quantity(-greatestColumnNumber, greatestColumnNumber);
/** An event that has not happened is later than every day. */
const date: Form = { kind: "number", quantity: false, least: earliestDay, greatest: latestDay };
const never = 2_147_483_647;

function formOf(expr: Expr, forms: Forms, program: Program): Form {
  const of = (part: Expr): Form => formOf(part, forms, program);
  switch (expr.kind) {
    case "quantity":
      return literalForm(expr.exact);
    case "date":
      return { kind: "number", quantity: false, least: expr.day, greatest: expr.day };
    case "eventDate":
      return { kind: "number", quantity: false, least: earliestDay, greatest: never };
    case "decisionDate":
    case "theDay":
    case "dateOf":
    case "addWeekdays":
      return date;
    case "addDays": {
      const [from, days] = [of(expr.date), of(expr.days)];
      if (from.kind !== "number" || days.kind !== "number") return { ...code, least: -never, greatest: never };
      return { ...code, least: from.least + days.least, greatest: from.greatest + days.greatest };
    }
    case "period":
    case "clock":
    case "text":
    case "choice":
    case "payer":
    case "addHours":
    case "clockOf":
    case "periodOf":
    case "fact":
    case "payerOn":
      return code;
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
      return truth;
    case "field":
      return forms.ofField(expr.field);
    case "term":
      return forms.ofTerm(expr.term);
    case "value":
      return forms.ofValue(expr.value);
    case "measured":
      return fraction;
    case "negate": {
      const negated = of(expr.of);
      return negated.kind === "number" ? quantity(-negated.greatest, -negated.least) : negated;
    }
    case "arithmetic":
      return arithmeticForm(expr.operator, of(expr.left), of(expr.right));
    case "if":
      return joined([of(expr.then), of(expr.otherwise)]);
    case "least":
    case "greatest":
      return joined(expr.of.map(of));
    case "choose":
      return joined(expr.by.map(({ it }) => of(it)));
    case "calendarDays":
    case "weekdays":
      return spanForm(of(expr.from), of(expr.to));
    case "begunDays":
      return quantity(0, latestDay - earliestDay + 1);
    case "round": {
      const rounded = of(expr.of);
      return expr.to === "1" && rounded.kind === "number" ? rounded : fraction;
    }
    case "aggregate":
      return fraction;
    case "ofEpisode":
      return of(expr.of);
    case "key":
    case "step":
      throw new Error("A key or a step is no thing of a record.");
  }
}

/** Columns hold whole numbers, whatever is counted in them. */
function fieldForm({ kind }: Field): Form {
  return kindForm(kind);
}

function kindForm(kind: ValueKind): Form {
  switch (kind.kind) {
    case "quantity":
      return columnNumber;
    case "condition":
      return truth;
    case "date":
      return date;
    case "moment":
    case "clock":
    case "month":
    case "quarter":
    case "year":
    case "text":
    case "choice":
    case "payer":
      return code;
  }
}

/** A value may be supplied, within the bounds of a column where it is held as a number. */
function valueForm(value: Value, fractional: ReadonlySet<Id>, forms: Forms): Form {
  const cells = value.rows.flatMap((row) => row.cells.flatMap(({ value: cell }) => (cell === null ? [] : [cell])));
  const found = cells.map((cell) => forms.ofRecord(cell));
  if (value.kind.kind !== "quantity") return found.length === 0 ? kindForm(value.kind) : joined(found);
  return value.kind.whole && !fractional.has(value.id) ? joined([columnNumber, ...found]) : fraction;
}

function literalForm(exact: string): Form {
  if (exact.includes("/")) return fraction;
  const value = BigInt(exact);
  const size = value < 0n ? -value : value;
  return size > BigInt(Number.MAX_SAFE_INTEGER) ? fraction : quantity(Number(value), Number(value));
}

function arithmeticForm(operator: "+" | "-" | "*" | "/", left: Form, right: Form): Form {
  if (left.kind !== "number" || right.kind !== "number" || operator === "/") return fraction;
  switch (operator) {
    case "+":
      return quantity(left.least + right.least, left.greatest + right.greatest);
    case "-":
      return quantity(left.least - right.greatest, left.greatest - right.least);
    case "*": {
      const corners = [left.least, left.greatest].flatMap((a) => [a * right.least, a * right.greatest]);
      return quantity(Math.min(...corners), Math.max(...corners));
    }
  }
}

function spanForm(from: Form, to: Form): Form {
  if (from.kind !== "number" || to.kind !== "number") return fraction;
  return quantity(0, Math.max(0, to.greatest - from.least + 1));
}

/** A number where no value is below the sentinels or beyond the safe integers. */
function quantity(least: number, greatest: number): Form {
  const fits = least >= -greatestColumnNumber && greatest < Number.MAX_SAFE_INTEGER;
  return fits ? { kind: "number", quantity: true, least, greatest } : { kind: "fraction" };
}

/** One form for alternatives of each other: a fraction as soon as one of them is. */
function joined(forms: readonly Form[]): Form {
  const [first, ...others] = forms;
  if (first === undefined) return fraction;
  return others.reduce((a, b) => {
    if (a.kind !== "number" || b.kind !== "number") return a.kind === "truth" && b.kind === "truth" ? truth : fraction;
    return { ...a, least: Math.min(a.least, b.least), greatest: Math.max(a.greatest, b.greatest) };
  }, first);
}

function known<T>(found: T | undefined, id: Id): T {
  if (found === undefined) throw new Error(`Nothing in the program is called ${id}.`);
  return found;
}
