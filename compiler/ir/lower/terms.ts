// `begrepp` and `villkor`: what is found out about a record, by day and by reading.
// Rule: the lines of a condition stay apart, so that the one that fails can be named.

import type { ConditionText, Document, GuardedLine, Versioned } from "../../resolve/document.ts";
import type { ConditionLine, TermStatement } from "../../syntax/ast.ts";
import type { Alternatives, Requirement, Term, TermBody } from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { codeName, idOf } from "./id.ts";
import { declaredOrFound, valueKindAt } from "./kinds.ts";
import { alternatives, lowerGuard } from "./readings.ts";
import { ofRecord } from "./standing.ts";
import { stretchesOf } from "./versions.ts";
import { writtenLine } from "./written-line.ts";

export function lowerTerm(document: Document, name: string, gathered: Gathering): Term {
  const terms = document.terms.get(name);
  if (terms !== undefined) return expressionTerm(document, name, terms, gathered);
  const conditions = document.conditions.get(name);
  if (conditions !== undefined) return conditionTerm(document, name, conditions, gathered);
  throw new Error(`${document.name} has no term called ${name}.`);
}

function expressionTerm(
  document: Document,
  name: string,
  texts: readonly Versioned<TermStatement>[],
  gathered: Gathering,
): Term {
  const statement = firstOf(texts).it;
  const kinds = texts.map(({ it }) => valueKindAt(it.definition, gathered.front));
  const bodies = new Map(texts.map((text) => [text, expressionBody(document, text.it, gathered)]));
  return {
    id: idOf(document.name, name),
    document: document.name,
    name,
    code: statement.code?.text ?? codeName(name),
    kind: declaredOrFound(statement.type, kinds, gathered.front),
    definitions: definitionsOf(texts, bodies, gathered),
    clause: gathered.clauses.indexOf(statement.cites, document),
    doc: statement.doc ?? null,
  };
}

function expressionBody(document: Document, { definition }: TermStatement, gathered: Gathering): TermBody {
  return { kind: "expression", value: lowerExpression(definition, ofRecord(document.name), gathered) };
}

function conditionTerm(document: Document, name: string, texts: readonly ConditionText[], gathered: Gathering): Term {
  const { statement } = firstOf(texts);
  const bodies = new Map(texts.map((text) => [text, conditionBody(document, text, gathered)]));
  return {
    id: idOf(document.name, name),
    document: document.name,
    name,
    code: codeName(name),
    kind: { kind: "condition" },
    definitions: definitionsOf(texts, bodies, gathered),
    clause: gathered.clauses.indexOf(statement.cites, document),
    doc: statement.doc ?? null,
  };
}

function conditionBody(document: Document, { statement, lines }: ConditionText, gathered: Gathering): TermBody {
  const requirements = lines.flatMap((line) => lowerConditionLine(line, document, statement.cites, gathered));
  return { kind: "condition", lines: requirements };
}

function lowerConditionLine(
  { line, guard, scope }: GuardedLine<ConditionLine>,
  document: Document,
  otherwise: ConditionLine["cites"],
  gathered: Gathering,
): readonly Requirement[] {
  if (line.kind === "nothing") return [];
  const condition = lowerExpression(line.condition, ofRecord(scope), gathered);
  return [
    {
      guard: lowerGuard(guard, gathered),
      condition: line.kind === "notWhen" ? { kind: "not", of: condition } : condition,
      says: writtenLine(line.span, line.condition.span, gathered.front),
      clause: gathered.clauses.indexOf(line.cites ?? otherwise, document),
    },
  ];
}

function definitionsOf<T extends Pick<Versioned<unknown>, "days" | "guard">>(
  texts: readonly T[],
  bodies: ReadonlyMap<T, TermBody>,
  gathered: Gathering,
): Term["definitions"] {
  return stretchesOf(texts).map(({ from, texts: active }) => ({ from, by: bodiesOf(active, bodies, gathered) }));
}

function bodiesOf<T extends Pick<Versioned<unknown>, "guard">>(
  active: readonly T[],
  bodies: ReadonlyMap<T, TermBody>,
  gathered: Gathering,
): Alternatives<TermBody> {
  return alternatives(
    active.flatMap((text) => {
      const it = bodies.get(text);
      return it === undefined ? [] : [{ guard: lowerGuard(text.guard, gathered), it }];
    }),
  );
}

function firstOf<T>(texts: readonly T[]): T {
  const [first] = texts;
  if (first === undefined) throw new Error("A name without a text.");
  return first;
}
