// Turns our own CSV into Parquet through DuckDB, with a fitting type per field: moments as local timestamps.

import { DuckDBInstance } from "@duckdb/node-api";
import type { Field } from "@avtal/compiler/ir/ir";

export async function parquetFromCsv(csv: string, parquet: string, fields: readonly Field[]): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    const columns = fields.map((field) => `cast("${field.code}" as ${typeOf(field)}) as "${field.code}"`);
    const source = `read_csv(${quoted(csv)}, all_varchar = true, delim = ';', header = true, quote = '')`;
    await connection.run(
      `copy (select ${columns.join(", ")} from ${source}) to ${quoted(parquet)} (format parquet, compression zstd)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
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
