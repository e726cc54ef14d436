// Which DuckDB is at hand: for `avtal doctor`. Fails where its binary cannot be loaded.

import duckdb from "@duckdb/node-bindings";

export function duckDbVersion(): Promise<string> {
  return Promise.resolve(duckdb.library_version());
}
