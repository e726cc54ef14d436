// Which engine computes a run: what was asked for, else what fits the place of the data.
// Rule: every engine gives the same lines; the choice is about time and memory alone.

export type EngineName = "typescript" | "duckdb" | "postgres" | "spark";

export const engineNames: readonly EngineName[] = ["typescript", "duckdb", "postgres", "spark"];

/**
 * Data in a database are evaluated there, and files of any size by generated TypeScript: the reader has made columns of
 * them by then, and handing these to DuckDB costs more time and memory than going through them.
 */
export function engineFor(asked: EngineName | undefined, data: string): EngineName {
  return asked ?? (isPostgresAddress(data) ? "postgres" : "typescript");
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
