// How a Parquet column of each type becomes text that says exactly the same: the reader then has one grammar for cells.
// Rule: no answer for a type that could round or that does not say what it counts.

/** A DuckDB expression of type VARCHAR; undefined for a type that is not taken. */
export function exactTextOf(column: string, type: string): string | undefined {
  if (type.startsWith("DECIMAL")) {
    return `case when ${column} = trunc(${column}) then cast(cast(${column} as hugeint) as varchar) else cast(${column} as varchar) end`;
  }
  if (type.startsWith("ENUM")) return `cast(${column} as varchar)`;
  switch (type) {
    case "VARCHAR":
      return column;
    case "BOOLEAN":
    case "DATE":
    case "UUID":
    case "TINYINT":
    case "SMALLINT":
    case "INTEGER":
    case "BIGINT":
    case "HUGEINT":
    case "UTINYINT":
    case "USMALLINT":
    case "UINTEGER":
    case "UBIGINT":
    case "UHUGEINT":
      return `cast(${column} as varchar)`;
    case "TIMESTAMP":
    case "TIMESTAMP_S":
    case "TIMESTAMP_MS":
    case "TIMESTAMP_NS":
      return `strftime(cast(${column} as timestamp), '${form}')`;
    case "TIMESTAMP WITH TIME ZONE":
      return `strftime(make_timestamp(epoch_us(${column})), '${form}') || 'Z'`;
    default:
      return undefined;
  }
}

const form = "%Y-%m-%dT%H:%M:%S";
