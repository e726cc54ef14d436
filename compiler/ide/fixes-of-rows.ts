// Repairs of the dated rows of values and their tables.
// Rule: a number that nobody has said is written `saknas`, never made up.

import { dateText } from "@avtal/runtime/calendar";
import { say } from "../format/words.ts";
import { replaceWith, type Problem } from "../problem.ts";
import type { ValueRow, ValueStatement } from "../syntax/ast.ts";
import { treeOf } from "./analysis.ts";
import type { Fix, Span } from "./answers.ts";
import { afterLine, lineStart, statementAround, type FixPlace } from "./fix-place.ts";
import { nodesAt } from "./nodes.ts";
import { documentHolding } from "./things.ts";

export function rowRemoved({ span, tree, text }: FixPlace): readonly Fix[] {
  const row = nodesAt(tree, span.start).findLast((node) => "content" in node && "from" in node);
  if (row === undefined) return [];
  const start = lineStart(text, row.span.start);
  const label = { sv: "Ta bort den här raden", en: "Remove this row" };
  return [{ label, edits: [{ span: { ...span, start, end: afterLine(text, row.span.end) }, text: "" }] }];
}

/** A value that another document reads from an earlier day: a first row that says that it is not known. */
export function rowAdded({ tree, analysis }: FixPlace, { related }: Problem): readonly Fix[] {
  const value = related[0]?.span;
  const home = value === undefined ? undefined : treeOf(value.file, analysis);
  const from = documentHolding(tree, analysis)?.validity.days.from;
  if (value === undefined || home === undefined || from === undefined) return [];
  const statement = statementAround(value, home);
  return statement?.kind === "value" ? unknownFrom(from, statement, home.language) : [];
}

/** A value that begins later than its document: its first row is not known, or begins with the document. */
export function firstRowMended({ span, tree, analysis }: FixPlace): readonly Fix[] {
  const statement = statementAround(span, tree);
  const from = documentHolding(tree, analysis)?.validity.days.from;
  if (statement?.kind !== "value" || from === undefined) return [];
  const [first] = statement.rows;
  if (first === undefined || first.from.span.start !== span.start) return [];
  const day = dateText(from);
  const label = { sv: `Låt raden gälla från och med ${day}`, en: `Let the row apply from ${day}` };
  return [...unknownFrom(from, statement, tree.language), { label, edits: [{ span, text: day }] }];
}

function unknownFrom(from: number, { rows, dependsOn }: ValueStatement, language: "sv" | "en"): readonly Fix[] {
  const [first] = rows;
  if (first === undefined) return [];
  const cell =
    dependsOn.length === 0 ? say("missing", language) : `${say("others", language)}: ${say("missing", language)}`;
  const row = `${say("from", language)} ${dateText(from)}: ${cell}`;
  const label = {
    sv: `Skriv att värdet saknas från ${dateText(from)}`,
    en: `Say that the value is missing from ${dateText(from)}`,
  };
  return [{ label, edits: [{ span: { ...first.span, end: first.span.start }, text: `${row}\n  ` }] }];
}

/** A row that begins before its document begins with it. */
export function rowMovedToStart({ span, tree, analysis }: FixPlace): readonly Fix[] {
  const from = documentHolding(tree, analysis)?.validity.days.from;
  return from === undefined ? [] : [replaceWith(span, dateText(from))];
}

/** A table that misses choices is closed by a line for all the others, whose value is not known. */
export function tableClosed({ span, tree }: FixPlace): readonly Fix[] {
  const row = rowAt(span, tree);
  if (row?.content.kind !== "table") return [];
  const { language } = tree;
  const last = row.content.rows.at(-1);
  if (last === undefined) return [];
  const line = last.keys.map(() => say("others", language)).join(", ");
  const label = { sv: "Skriv att värdet saknas för övriga", en: "Say that the value is missing for the others" };
  const { end } = last.span;
  return [{ label, edits: [{ span: { ...span, start: end, end }, text: `; ${line}: ${say("missing", language)}` }] }];
}

function rowAt({ start, end }: Span, tree: FixPlace["tree"]): ValueRow | undefined {
  const values = tree.statements.flatMap((statement) => (statement.kind === "value" ? [statement] : []));
  return values.flatMap(({ rows }) => rows).find(({ span }) => span.start === start && span.end === end);
}
