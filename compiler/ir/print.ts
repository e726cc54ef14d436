// A program as text, for goldens: everything that decides what a run gives, one thing a line.
// Rule: what no run depends on (titles, quotes, doc comments) is left out, and so are fields and registers, which are data.

import { dateText } from "@avtal/runtime/calendar";
import type {
  Alternatives,
  Measured,
  Program,
  Question,
  Requirement,
  Rule,
  Term,
  TermBody,
  Value,
  ValueKind,
} from "./ir.ts";
import { printExpr, printGuard, printKey, printSpan } from "./print-expr.ts";

export function print(program: Program): string {
  const blocks = [
    [`program ${program.main}`],
    ...program.documents.map(({ name, role, weekdaysExcept, inForce, mayCharge }) => [
      `document ${name} ${role}`,
      ...(weekdaysExcept.length === 0 ? [] : [`  weekdays except ${weekdaysExcept.join(", ")}`]),
      `  in force ${printExpr(inForce)}`,
      ...(mayCharge === null ? [] : [`  may charge ${printExpr(mayCharge)}`]),
    ]),
    ...program.events.map(({ id, state }) => [
      `event ${id} ${state.kind === "happened" ? dateText(state.day) : state.kind}`,
    ]),
    ...program.questions.map(printQuestion),
    ...program.values.map((value) => printValue(value, program)),
    ...program.measured.map((measured) => printMeasured(measured, program)),
    ...program.terms.map((term) => printTerm(term, program)),
    ...program.rules.map((rule) => printRule(rule, program)),
  ];
  return blocks.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function printQuestion({ id, readings, chosen }: Question): readonly string[] {
  return [
    `question ${id} (${readings.map(({ name }) => name).join(" | ")})`,
    ...chosen.map(
      ({ from, reading, preliminary }) => `  ${since(from)}${reading}${preliminary ? " (preliminary)" : ""}`,
    ),
  ];
}

function printValue(value: Value, program: Program): readonly string[] {
  const on = value.dependsOn.length === 0 ? "" : ` by ${value.dependsOn.map(printExpr).join(", ")}`;
  return [
    `value ${value.id} (${value.code}): ${printKind(value.kind)}${on}`,
    ...value.rows.flatMap(({ from, guard, cells, clause }) =>
      cells.map(({ keys, value: cell }) => {
        const key = keys.length === 0 ? "" : `${keys.map((each) => each ?? "others").join(", ")}: `;
        const held = cell === null ? "missing" : printExpr(cell);
        return `  ${since(from)}${printGuard(guard)}${key}${held}${cited(clause, program)}`;
      }),
    ),
    ...(value.until === null ? [] : [`  until ${dateText(value.until)}`]),
  ];
}

function printMeasured(measured: Measured, program: Program): readonly string[] {
  return [
    `measured ${measured.id} (${measured.code}): ${printKind(measured.kind)}${cited(measured.clause, program)}`,
    ...printSlot("formula", measured.formula, printExpr),
    `  fixed ${measured.fixed === null ? "missing" : printExpr(measured.fixed)}`,
  ];
}

function printTerm(term: Term, program: Program): readonly string[] {
  return [
    `term ${term.id} (${term.code}): ${printKind(term.kind)}${cited(term.clause, program)}`,
    ...term.definitions.flatMap(({ from, by }) =>
      by.flatMap(({ guard, it }) => printBody(`  ${since(from)}${printGuard(guard)}`, it, program)),
    ),
  ];
}

function printBody(start: string, body: TermBody, program: Program): readonly string[] {
  if (body.kind === "expression") return [`${start}${printExpr(body.value)}`];
  return [`${start}all of`, ...body.lines.map((line) => `  ${printRequirement(line, program)}`)];
}

function printRequirement({ guard, condition, clause }: Requirement, program: Program): string {
  return `  ${printGuard(guard)}requires ${printExpr(condition)}${cited(clause, program)}`;
}

function printRule(rule: Rule, program: Program): readonly string[] {
  const { purpose, grain } = rule;
  const says = purpose.kind === "notModelled" ? ` ${JSON.stringify(purpose.says)}` : "";
  const triggers =
    purpose.kind === "statistic" && purpose.triggers !== null ? ` ${JSON.stringify(purpose.triggers)}` : "";
  return [
    `rule ${rule.id}: ${purpose.kind}${says}${triggers}${cited(rule.clause, program)}`,
    ...rule.guards.map((guard) => `  only ${printGuard(guard).replace(/: $/, "")}`),
    ...(rule.insteadOf.length === 0 ? [] : [`  instead of ${rule.insteadOf.join(", ")}`]),
    ...(rule.onTopOf.length === 0 ? [] : [`  on top of ${rule.onTopOf.join(", ")}`]),
    ...printSlot("in force", rule.inForce, printExpr),
    `  each ${grain.kind}${grain.kind === "day" ? ` ${printSpan(grain)}` : ""}`,
    ...printSlot("scope", rule.scope, printExpr),
    ...rule.requires.map((line) => printRequirement(line, program)),
    ...printSlot("follows", rule.follows, printExpr),
    ...printSlot("per", rule.keys, (keys) => keys.map(printKey).join(" · ")),
    ...printSlot("payer", rule.payer, printExpr),
    ...printSlot("payee", rule.payee, printExpr),
    ...rule.steps.map(
      ({ name, kind, guard, value, clause }) =>
        `  ${printGuard(guard)}${name}: ${printKind(kind)} = ${printExpr(value)}${cited(clause, program)}`,
    ),
    ...printSlot("charged when", rule.chargedWhen, printExpr),
    ...printSlot("shows", rule.quantity, ({ quantity, unit, unitPrice }) => {
      const price = unitPrice === null ? "" : ` at ${printExpr(unitPrice)}`;
      return `${printExpr(quantity)} in ${unit}${price}`;
    }),
    ...printSlot("invoiced by", rule.invoicer, printExpr),
  ];
}

function printSlot<T>(name: string, by: Alternatives<T>, printOne: (it: T) => string): readonly string[] {
  return by.map(({ guard, it }) => `  ${printGuard(guard)}${name} ${printOne(it)}`);
}

function printKind(kind: ValueKind): string {
  switch (kind.kind) {
    case "quantity":
      return kind.whole ? `whole ${kind.unit}` : kind.unit;
    case "choice":
      return `choice of ${kind.field}`;
    case "payer":
      return kind.register === null ? "payer" : `payer of ${kind.register}`;
    default:
      return kind.kind;
  }
}

function since(from: number | null): string {
  return from === null ? "" : `from ${dateText(from)}: `;
}

function cited(clause: number | null, program: Program): string {
  const found = clause === null ? undefined : program.clauses[clause];
  if (found === undefined || (found.place === "" && !found.assumption)) return "";
  return found.assumption ? "   # assumed" : `   # ${found.place}`;
}
