// Values, measured values, terms and conditions: what may also stand whole in a reading.
// Rule: these functions give all but span and doc comment, which every statement gets in one place.

import type { CstNode } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import type {
  BuiltInKind,
  Cell,
  Citations,
  ConditionStatement,
  KindName,
  MeasuredStatement,
  TableRow,
  TermStatement,
  ValueRow,
  ValueStatement,
} from "./ast.ts";
import { cover } from "../source.ts";
import { citationsFrom, questionFrom, trailingFrom } from "./citation-from-cst.ts";
import { has, node, nodes, token, tokens } from "./cst.ts";
import { expressionFrom, termFrom } from "./expression-from-cst.ts";
import { codeFrom, dateFrom, nameFrom, nameIn } from "./leaf-from-cst.ts";
import { conditionLineFrom } from "./line-from-cst.ts";
import { gapIn, spanOfNode, type Reading } from "./reading.ts";

type Bare<T> = Omit<T, "span" | "doc">;

export function valueFrom(reading: Reading, written: CstNode): Bare<ValueStatement> {
  const gap = gapIn(written);
  return {
    kind: "value",
    name: nameFrom(reading, token(written, sign.name), gap),
    type: has(written, word.in) ? kindFrom(reading, node(written, "kind"), gap) : undefined,
    dependsOn: nodes(node(written, "dependsOn"), "term").map((term) => termFrom(reading, term, gap)),
    code: codeFrom(reading, written),
    question: questionFrom(reading, node(written, "seeQuestion")),
    rows: nodes(written, "row").map((row) => rowFrom(reading, row)),
  };
}

export function rowFrom(reading: Reading, written: CstNode): ValueRow {
  const gap = gapIn(written);
  const table = nodes(written, "tableRow");
  return {
    span: spanOfNode(reading, written, gap),
    from: dateFrom(reading, token(written, sign.date), gap),
    content:
      table.length === 0
        ? { kind: "cell", cell: cellFrom(reading, node(written, "cell"), gap) }
        : { kind: "table", rows: table.map((row) => tableRowFrom(reading, row)) },
    ...trailingFrom(reading, written),
  };
}

function tableRowFrom(reading: Reading, written: CstNode): TableRow {
  const gap = gapIn(written);
  return {
    span: spanOfNode(reading, written, gap),
    keys: tokens(written, sign.name).map((name) => nameIn(reading, "tableKey", name, gap)),
    cell: cellFrom(reading, node(written, "cell"), gap),
  };
}

function cellFrom(reading: Reading, written: CstNode | undefined, otherwise: number): Cell {
  if (has(written, word.missing)) return { kind: "notKnown", span: spanOfNode(reading, written, otherwise) };
  return expressionFrom(reading, node(written, "expression"), otherwise);
}

export function measuredFrom(reading: Reading, written: CstNode): Bare<MeasuredStatement> {
  const gap = gapIn(written);
  return {
    kind: "measured",
    name: nameFrom(reading, token(written, sign.name), gap),
    type: kindFrom(reading, node(written, "kind"), gap),
    code: codeFrom(reading, written),
    question: questionFrom(reading, node(written, "seeQuestion")),
    cites: citationsFrom(reading, node(written, "citations")),
    formula: expressionFrom(reading, node(written, "expression"), gap),
    fixed: fixedFrom(reading, node(written, "fixed"), gap),
  };
}

export function fixedFrom(
  reading: Reading,
  written: CstNode | undefined,
  otherwise: number,
): MeasuredStatement["fixed"] {
  const value = node(written, "expression");
  if (value === undefined) return { kind: "notKnown" };
  const cites = citationsFrom(reading, node(written, "citations"));
  return { kind: "fixed", value: expressionFrom(reading, value, otherwise), cites };
}

export function conceptFrom(reading: Reading, written: CstNode): Bare<TermStatement> {
  const gap = gapIn(written);
  const trailing = trailingFrom(reading, written);
  return {
    kind: "term",
    name: nameFrom(reading, token(written, sign.name), gap),
    type: kindFrom(reading, node(written, "kind"), gap),
    code: codeFrom(reading, written),
    cites: together(citationsFrom(reading, node(written, "citations")), trailing.cites),
    definition: expressionFrom(reading, node(written, "expression"), gap),
    question: trailing.question,
  };
}

/** A term may be cited above its formula or after it; both are its citations. */
function together(first: Citations | undefined, second: Citations | undefined): Citations | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (first.kind === "assumption" || second.kind === "assumption") return first;
  const references = [...first.references, ...second.references];
  return { kind: "references", span: cover(first.span, second.span), references };
}

export function conditionStatementFrom(reading: Reading, written: CstNode): Bare<ConditionStatement> {
  return {
    kind: "condition",
    name: nameFrom(reading, token(written, sign.name), gapIn(written)),
    cites: citationsFrom(reading, node(written, "citations")),
    lines: nodes(written, "conditionLine").flatMap((line) => conditionLineFrom(reading, line) ?? []),
  };
}

const unitKinds: readonly (readonly [{ readonly name: string }, BuiltInKind])[] = [
  [word.days, "days"],
  [word.weekdays, "weekdays"],
  [word.careDays, "careDays"],
  [word.count, "count"],
  [word.kronor, "money"],
  [word.kronorPerDay, "moneyPerDay"],
  [word.yesNo, "condition"],
];

/** Kinds that are names where they do not stand after `i`, by their Swedish spelling. */
const namedKinds = new Map<string, BuiltInKind>([
  ["timmar", "hours"],
  ["tal", "number"],
  ["andel", "share"],
  ["datum", "date"],
  ["tidpunkt", "moment"],
  ["klockslag", "clock"],
  ["månad", "month"],
  ["kvartal", "quarter"],
  ["år", "year"],
  ["text", "text"],
  ["betalare", "payer"],
]);

export function kindFrom(reading: Reading, written: CstNode | undefined, otherwise: number): KindName {
  const span = spanOfNode(reading, written, otherwise);
  const unit = unitKinds.find(([type]) => has(written, type));
  if (unit !== undefined) return { kind: "kindName", span, text: unit[1], name: undefined };
  const said = token(written, sign.name);
  const name = nameIn(reading, "kind", said, otherwise);
  const text = name.document === undefined ? namedKinds.get(name.text) : undefined;
  return { kind: "kindName", span, text, name: text === undefined ? name : undefined };
}
