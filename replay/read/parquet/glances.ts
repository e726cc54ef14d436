// What is found out about the texts of a Parquet file before they are read: how long the first ones of a column are, and
// which columns hold few different ones, which then come back as places in a list.
// Rule: this is for speed alone. The list is of the file itself, so that nothing is known before it is met there.

import { run, type Connection } from "../../duckdb/open.ts";
import { textRows } from "../../duckdb/rows.ts";
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
  connection: Connection,
  source: string,
  columns: readonly TextColumn[],
): Promise<ReadonlyMap<string, Glance>> {
  if (columns.length === 0) return new Map();
  const first = await firstOf(connection, source, columns);
  const few = columns.filter(({ mayBeFew }, index) => mayBeFew && (first[index * 2 + 1] ?? 0) <= fewAtFirst);
  const dictionaries = await dictionariesOrNone(connection, source, few);
  return new Map(
    columns.map(({ column }, index) => [
      column,
      { dictionary: dictionaries.get(column), longest: first[index * 2] ?? 0 },
    ]),
  );
}

/** For each column the bytes of the longest text and about how many different ones there are among the first rows. */
async function firstOf(
  connection: Connection,
  source: string,
  columns: readonly TextColumn[],
): Promise<readonly number[]> {
  const asked = columns.flatMap(({ text }) => [`coalesce(max(strlen(${text})), 0)`, `approx_count_distinct(${text})`]);
  const renamed = columns.map(({ named, column }) => `${named} as ${column}`);
  const rows = `select ${renamed.join(", ")} from ${source} limit ${firstRows}`;
  const [numbers = []] = await textRows(connection, asked, `(${rows})`);
  return numbers.map(Number);
}

/** None where a column that begins with few texts goes on with more than the memory holds: they are read as texts. */
async function dictionariesOrNone(
  connection: Connection,
  source: string,
  columns: readonly TextColumn[],
): Promise<ReadonlyMap<string, Dictionary>> {
  try {
    return await dictionariesOf(connection, source, columns);
  } catch {
    return new Map();
  }
}

/** None for a column with too many different texts, or without any. */
async function dictionariesOf(
  connection: Connection,
  source: string,
  columns: readonly TextColumn[],
): Promise<ReadonlyMap<string, Dictionary>> {
  if (columns.length === 0) return new Map();
  const each = columns.map(
    ({ named, column }) =>
      `(select '${column}' as name, ${named} as text from ${source} where ${named} is not null group by all limit ${greatestSize + 1})`,
  );
  await run(connection, `create temp table texts as ${each.join(" union all ")}`);
  const types = columns.map(({ column }) => `texts_${column}`);
  for (const [index, { column }] of columns.entries()) {
    await run(connection, `create type ${types[index]} as enum (select text from texts where name = '${column}')`);
  }
  const dictionaries = new Map<string, Dictionary>();
  for (const [index, { column }] of columns.entries()) {
    const type = types[index] ?? "";
    const texts = (await textRows(connection, ["text"], `(select unnest(enum_range(null::${type})) as text)`)).flat();
    if (texts.length > 0 && texts.length <= greatestSize) dictionaries.set(column, { type, texts });
  }
  return dictionaries;
}
