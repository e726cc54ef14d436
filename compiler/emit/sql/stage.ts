// A chain of queries over one kind of row, each adding columns to the one before: records, days, groups.
// Rule: a column is computed in the first query in which everything that it reads exists, and only once.

import { built, type Sql } from "./sql.ts";
import type { SqlValue } from "./value.ts";
import type { Emission } from "./emission.ts";

export interface Stage {
  readonly name: string;
  /** The query that the chain starts from. */
  from: () => Body;
  /** What the rows are, as a comment. */
  readonly says: string;
  readonly parent: Stage | null;
  readonly levels: Level[];
  /** What has been computed, by a text that tells it from everything else. */
  readonly known: Map<string, SqlValue>;
}

interface Level {
  readonly columns: { readonly name: string; readonly text: string }[];
  readonly lookups: Lookup[];
  readonly joins: string[];
}

/** A join that finds one row or none for each row, so that it is left out where nothing of it is read. */
export interface Lookup {
  readonly text: string;
  readonly alias: string;
}

/** `parent` is the stage whose columns the rows of `from` still have; its last query must be what `from` reads. */
export function newStage(name: string, from: () => Body, says: string, parent: Stage | null): Stage {
  return { name, from, says, parent, levels: [], known: new Map() };
}

/** `sql` as a column of its own; itself where it is a name or a constant already. */
export function column(stage: Stage, sql: Sql, wish: string, emission: Emission): Sql {
  if (isShort(sql)) return sql;
  const key = `column ${sql.text}`;
  const known = knownIn(stage, key);
  if (known !== undefined) return known.value;
  const name = emission.names.fresh(wish);
  levelAt(stage, sql.level).columns.push({ name, text: sql.text });
  const named = columnNamed(name, sql.level + 1, sql.nullable, emission);
  const { absentWith } = sql;
  const found = absentWith !== undefined && isShort(absentWith) ? { ...named, absentWith } : named;
  stage.known.set(key, { value: found, unknown: found, under: found, never: false, name: null });
  const day = knownIn(stage, dayKey(sql));
  if (day !== undefined) stage.known.set(dayKey(found), day);
  return found;
}

/** By what a stage knows the day of a column of moments, as the engine takes it from them by itself. */
export function dayKey(column: Sql): string {
  return `day of ${column.text}`;
}

/** A value of which each part that is longer than a name has a column. */
export function columns(stage: Stage, value: SqlValue, wish: string, emission: Emission): SqlValue {
  return {
    ...value,
    value: column(stage, value.value, wish, emission),
    unknown: column(stage, value.unknown, `${wish} okänt`, emission),
    under: column(stage, value.under, `${wish} nämnare`, emission),
    name: value.name === null ? null : column(stage, value.name, `${wish} namn`, emission),
  };
}

export function columnNamed(name: string, level: number, nullable: boolean, emission: Emission): Sql {
  return { text: emission.dialect.identifier(name), level, nullable };
}

/** Joins each row with the one row of a table that `text` finds, or none. `alias`: by which columns name it. */
export function lookUp(stage: Stage, level: number, text: string, alias: string): void {
  const { lookups } = levelAt(stage, level);
  if (!lookups.some((each) => each.text === text)) lookups.push({ text, alias });
}

export function knownIn(stage: Stage, key: string): SqlValue | undefined {
  const own = stage.known.get(key);
  if (own !== undefined || stage.parent === null) return own;
  const inherited = knownIn(stage.parent, key);
  return inherited === undefined ? undefined : fromParent(inherited);
}

/** The columns of a value as a stage sees them whose rows come from the stage that has them. */
export function fromParent(value: SqlValue): SqlValue {
  const { value: sql, unknown, under, name } = value;
  return {
    ...value,
    value: sunk(sql),
    unknown: sunk(unknown),
    under: sunk(under),
    name: name === null ? null : sunk(name),
  };
}

export function sunk({ text, nullable, absentWith }: Sql): Sql {
  return { text, nullable, level: 0, ...(absentWith === undefined ? {} : { absentWith: sunk(absentWith) }) };
}

/** The queries of a stage, in order; the last one has the name of the stage. */
export function queriesOf({ name, from, says, levels }: Stage, emission: Emission): Query[] {
  const queries: Query[] = [];
  const last = levels.length;
  let before = last === 0 ? name : emission.names.fresh(`${name} 0`);
  queries.push({ name: before, body: from(), says, after: null, endsStage: last === 0 });
  levels.forEach(({ columns: added, lookups, joins }, index) => {
    const isLast = index + 1 === last;
    const own = isLast ? name : emission.names.fresh(`${name} ${index + 1}`);
    const rest = [`FROM ${emission.dialect.identifier(before)} AS t`, ...joins].join("\n");
    const body: Body = {
      kind: "select",
      all: { alias: "t", of: before },
      columns: added.map(({ name: wish, text }) => ({ name: wish, text: withoutParentheses(text) })),
      rest,
      lookups,
      end: emission.dialect.fence,
    };
    queries.push({ name: own, body, says: "", after: joins.length === 0 ? before : null, endsStage: isLast });
    before = own;
  });
  return queries;
}

export interface Query {
  readonly name: string;
  readonly body: Body;
  readonly says: string;
  /** Of a step that only adds columns: the query before it, which nothing else reads. */
  readonly after: string | null;
  /** Whether rows are complete here: the last query of its stage. */
  readonly endsStage: boolean;
}

export type Body =
  | { readonly kind: "written"; readonly text: string }
  /** The rows of all, one after the other. */
  | { readonly kind: "union"; readonly parts: readonly string[] }
  /** `all`: of a query that stands before, every column that something later reads. */
  | {
      readonly kind: "select";
      readonly all: { readonly alias: string; readonly of: string } | null;
      readonly columns: readonly SelectedColumn[];
      /** From `FROM` to the end. */
      readonly rest: string;
      /** After `rest`, and what stands after these. */
      readonly lookups?: readonly Lookup[];
      readonly end?: string;
    };

export interface SelectedColumn {
  readonly name: string;
  readonly text: string;
  /** There are more rows by this column, so that it stands even where nothing reads it. */
  readonly makesRows?: true;
}

export function writtenBody(text: string): Body {
  return { kind: "written", text };
}

/** The rows of a stage, or those of them that `rest` lets through, with all that is known of them. */
export function rowsOf(stage: string, alias: string, rest: string, emission: Emission): Body {
  const from = `FROM ${emission.dialect.identifier(stage)} AS ${alias}${rest}`;
  return { kind: "select", all: { alias, of: stage }, columns: [], rest: from };
}

export function isShort({ text }: Sql): boolean {
  return /^(?:"(?:[^"]|"")*"|`(?:[^`]|``)*`|\(?-?\d+\)?|TRUE|FALSE|NULL|'[^'\\]{0,40}'(?:::text)?)$/.test(text);
}

function levelAt(stage: Stage, level: number): Level {
  while (stage.levels.length <= level) stage.levels.push({ columns: [], lookups: [], joins: [] });
  const found = stage.levels[level];
  if (found === undefined) throw new Error("A level that was just made is not there.");
  return found;
}

/** Without the outermost pair, where the text is one pair from end to end. */
function withoutParentheses(text: string): string {
  if (!text.startsWith("(") || !text.endsWith(")") || /['"`]/.test(text)) return text;
  let depth = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth === 0 && index < text.length - 1) return text;
  }
  return text.slice(1, -1);
}

export function reference(name: string, nullable: boolean, emission: Emission): Sql {
  return built(emission.dialect.identifier(name), [], nullable);
}
