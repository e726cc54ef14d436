// The shipped scenarios in DuckDB and PostgreSQL: what the interpreter gives, in every wording and reading of theirs.
// Rule: a share of the cases in every run, another one for each seed; AVTAL_SQL_SCENARIOS=1 takes all of them.

import { describe, expect, test } from "vitest";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { seedOfRun } from "../differential/generated-random.ts";
import { embedded, started } from "./engines-embedded.ts";
import { scenarioCases, type SqlCase } from "./sql-case.ts";
import { runIn, type SqlEngine } from "./sql-engine.ts";

const everyNth = Number(process.env["AVTAL_SQL_SCENARIOS"] ?? "400");
const seed = seedOfRun();
const cases = scenarioCases().filter((_, index) => (index + seed) % everyNth === 0);

describe.each(embedded)("$name", ({ name, start }) => {
  const engine = started(start);

  test(`${cases.length} cases of scenarios are the same (AVTAL_SEED=${seed})`, { timeout: 3_600_000 }, async () => {
    const found: string[] = [];
    for (const one of cases) found.push(...(await differencesIn(one, engine())));
    process.stdout.write(`${cases.length} cases of scenarios in ${name}\n`);
    expect(found).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });
});

async function differencesIn(
  { which, program, columns, options }: SqlCase & { readonly which: string },
  engine: SqlEngine,
): Promise<string[]> {
  const run = await runIn(engine, program, columns, options);
  if (run.kind === "unsayable") return [`${which}: ${run.construct}`];
  const [actual, expected] = [run.evaluation, interpret(program, columns, options)].map((evaluation) =>
    JSON.stringify({ ...evaluation, notes: [] }, (_, part: unknown) =>
      typeof part === "bigint" ? String(part) : part,
    ),
  );
  return actual === expected ? [] : [`${which}\n  ${engine.name}: ${actual ?? ""}\n  interpreter: ${expected ?? ""}`];
}
