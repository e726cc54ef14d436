// The queries of a statement as text, each with those columns alone that something after it reads.
// Rule: names of columns are told apart in the whole statement, so that a name in a later text is all that must be found.

import type { Dialect } from "./dialect.ts";
import type { Body, Query, SelectedColumn } from "./stage.ts";

export interface PrintedQuery {
  readonly name: string;
  readonly says: string;
  readonly text: string;
  readonly endsStage: boolean;
}

/** `selects` is what is read from the queries in the end. A query that nothing reads is left out. */
export function pruned(
  queries: readonly Query[],
  selects: readonly string[],
  dialect: Dialect,
): readonly PrintedQuery[] {
  const columns = columnsOf(queries);
  const read = new Map<string, Set<string>>();
  const reads = (text: string): void => {
    const names = namesIn(text);
    for (const { name } of queries) {
      if (!names.has(name)) continue;
      const known = read.get(name) ?? new Set<string>();
      names.forEach((each) => known.add(each));
      read.set(name, known);
    }
  };
  selects.forEach(reads);
  const printed: PrintedQuery[] = [];
  for (const { name, body, says, endsStage } of [...queries].reverse()) {
    const needed = read.get(name);
    if (needed === undefined) continue;
    const parts = body.kind === "union" ? body.parts : [printedBody(body, needed, columns, dialect)];
    parts.forEach(reads);
    printed.push({ name, says, text: parts.join("\nUNION ALL "), endsStage });
  }
  return printed.reverse();
}

/** What each query gives, where that is known. */
function columnsOf(queries: readonly Query[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { name, body } of queries) {
    if (body.kind !== "select") continue;
    const inherited = body.all === null ? [] : (found.get(body.all.of) ?? []);
    found.set(name, [...inherited, ...body.columns.map((column) => column.name)]);
  }
  return found;
}

function printedBody(
  body: Exclude<Body, { readonly kind: "union" }>,
  needed: ReadonlySet<string>,
  columns: ReadonlyMap<string, readonly string[]>,
  dialect: Dialect,
): string {
  if (body.kind === "written") return body.text;
  const { all, rest, lookups = [], end = "" } = body;
  const inherited =
    all === null
      ? []
      : (columns.get(all.of) ?? [])
          .filter((name) => needed.has(name))
          .map((name) => `${all.alias}.${dialect.identifier(name)}`);
  const own = body.columns.filter(({ name }) => needed.has(name)).map((column) => selected(column, dialect));
  const list = [...(inherited.length === 0 ? [] : [inherited.join(", ")]), ...own];
  const read = namesIn(own.join(" "));
  const joined = lookups.filter(({ alias }) => read.has(alias)).map(({ text }) => `\n${text}`);
  return `SELECT\n  ${list.length === 0 ? "1 AS one" : list.join(",\n  ")}\n${rest}${joined.join("")}${end}`;
}

function selected({ name, text }: SelectedColumn, { identifier }: Dialect): string {
  const written = identifier(name);
  return text === written ? text : `${text} AS ${written}`;
}

/** Everything between two marks that names are quoted with, and more: a mark inside a text must not hide a name. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/["`]/));
}
