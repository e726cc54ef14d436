// Small programs written by hand, for the interpreter's own tests: everything absent unless the test says it.

import { columnsFromRecords, type PlainRecord } from "@avtal/runtime/records";
import type { Columns } from "@avtal/runtime/columns";
import type { RunOptions } from "@avtal/runtime/result";
import type { Alternatives, Expr, Field, Key, Program, Rule, Term, Value, ValueKind } from "@avtal/compiler/ir/ir";

export const noOptions: RunOptions = { wording: null, readings: new Map(), events: new Map(), values: [] };

export const days: ValueKind = { kind: "quantity", unit: "days", whole: true };
export const money: ValueKind = { kind: "quantity", unit: "money", whole: false };
export const pricePerDay: ValueKind = { kind: "quantity", unit: "moneyPerDay", whole: true };

const fields: readonly Field[] = [
  fieldOf("id", { kind: "text" }, "unknown", true),
  fieldOf("municipality", { kind: "payer", register: null }, "unknown"),
  fieldOf("ready", { kind: "date" }, "missing"),
  fieldOf("notice", { kind: "moment" }, "missing"),
  fieldOf("discharged", { kind: "date" }, "missing"),
  fieldOf("contact", { kind: "condition" }, "unknown"),
  fieldOf("plan", { kind: "condition" }, "missing"),
  fieldOf("care", { kind: "choice", field: "v.care" }, "unknown"),
];

/** A program of the document `a`, with the vocabulary `v` and whatever the test adds. */
export function programOf(parts: Partial<Program>): Program {
  return {
    formatVersion: 1,
    main: "a",
    documents: [documentOf("a", "main"), documentOf("v", "used")],
    fields,
    registers: [],
    events: [],
    questions: [],
    values: [],
    measured: [],
    terms: [],
    rules: [],
    clauses: [],
    wordings: [],
    ...parts,
  };
}

export function documentOf(name: string, role: "main" | "fallback" | "used"): Program["documents"][number] {
  return {
    name,
    title: name,
    sort: role === "used" ? "vocabulary" : "agreement",
    role,
    weekdaysExcept: ["saturdays", "sundays"],
    inForce: yes,
    mayCharge: null,
    files: [],
  };
}

export function episodesOf(records: readonly PlainRecord[]): Columns {
  const read = columnsFromRecords(fields, records);
  if (read.refusals.length > 0) throw new Error(`Refused: ${JSON.stringify(read.refusals)}`);
  return read.columns;
}

export const yes: Expr = { kind: "truth", holds: "yes" };
export const no: Expr = { kind: "truth", holds: "no" };
export const notKnown: Expr = { kind: "truth", holds: "unknown" };
export const field = (code: string): Expr => ({ kind: "field", field: `v.${code}` });
export const term = (name: string): Expr => ({ kind: "term", term: `a.${name}`, at: null });
export const value = (name: string, at: Expr | null = null): Expr => ({ kind: "value", value: `a.${name}`, at });
export const step = (name: string): Expr => ({ kind: "step", name });
export const date = (day: number): Expr => ({ kind: "date", day });
export const amount = (exact: string, unit: "days" | "count" | "moneyPerDay" | "money" = "days"): Expr => ({
  kind: "quantity",
  exact,
  unit,
});
export const compare = (left: Expr, operator: "<" | "<=" | ">" | ">=" | "=" | "!=", right: Expr): Expr => ({
  kind: "compare",
  operator,
  left,
  right,
});
export const arithmetic = (left: Expr, operator: "+" | "-" | "*" | "/", right: Expr): Expr => ({
  kind: "arithmetic",
  operator,
  left,
  right,
});
export const aggregateOf = (figure: "mean" | "sum" | "count", of: Expr | null, where: Expr | null = null): Expr => ({
  kind: "aggregate",
  function: figure,
  each: "episode",
  of,
  where,
  over: { kind: "group" },
  per: null,
  perFunction: null,
});
export const daysFrom = (from: Expr, to: Expr): Expr => ({
  kind: "calendarDays",
  from,
  fromCounted: false,
  to,
  toCounted: true,
});

export function always<T>(it: T): Alternatives<T> {
  return [{ guard: null, it }];
}

export function termOf(name: string, kind: ValueKind, definition: Expr): Term {
  const definitions = [{ from: null, by: always({ kind: "expression" as const, value: definition }) }];
  return { id: `a.${name}`, document: "a", name, code: name, kind, definitions, clause: null, doc: null };
}

/** Rows as first day and expression; null is `saknas`. */
export function valueOf(name: string, kind: ValueKind, rows: readonly (readonly [number, Expr | null])[]): Value {
  return {
    id: `a.${name}`,
    document: "a",
    name,
    code: name,
    kind,
    dependsOn: [],
    rows: rows.map(([from, cell]) => ({ from, guard: null, cells: [{ keys: [], value: cell }], clause: null })),
    until: null,
  };
}

export const perPayer: Key = {
  name: "kommun",
  code: "municipality",
  role: "payer",
  kind: { kind: "payer", register: null },
  value: field("municipality"),
};

export const perEpisode: Key = {
  name: "vårdtillfälle",
  code: "episode",
  role: "episode",
  kind: { kind: "text" },
  value: { kind: "text", text: "" },
};

export function perMonth(of: Expr): Key {
  const value: Expr = { kind: "periodOf", period: "month", of };
  return { name: "månad", code: "month", role: "period", kind: { kind: "month" }, value };
}

/** A rule of `a` that charges every episode by the month of its discharge, unless the test says otherwise. */
export function ruleOf(name: string, parts: Partial<Rule>): Rule {
  return {
    id: `a.${name}`,
    document: "a",
    name,
    purpose: { kind: "charge" },
    guards: [],
    insteadOf: [],
    onTopOf: [],
    inForce: always(yes),
    grain: { kind: "episode" },
    scope: always(yes),
    requires: [],
    follows: always(field("discharged")),
    keys: always([perPayer, perMonth(field("discharged"))]),
    payer: always<Expr>({ kind: "key", name: "kommun" }),
    payee: always<Expr>({ kind: "text", text: "Regionen" }),
    invoicer: [],
    steps: [],
    chargedWhen: [],
    quantity: [],
    clause: null,
    doc: null,
    ...parts,
  };
}

export function stepOf(name: string, kind: ValueKind, of: Expr): Rule["steps"][number] {
  return { name, code: name, kind, guard: null, value: of, clause: null };
}

export function requires(says: string, condition: Expr): Rule["requires"][number] {
  return { guard: null, condition, says, clause: null };
}

function fieldOf(code: string, kind: ValueKind, empty: "missing" | "unknown", unique = false): Field {
  const choices = kind.kind === "choice" ? ["a", "b"].map((name) => ({ name, code: name })) : [];
  const shape = { optional: false, personal: false, doc: null };
  return { id: `v.${code}`, name: code, code, kind, choices, empty, unique, ...shape };
}
