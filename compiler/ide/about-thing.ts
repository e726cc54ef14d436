// What there is to say of a thing: its line, its kind, its values by date, its source and its author's comment.
// Rule: values are shown as they are written; only which of them applies on a day is found out here.

import { dateText } from "@avtal/runtime/calendar";
import { expressionText } from "../format/expression-text.ts";
import type { Days, Document, ValueText } from "../resolve/document.ts";
import type { Cell, Language, Statement, ValueRow } from "../syntax/ast.ts";
import { kindText } from "./kind-text.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { HoverPart } from "./answers.ts";
import { citedQuotes } from "./hover-citation.ts";
import { insideOf, placesOf, type ThingAt } from "./things.ts";
import { sortWords } from "./sort-words.ts";

export function aboutThing(thing: ThingAt, today: number, analysis: Analysis): readonly HoverPart[] {
  const first = placesOf(thing, analysis).find(({ declares }) => declares);
  const sort = sortWords(thing.sort);
  const kind = kindText(thing, analysis);
  const where = { sv: `${sort.sv} i ${thing.document}`, en: `${sort.en} in ${thing.document}` };
  const words = kind === undefined ? where : { sv: `${where.sv} · ${kind.sv}`, en: `${where.en} · ${kind.en}` };
  const parts: HoverPart[] = [
    { kind: "code", text: thing.name },
    { kind: "words", words },
  ];
  const statement = first === undefined ? undefined : statementOf(first, analysis);
  const doc = statement?.doc;
  if (doc !== undefined) parts.push({ kind: "written", text: doc });
  const document = analysis.front.documents.get(thing.document);
  const value = thing.sort === "value" ? document?.values.get(thing.name) : undefined;
  if (value !== undefined && document !== undefined) parts.push(...valueParts(value, today, document));
  else if (first !== undefined) parts.push(...linesOf(first, statement, analysis));
  if (first !== undefined && statement !== undefined)
    parts.push(...citedQuotes(statement, first.at.span.file, analysis));
  return parts;
}

function statementOf({ at }: ThingAt, analysis: Analysis): Statement | undefined {
  const tree = treeOf(at.span.file, analysis);
  if (tree === undefined) return undefined;
  const around = insideOf(tree).filter(({ span }) => span.start <= at.span.start && at.span.end <= span.end);
  return around.at(-1);
}

/** A table of the values by their first day, and the one that applies today. */
function valueParts(value: ValueText, today: number, document: Document): readonly HoverPart[] {
  const language = document.files[0]?.language ?? "sv";
  const rows = value.rows.map((row) => [fromText(row.days), cellsText(row.it, language)]);
  const table: HoverPart = {
    kind: "table",
    head: [
      { sv: "från och med", en: "from and including" },
      { sv: "värde", en: "value" },
    ],
    rows,
  };
  const now = value.rows.findLast(({ days }) => holds(days, today));
  if (now === undefined) return [table];
  const text = cellsText(now.it, language);
  const sv = `I dag, ${dateText(today)}: ${text}`;
  return [table, { kind: "words", words: { sv, en: `Today, ${dateText(today)}: ${text}` } }];
}

export function cellsText(row: ValueRow, language: Language): string {
  const cellText = (cell: Cell): string =>
    cell.kind === "notKnown" ? (language === "sv" ? "saknas" : "missing") : expressionText(cell, language);
  if (row.content.kind === "cell") return cellText(row.content.cell);
  return row.content.rows
    .map(({ keys, cell }) => `${keys.map(({ text }) => text).join(", ")}: ${cellText(cell)}`)
    .join("; ");
}

function fromText({ from }: Days): string {
  return from === undefined ? "–" : dateText(from);
}

function holds({ from, until }: Days, day: number): boolean {
  return (from === undefined || day >= from) && (until === undefined || day < until);
}

/** The first lines of a definition as they are written; a rule is too long to be repeated whole. */
function linesOf({ at, sort }: ThingAt, statement: Statement | undefined, analysis: Analysis): readonly HoverPart[] {
  if (statement === undefined || sort === "document") return [];
  const text = textOf(at.span.file, analysis);
  const whole = text.slice(statement.span.start, statement.span.end);
  const lines = whole.split(/\r\n?|\n/);
  const shown =
    sort === "step" || sort === "field" || sort === "choice" || sort === "fact" ? [lineAt(text, at.span.start)] : lines;
  const cut = shown.slice(0, mostLines);
  return [{ kind: "code", text: [...cut, ...(shown.length > mostLines ? ["…"] : [])].join("\n") }];
}

const mostLines = 12;

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? text.length : end).trim();
}
