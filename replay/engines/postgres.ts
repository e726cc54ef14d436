// Runs a statement in PostgreSQL: where the episodes lie in a table there, only lines and accounts come back.
// Rule: everything is read in one transaction that may not write; the address is never repeated in a message.

import pg from "pg";
import type { SqlRow } from "@avtal/compiler/emit/sql/decode";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import type { Field } from "@avtal/compiler/ir/ir";

export interface Postgres {
  readonly query: (sql: string) => Promise<SqlRow[]>;
  readonly columnsOf: (table: string) => Promise<ReadonlyMap<string, string>>;
  /** Whether a condition column is true in any row. */
  readonly holdsAny: (table: string, column: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** `address`: `postgres://user:password@host:port/database`. */
export async function openPostgres(address: string): Promise<Postgres> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  // Compiling a long statement costs more than it ever gives back here.
  await client.query("SET LOCAL jit = off");
  // It takes a chain of queries to give few rows, and would sort all of them for a few hundred groups.
  await client.query("SET LOCAL enable_sort = off");
  return {
    query: async (sql) => {
      const { rows } = await client.query<(string | number | null)[]>({ text: sql, rowMode: "array" });
      return rows.map((row) => rowFrom(row));
    },
    columnsOf: async (table) => {
      const { rows } = await client.query<[string, string]>({
        text: "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1 AND table_schema = ANY (current_schemas(false))",
        values: [table],
        rowMode: "array",
      });
      return new Map(rows.map(([name, type]) => [name, type]));
    },
    holdsAny: async (table, column) => {
      const { rows } = await client.query<[boolean]>({
        text: `SELECT EXISTS (SELECT 1 FROM ${quoted(table)} WHERE ${quoted(column)})`,
        rowMode: "array",
      });
      return rows[0]?.[0] === true;
    },
    close: async () => {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}

/** A table of episodes with the columns that the agreement's vocabulary names, in their plain types. */
export function episodesInPostgres(
  table: string,
  present: ReadonlyMap<string, string>,
  fields: readonly Field[],
): EpisodeTable {
  const known = fields.filter(({ code }) => present.has(code));
  return {
    from: `${quoted(table)} AS e`,
    id: `CAST(${quoted("id")} AS text)`,
    number: null,
    columns: new Map(known.map((field) => [field.code, readAs(field)])),
  };
}

/** Integers are widened, so that nothing overflows that did not have to. */
function readAs({ code, kind }: Field): string {
  switch (kind.kind) {
    case "quantity":
    case "clock":
    case "month":
    case "quarter":
    case "year":
      return `CAST(${quoted(code)} AS bigint)`;
    case "text":
    case "choice":
    case "payer":
      return `CAST(${quoted(code)} AS text)`;
    case "date":
    case "moment":
    case "condition":
      return quoted(code);
  }
}

function rowFrom(row: readonly (string | number | null)[]): SqlRow {
  const [section, rule, ...cells] = row;
  return [String(section), Number(rule), ...cells.map((cell) => (cell === null ? null : String(cell)))];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
