// What is found out about the text columns of a Parquet file before they are read: how long their first texts are, and
// which of them hold few different texts, which then come back as places in a list.
// Rule: this is for speed alone. The list is of the file itself, so that nothing is known before it is met there.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dictionary, Glance } from "./quick-form.ts";

export interface TextColumn {
  /** As the file names it, quoted. */
  readonly named: string;
  /** What we call it, and the SQL of its exact text under that name. */
  readonly column: string;
  readonly text: string;
  /** Whether places in a list are of use. */
  readonly mayBeFew: boolean;
}

/** More different texts than this are read as texts. */
const greatestSize = 4_000;
/** As many rows as are looked at first, and how many different texts among them leave hope for few in all. */
const firstRows = 2_048;
const fewAtFirst = 1_000;

/** By the name that we give a column. */
export async function glancesAt(
  connection: DuckDBConnection,
  source: string,
  columns: readonly TextColumn[],
): Promise<ReadonlyMap<string, Glance>> {
  const glances = new Map<string, Glance>();
  if (columns.length === 0) return glances;
  const first = await firstOf(connection, source, columns);
  for (const [index, { named, column, mayBeFew }] of columns.entries()) {
    const [longest = 0, different = 0] = first.slice(index * 2);
    const isFew = mayBeFew && different <= fewAtFirst;
    const dictionary = isFew ? await dictionaryOf(connection, source, named, `texts_${column}`) : undefined;
    glances.set(column, { dictionary, longest });
  }
  return glances;
}

/** For each column the bytes of the longest text and the number of different ones among the first rows. */
async function firstOf(
  connection: DuckDBConnection,
  source: string,
  columns: readonly TextColumn[],
): Promise<readonly number[]> {
  const asked = columns.flatMap(({ text }) => [`coalesce(max(strlen(${text})), 0)`, `count(distinct ${text})`]);
  const renamed = columns.map(({ named, column }) => `${named} as ${column}`);
  const rows = `select ${renamed.join(", ")} from ${source} limit ${firstRows}`;
  const [numbers = []] = (await connection.runAndReadAll(`select ${asked.join(", ")} from (${rows})`)).getRows();
  return numbers.map(Number);
}

/** Undefined for a column with too many different texts, or none. */
async function dictionaryOf(
  connection: DuckDBConnection,
  source: string,
  column: string,
  type: string,
): Promise<Dictionary | undefined> {
  const different = `select distinct ${column} from ${source} where ${column} is not null limit ${greatestSize + 1}`;
  await connection.run(`create type ${type} as enum (${different})`);
  const rows = (await connection.runAndReadAll(`select cast(unnest(enum_range(null::${type})) as varchar)`)).getRows();
  if (rows.length === 0 || rows.length > greatestSize) return undefined;
  return { type, texts: rows.map(([text]) => (typeof text === "string" ? text : "")) };
}
