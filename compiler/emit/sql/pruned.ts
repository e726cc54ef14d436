// The queries of a statement as text, each with those columns alone that something after it reads.
// Rule: names of columns are told apart in the whole statement, so that a name in a later text is all that must be found.

import type { Dialect } from "./dialect.ts";
import type { Body, Query, SelectedColumn } from "./stage.ts";

export interface PrintedQuery {
  readonly name: string;
  readonly says: string;
  readonly text: string;
  readonly endsStage: boolean;
  /** How often what stands after it names it. */
  readonly readers: number;
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
  const times = new Map<string, number>();
  selects.forEach((text) => {
    reads(text);
    count(text, times);
  });
  const printed: PrintedQuery[] = [];
  const standsFor = new Map<string, Pick<PrintedQuery, "name" | "endsStage">>();
  for (const query of [...queries].reverse()) {
    const { body, says } = query;
    const needed = read.get(query.name);
    if (needed === undefined) continue;
    const { name, endsStage } = standsFor.get(query.name) ?? query;
    if (isStepWithout(query, needed)) {
      standsFor.set(query.after, { name, endsStage });
      read.set(query.after, new Set(needed));
      continue;
    }
    const readers = times.get(name) ?? 0;
    if (body.kind === "union") body.parts.forEach((text) => count(text, times));
    const parts = body.kind === "union" ? body.parts : [printedBody(body, { needed, times }, columns, dialect)];
    parts.forEach(reads);
    printed.push({ name, says, text: parts.join("\nUNION ALL "), endsStage, readers });
  }
  return printed.reverse();
}

/** A step of a chain of which no column is read: the query before it, which nothing else reads, takes its name. */
function isStepWithout(query: Query, needed: ReadonlySet<string>): query is Query & { readonly after: string } {
  const { after, body } = query;
  if (after === null || body.kind !== "select") return false;
  return body.columns.every(({ name }) => !needed.has(name));
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
  { needed, times }: { readonly needed: ReadonlySet<string>; readonly times: Map<string, number> },
  columns: ReadonlyMap<string, readonly string[]>,
  dialect: Dialect,
): string {
  if (body.kind === "written") {
    count(body.text, times);
    return body.text;
  }
  const { all, rest, lookups = [] } = body;
  const inherited =
    all === null
      ? []
      : (columns.get(all.of) ?? [])
          .filter((name) => needed.has(name))
          .map((name) => `${all.alias}.${dialect.identifier(name)}`);
  const added = body.columns.filter(({ name, makesRows }) => makesRows === true || needed.has(name));
  const own = added.map((column) => selected(column, dialect));
  const list = [...(inherited.length === 0 ? [] : [inherited.join(", ")]), ...own];
  const read = namesIn(own.join(" "));
  const joined = lookups.filter(({ alias }) => read.has(alias)).map(({ text }) => `\n${text}`);
  const end = added.some(({ name }) => (times.get(name) ?? 0) > 1) ? (body.end ?? "") : "";
  const from = `${rest}${joined.join("")}`;
  [...added.map(({ text }) => text), from].forEach((text) => count(text, times));
  return `SELECT\n  ${list.length === 0 ? "1 AS one" : list.join(",\n  ")}\n${from}${end}`;
}

function selected({ name, text }: SelectedColumn, { identifier }: Dialect): string {
  const written = identifier(name);
  return text === written ? text : `${text} AS ${written}`;
}

/** Everything between two marks that names are quoted with, and more: a mark inside a text must not hide a name. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/["`]/));
}

/** How often each name stands in what has been printed, but where it is only handed on. */
function count(text: string, times: Map<string, number>): void {
  for (const name of text.split(/["`]/)) times.set(name, (times.get(name) ?? 0) + 1);
}
