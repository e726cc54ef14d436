// Whether two runs may share what their records give: who takes each, in which group it counts, and the tallies.
// Rule: only where the choices differ in how much is supplied for values that nothing of a record reads.

import { children } from "../../ir/children.ts";
import type { Expr, Id, Program } from "../../ir/ir.ts";
import { select } from "../../ir/select.ts";
import { readByMeasured, readByTerm, readByValue, readOfGroups, readOfRecords } from "../../ir/parts.ts";
import type { RunOptions } from "@avtal/runtime/result";

export function sharesRecords(program: Program, first: RunOptions, other: RunOptions): boolean {
  if (besideAmounts(first) !== besideAmounts(other)) return false;
  const moved = first.values.flatMap(({ value, exact }, index) =>
    isSame(other.values[index]?.exact, exact) ? [] : [value],
  );
  return moved.every((value) => !isAmong(value, program, readFromRecords(program, first)));
}

/** Everything but how much is supplied. */
function besideAmounts({ wording, readings, events, values }: RunOptions): string {
  return JSON.stringify([wording, [...readings], [...events], values.map(({ value, from }) => [value, from])]);
}

type Exact = RunOptions["values"][number]["exact"];

function isSame(a: Exact | undefined, b: Exact): boolean {
  return a?.over === b.over && a.under === b.under;
}

/** A value may be named without its document, and then stands for any of that name. */
function isAmong(value: string, { values, measured }: Program, ids: ReadonlySet<Id>): boolean {
  return [...values, ...measured].some(({ id }) => (id === value || id.endsWith(`.${value}`)) && ids.has(id));
}

/** Of what the choices of a run leave standing; kept, because runs that follow each other ask for the same. */
function readFromRecords(program: Program, options: RunOptions): ReadonlySet<Id> {
  const key = besideAmounts({ ...options, values: [] });
  const known = readFrom.get(program);
  if (known?.key === key) return known.ids;
  const ids = idsReadFromRecords(select(program, options));
  readFrom.set(program, { key, ids });
  return ids;
}

const readFrom = new WeakMap<Program, { readonly key: string; readonly ids: ReadonlySet<Id> }>();

/** Values and measured values that decide anything of a record: conditions, dates, keys, and what is tallied. */
function idsReadFromRecords(program: Program): ReadonlySet<Id> {
  const read = new Map<string, readonly Expr[]>([
    ...program.values.map((value) => [`value ${value.id}`, readByValue(value)] as const),
    ...program.measured.map((one) => [`measured ${one.id}`, readByMeasured(one)] as const),
    ...program.terms.map((term) => [`term ${term.id}`, readByTerm(term)] as const),
  ]);
  const ids = new Set<Id>();
  const seen = new Set<string>();
  const visit = (expr: Expr): void => {
    children(expr).forEach(visit);
    const id = idOf(expr);
    if (id === undefined) return;
    if (expr.kind !== "term") ids.add(id);
    const key = `${expr.kind} ${id}`;
    if (seen.has(key)) return;
    seen.add(key);
    read.get(key)?.forEach(visit);
  };
  for (const { inForce, mayCharge } of program.documents)
    [inForce, ...(mayCharge === null ? [] : [mayCharge])].forEach(visit);
  program.rules.flatMap(readOfRecords).forEach(visit);
  program.rules
    .flatMap(readOfGroups)
    .flatMap((expr) => tallied(expr, read, new Set()))
    .forEach(visit);
  return ids;
}

/** What an expression of a group asks of its records, also through terms and values. */
function tallied(expr: Expr, read: ReadonlyMap<string, readonly Expr[]>, seen: Set<string>): readonly Expr[] {
  if (expr.kind === "aggregate" || expr.kind === "ofEpisode") return children(expr);
  const id = idOf(expr);
  const key = `${expr.kind} ${id ?? ""}`;
  const through = id === undefined || seen.has(key) ? [] : (read.get(key) ?? []);
  seen.add(key);
  return [...children(expr), ...through].flatMap((part) => tallied(part, read, seen));
}

function idOf(expr: Expr): Id | undefined {
  switch (expr.kind) {
    case "value":
      return expr.value;
    case "measured":
      return expr.measured;
    case "term":
      return expr.term;
    default:
      return undefined;
  }
}
