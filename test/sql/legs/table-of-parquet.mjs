// Writes a Parquet file as CSV for COPY and prints the CREATE TABLE that fits it. Used by .ci/legs/postgres.

import { DuckDBInstance } from "@duckdb/node-api";

const [parquet, csv] = process.argv.slice(2);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const types = {
  VARCHAR: "text",
  BOOLEAN: "boolean",
  INTEGER: "integer",
  BIGINT: "bigint",
  DATE: "date",
  TIMESTAMP: "timestamp",
};

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
const described = await connection.runAndReadAll(`describe select * from read_parquet(${quoted(parquet)})`);
const columns = described.getRows().map(([name, type]) => `"${name}" ${types[type]}`);
await connection.run(
  `copy (select * from read_parquet(${quoted(parquet)})) to ${quoted(csv)} (format csv, header true)`,
);
process.stdout.write(`CREATE TABLE episodes (${columns.join(", ")});\n`);
connection.closeSync();
instance.closeSync();
