// Changes that can change no outcome by the form of what is changed, each with the reason.
// Rule: only what holds for every record and every reading is said here; the rest is tried.

import { canonical } from "@avtal/compiler/ir/canonical";
import { children, descendants, mapChildren } from "@avtal/compiler/ir/children";
import type { Expr, Program, Question, Value } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import { isRun } from "../coverage/points.ts";
import { linesOf } from "../lines/from-program.ts";
import type { Line } from "../lines/line.ts";

/** Null where a changed line may matter. */
export function alikeLine(line: Line, changed: Expr, program: Program): Words | null {
  if (line.expr === null) return null;
  if (isOnlyMeasured(line, program)) return onlyMeasured;
  if (withoutFloors(line, line.expr, program) === withoutFloors(line, changed, program)) return documentBegins;
  return withoutValueFloors(line.expr, program) === withoutValueFloors(changed, program) ? sameValue : null;
}

/** Null where a moved row may matter. */
export function alikeRow(value: Value, day: number): Words | null {
  return rowsOn(value, day) === rowsOn(value, day - 1) ? sameRow : null;
}

/** Null where another reading may matter. */
export function alikeReading(question: Question, program: Program): Words | null {
  const own = linesOf(program).filter(({ guards }) => guards.some((guard) => guard.question === question.id));
  const isMeasured = own.length > 0 && own.every((line) => line.owner.sort === "measured");
  return isMeasured ? onlyMeasured : null;
}

const onlyMeasured: Words = {
  sv: "Bara formeln för ett mätvärde läser det, och en körning räknar inte fram mätvärden.",
  en: "Only the formula of a measured value reads it, and a run works out no measured values.",
};

const documentBegins: Words = {
  sv: "Dokumentet självt börjar gälla först senare, eller samma dag.",
  en: "The document itself begins only later, or on the same day.",
};

const sameValue: Words = {
  sv: "Värdet är detsamma båda dagarna.",
  en: "The value is the same on both days.",
};

const sameRow: Words = { sv: "Raden före säger detsamma.", en: "The row before says the same." };

/** A term or condition that nothing in a run reads, directly or through others. */
function isOnlyMeasured({ owner }: Line, program: Program): boolean {
  if (owner.sort !== "term" && owner.sort !== "condition") return false;
  return !termsOfRuns(program).has(`${owner.document}.${owner.name}`);
}

const knownTerms = new WeakMap<Program, ReadonlySet<string>>();

/** Names of the terms that a run can come to, `document.name`. */
function termsOfRuns(program: Program): ReadonlySet<string> {
  const known = knownTerms.get(program);
  if (known !== undefined) return known;
  const lines = linesOf(program).filter((line) => line.expr !== null && line.role.kind !== "formula");
  const isTerm = ({ owner }: Line): boolean => owner.sort === "term" || owner.sort === "condition";
  const named = new Map(program.terms.map(({ id, document, name }) => [id, `${document}.${name}`]));
  const found = new Set<string>();
  const read = (expr: Expr): void => {
    for (const part of descendants(expr)) {
      const name = part.kind === "term" ? named.get(part.term) : undefined;
      if (name === undefined || found.has(name)) continue;
      found.add(name);
      for (const line of lines) {
        if (isTerm(line) && `${line.owner.document}.${line.owner.name}` === name && line.expr !== null) read(line.expr);
      }
    }
  };
  for (const line of lines) if (!isTerm(line) && isRun(line, program) && line.expr !== null) read(line.expr);
  knownTerms.set(program, found);
  return found;
}

/** The days from which a rule is in force, without the bounds that its document keeps anyhow. */
function withoutFloors({ role, owner }: Line, expr: Expr, program: Program): string {
  const isRule = owner.sort === "rule" || owner.sort === "statistic";
  const own = program.documents.find(({ name }) => name === owner.document);
  const floor = own === undefined || role.kind !== "inForce" || !isRule ? undefined : floorOf(own.inForce);
  if (floor === undefined) return canonical(expr);
  const parts = expr.kind === "and" ? expr.of : [expr];
  const kept = parts.filter((part) => {
    const day = firstDayOf(part);
    return day === undefined || day > floor;
  });
  return canonical(kept);
}

function floorOf(inForce: Expr): number | undefined {
  const parts = inForce.kind === "and" ? inForce.of : [inForce];
  const days = parts.flatMap((part) => firstDayOf(part) ?? []);
  return days.length === 0 ? undefined : Math.max(...days);
}

/** The day D of `the deciding day at the earliest D`. */
function firstDayOf(expr: Expr): number | undefined {
  if (expr.kind !== "compare" || expr.operator !== ">=" || expr.left.kind !== "decisionDate") return undefined;
  return expr.right.kind === "date" ? expr.right.day : undefined;
}

/** `value at the later of (x; D)`, with D as the first day of the row that it falls on. */
function withoutValueFloors(expr: Expr, program: Program): string {
  return canonical(withRowDays(expr, program));
}

function withRowDays(expr: Expr, program: Program): Expr {
  const inside = mapChildren(expr, (child) => withRowDays(child, program));
  if (inside.kind !== "value" || inside.at?.kind !== "greatest") return inside;
  const value = program.values.find(({ id }) => id === inside.value);
  if (value === undefined) return inside;
  const at = { ...inside.at, of: children(inside.at).map((part) => onFirstDay(part, value)) };
  return { ...inside, at };
}

function onFirstDay(part: Expr, { rows }: Value): Expr {
  if (part.kind !== "date") return part;
  const begun = rows.flatMap(({ from }) => (from !== null && from <= part.day ? [from] : []));
  return begun.length === 0 ? part : { ...part, day: Math.max(...begun) };
}

/** What the rows that begin last on a day or before it say, under each reading. */
function rowsOn({ rows }: Value, day: number): string {
  const begun = rows.filter(({ from }) => from === null || from <= day);
  const last = Math.max(...begun.map(({ from }) => from ?? -Infinity));
  const said = begun.filter(({ from }) => (from ?? -Infinity) === last);
  return canonical(said.map(({ guard, cells }) => ({ guard, cells })));
}
