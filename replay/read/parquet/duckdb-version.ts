// Which DuckDB is at hand: for `avtal doctor`. Fails where its binary cannot be loaded.

import { version } from "@duckdb/node-api";

export function duckDbVersion(): Promise<string> {
  return Promise.resolve(version());
}
