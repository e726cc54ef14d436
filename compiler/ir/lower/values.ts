// Dated rows and tables: from when, how much, by which clause.
// Rule: a row applies until the next one's day; of two rows on the same day the amendment's stands, the older falls away.

import type { Document, ValueText } from "../../resolve/document.ts";
import type { Cell, Expression, Name, ValueRow as WrittenRow } from "../../syntax/ast.ts";
import type { Guard, Value, ValueKind, ValueRow } from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { codeName, idOf } from "./id.ts";
import { declaredOrFound, valueKindAt } from "./kinds.ts";
import { choiceCode, targetOf } from "./names.ts";
import { lowerGuard } from "./readings.ts";
import { ofRecord } from "./standing.ts";

export function lowerValue(document: Document, name: string, gathered: Gathering): Value {
  const text = document.values.get(name);
  if (text === undefined) throw new Error(`${document.name} has no value called ${name}.`);
  const standing = ofRecord(document.name);
  const { statement } = text;
  return {
    id: idOf(document.name, name),
    document: document.name,
    name,
    code: statement.code?.text ?? codeName(name),
    kind: kindOfValue(text, gathered),
    dependsOn: statement.dependsOn.map((choice) => lowerExpression(choice, standing, gathered)),
    rows: withoutSuperseded(rowsOf(text, document, gathered)),
    until: endOf(text),
  };
}

function rowsOf(text: ValueText, document: Document, gathered: Gathering): readonly ValueRow[] {
  return text.rows.map(({ days, guard, it }) => ({
    from: days.from ?? null,
    guard: lowerGuard(guard ?? text.guard, gathered),
    cells: cellsOf(it, document, gathered),
    clause: gathered.clauses.indexOf(it.cites, document),
  }));
}

function cellsOf({ content }: WrittenRow, document: Document, gathered: Gathering): ValueRow["cells"] {
  const lowered = (cell: Cell): ValueRow["cells"][number]["value"] =>
    cell.kind === "notKnown" ? null : lowerExpression(cell, ofRecord(document.name), gathered);
  if (content.kind === "cell") return [{ keys: [], value: lowered(content.cell) }];
  return content.rows.map(({ keys, cell }) => ({
    keys: keys.map((key) => tableKey(key, gathered)),
    value: lowered(cell),
  }));
}

/** The code of a choice or a payer; null for `övriga`. */
function tableKey(key: Name, gathered: Gathering): string | null {
  const target = targetOf(key, gathered);
  if (target.kind === "choice") return choiceCode(target.choice);
  if (target.kind === "payer") return target.entry.code;
  if (target.kind === "builtIn" && target.builtIn === "others") return null;
  throw new Error(`A ${target.kind} is a key of a table.`);
}

/** Two rows of one day and one guard: the first is the amendment's, and the older one never applies. */
function withoutSuperseded(rows: readonly ValueRow[]): readonly ValueRow[] {
  return rows.filter((row, index) => {
    const before = rows.slice(0, index);
    return !before.some(
      (newer) => newer.from === row.from && (newer.guard === null || sameGuard(newer.guard, row.guard)),
    );
  });
}

function sameGuard(a: Guard, b: Guard | null): boolean {
  return b !== null && a.question === b.question && b.readings.every((reading) => a.readings.includes(reading));
}

/** The first day without a row: the latest end, where every row has one. */
function endOf({ rows }: ValueText): number | null {
  let last: number | null = null;
  for (const { days } of rows) {
    if (days.until === undefined) return null;
    last = Math.max(last ?? days.until, days.until);
  }
  return last;
}

/** The declared kind, else that of what the rows hold; whole where every known row is. */
function kindOfValue({ statement, rows }: ValueText, { front }: Gathering): ValueKind {
  const cells = rows.flatMap(({ it }) => knownCells(it));
  return declaredOrFound(
    statement.type,
    cells.map((cell) => valueKindAt(cell, front)),
    front,
  );
}

function knownCells({ content }: WrittenRow): readonly Expression[] {
  const cells = content.kind === "cell" ? [content.cell] : content.rows.map(({ cell }) => cell);
  return cells.flatMap((cell) => (cell.kind === "notKnown" ? [] : [cell]));
}
