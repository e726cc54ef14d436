// The lines of a program, and the program with some of its lines changed.
// Rule: one walk for both, so that what is covered, what is changed and what is run are the same lines.

import { canonical } from "@avtal/compiler/ir/canonical";
import type {
  Alternatives,
  ClauseIndex,
  DocumentIr,
  Expr,
  Guard,
  Measured,
  Program,
  Requirement,
  Rule,
  Term,
  Value,
} from "@avtal/compiler/ir/ir";
import type { Line, Owner, Role } from "./line.ts";

/** In the order of the program; one entry for each place where a line stands. */
export function linesOf(program: Program): Line[] {
  const lines: Line[] = [];
  mapLines(program, (line) => {
    lines.push(line);
    return line.expr;
  });
  return lines;
}

/** What stands in the place of a line; the same expression where nothing is changed. */
export type ChangeLine = (line: Line) => Expr | null;

export function mapLines(program: Program, change: ChangeLine): Program {
  const walk: Walk = { program, change };
  return {
    ...program,
    documents: program.documents.map((document) => changedDocument(document, walk)),
    values: program.values.map((value) => changedValue(value, walk)),
    measured: program.measured.map((measured) => changedMeasured(measured, walk)),
    terms: program.terms.map((term) => changedTerm(term, walk)),
    rules: program.rules.map((rule) => changedRule(rule, walk)),
  };
}

export function ownerOfRule({ document, name, purpose }: Rule): Owner {
  return { sort: purpose.kind === "statistic" ? "statistic" : "rule", document, name };
}

interface Walk {
  readonly program: Program;
  readonly change: ChangeLine;
}

interface Spot {
  readonly owner: Owner;
  readonly role: Role;
  readonly clause: ClauseIndex | null;
  readonly guards: readonly (Guard | null)[];
}

function changed(expr: Expr, spot: Spot, walk: Walk): Expr {
  return walk.change(lineAt(expr, spot, null, walk)) ?? expr;
}

function lineAt(expr: Expr | null, { owner, role, clause, guards }: Spot, cell: Line["cell"], walk: Walk): Line {
  return {
    key: [owner.sort, `${owner.document}.${owner.name}`, canonical(role), canonical(expr)].join("\n"),
    owner,
    role,
    clause: clause === null ? null : (walk.program.clauses[clause] ?? null),
    guards: guards.filter((guard) => guard !== null),
    expr,
    cell,
  };
}

function changedDocument(document: DocumentIr, walk: Walk): DocumentIr {
  const owner: Owner = { sort: "document", document: document.name, name: document.name };
  const at = (kind: "inForce" | "mayCharge"): Spot => ({ owner, role: { kind }, clause: null, guards: [] });
  return {
    ...document,
    inForce: changed(document.inForce, at("inForce"), walk),
    mayCharge: document.mayCharge === null ? null : changed(document.mayCharge, at("mayCharge"), walk),
  };
}

function changedValue(value: Value, walk: Walk): Value {
  const owner: Owner = { sort: "value", document: value.document, name: value.name };
  const spot = (role: Role, clause: ClauseIndex | null, guard: Guard | null): Spot => ({
    owner,
    role,
    clause,
    guards: [guard],
  });
  return {
    ...value,
    dependsOn: value.dependsOn.map((choice) => changed(choice, spot({ kind: "dependsOn" }, null, null), walk)),
    rows: value.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const role: Role = { kind: "cell", from: row.from, keys: cell.keys };
        return { ...cell, value: walk.change(lineAt(cell.value, spot(role, row.clause, row.guard), cell, walk)) };
      }),
    })),
  };
}

function changedMeasured(measured: Measured, walk: Walk): Measured {
  const owner: Owner = { sort: "measured", document: measured.document, name: measured.name };
  const { clause, fixed } = measured;
  return {
    ...measured,
    formula: slot(measured.formula, { owner, role: { kind: "formula" }, clause, guards: [] }, walk),
    fixed: fixed === null ? null : changed(fixed, { owner, role: { kind: "fixed" }, clause, guards: [] }, walk),
  };
}

function changedTerm(term: Term, walk: Walk): Term {
  const { document, name, clause } = term;
  return {
    ...term,
    definitions: term.definitions.map(({ from, by }) => ({
      from,
      by: by.map(({ guard, it }) => {
        if (it.kind === "condition") {
          const owner: Owner = { sort: "condition", document, name };
          return { guard, it: { ...it, lines: requirements(it.lines, { owner, clause, guards: [guard] }, walk) } };
        }
        const spot: Spot = {
          owner: { sort: "term", document, name },
          role: { kind: "definition" },
          clause,
          guards: [guard],
        };
        return { guard, it: { ...it, value: changed(it.value, spot, walk) } };
      }),
    })),
  };
}

function requirements(lines: readonly Requirement[], at: Omit<Spot, "role">, walk: Walk): Requirement[] {
  return lines.map((line) => {
    const role: Role = { kind: "requires", says: line.says };
    const spot = { ...at, role, clause: line.clause ?? at.clause, guards: [...at.guards, line.guard] };
    return { ...line, condition: changed(line.condition, spot, walk) };
  });
}

function changedRule(rule: Rule, walk: Walk): Rule {
  const owner = ownerOfRule(rule);
  const { clause, guards, grain } = rule;
  const at = (role: Role): Spot => ({ owner, role, clause, guards });
  const by = (kind: "inForce" | "scope" | "follows" | "payer" | "payee" | "invoicer" | "when"): Alternatives<Expr> =>
    slot(kind === "when" ? rule.chargedWhen : rule[kind], at({ kind }), walk);
  return {
    ...rule,
    inForce: by("inForce"),
    scope: by("scope"),
    grain:
      grain.kind === "episode"
        ? grain
        : {
            ...grain,
            from: changed(grain.from, at({ kind: "spanStart" }), walk),
            to: changed(grain.to, at({ kind: "spanEnd" }), walk),
          },
    requires: requirements(rule.requires, { owner, clause, guards }, walk),
    follows: by("follows"),
    keys: rule.keys.map(({ guard, it }) => ({
      guard,
      it: it.map((key) => ({
        ...key,
        value: changed(key.value, { ...at({ kind: "key", name: key.name }), guards: [...guards, guard] }, walk),
      })),
    })),
    payer: by("payer"),
    payee: by("payee"),
    invoicer: by("invoicer"),
    steps: rule.steps.map((step) => {
      const spot: Spot = {
        owner,
        role: { kind: "step", name: step.name },
        clause: step.clause ?? clause,
        guards: [...guards, step.guard],
      };
      return { ...step, value: changed(step.value, spot, walk) };
    }),
    chargedWhen: by("when"),
    quantity: rule.quantity.map(({ guard, it }) => ({
      guard,
      it: {
        ...it,
        quantity: changed(it.quantity, at({ kind: "quantity" }), walk),
        unitPrice: it.unitPrice === null ? null : changed(it.unitPrice, at({ kind: "unitPrice" }), walk),
      },
    })),
  };
}

function slot(by: Alternatives<Expr>, spot: Spot, walk: Walk): Alternatives<Expr> {
  return by.map(({ guard, it }) => ({ guard, it: changed(it, { ...spot, guards: [...spot.guards, guard] }, walk) }));
}
