// Which engine computes a run: what was asked for, else what fits the size and the place of the data.
// Rule: every engine gives the same lines; the choice is about time and memory alone.

export type EngineName = "typescript" | "duckdb" | "postgres" | "spark";

export const engineNames: readonly EngineName[] = ["typescript", "duckdb", "postgres", "spark"];

/** Up to here generated TypeScript is done before a database has been started. */
const largeForTypeScript = 5_000_000;

/** Data in a database are evaluated there. `records`: how many were read; null where they stay where they are. */
export function engineFor(asked: EngineName | undefined, data: string, records: number | null): EngineName {
  if (asked !== undefined) return asked;
  if (isPostgresAddress(data)) return "postgres";
  return records !== null && records > largeForTypeScript ? "duckdb" : "typescript";
}

export function isPostgresAddress(data: string): boolean {
  return data.startsWith("postgres://") || data.startsWith("postgresql://");
}

/** As people know it. */
export function engineTitle(engine: EngineName): string {
  switch (engine) {
    case "typescript":
      return "TypeScript";
    case "duckdb":
      return "DuckDB";
    case "postgres":
      return "PostgreSQL";
    case "spark":
      return "Spark";
  }
}
