// Turns our own CSV into Parquet through DuckDB, with a fitting type per field: moments as local timestamps.

import type { Field } from "@avtal/compiler/ir/ir";
import { openDatabase, run } from "./duckdb/open.ts";

export async function parquetFromCsv(csv: string, parquet: string, fields: readonly Field[]): Promise<void> {
  const { connection, close } = await openDatabase({ threads: "1" });
  try {
    const columns = fields.map((field) => `cast("${field.code}" as ${typeOf(field)}) as "${field.code}"`);
    const source = `read_csv(${quoted(csv)}, all_varchar = true, delim = ';', header = true, quote = '')`;
    await run(
      connection,
      `copy (select ${columns.join(", ")} from ${source}) to ${quoted(parquet)} (format parquet, compression zstd)`,
    );
  } finally {
    close();
  }
}

function typeOf(field: Field): string {
  switch (field.kind.kind) {
    case "moment":
      return "timestamp";
    case "date":
      return "date";
    case "condition":
      return "boolean";
    case "quantity":
      return "integer";
    case "choice":
    case "payer":
    case "text":
    case "clock":
    case "month":
    case "quarter":
    case "year":
      return "varchar";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
