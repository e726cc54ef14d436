// The shipped scenarios in DuckDB: what the interpreter gives, in every wording and reading that they are run in.
// Rule: a share of the cases in every run, another one for each seed; AVTAL_SQL_SCENARIOS=1 takes all of them.

import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { interpret } from "@avtal/compiler/interpret/interpret";
import type { Program } from "@avtal/compiler/ir/ir";
import { openDuckDb, type DuckDb } from "@avtal/replay/engines/duckdb";
import { readScenarioFiles } from "@avtal/replay/scenarios/files";
import { scenariosFrom } from "@avtal/replay/scenarios/hold/scenarios-from-files";
import { casesOf } from "@avtal/replay/scenarios/matrix/matrix";
import { optionsOf, type Case } from "@avtal/replay/scenarios/run/run-scenario";
import { folderWorkspace } from "../harness/folder-workspace.ts";
import { seedOfRun } from "../differential/generated-random.ts";
import { runInDuckDb } from "./duckdb-run.ts";

const agreements = join(import.meta.dirname, "../../agreements");
const everyNth = Number(process.env["AVTAL_SQL_SCENARIOS"] ?? "400");
const seed = seedOfRun();
let db: DuckDb;

beforeAll(async () => {
  db = await openDuckDb("1GB");
});

afterAll(() => db.close());

test(`scenarios are the same in DuckDB (AVTAL_SEED=${seed})`, { timeout: 3_600_000 }, async () => {
  const compilation = compile(folderWorkspace([agreements]));
  if (compilation.kind === "rejected") throw new Error("The agreements do not compile.");
  const { texts } = readScenarioFiles(agreements, () => true);
  const { scenarios } = scenariosFrom(texts.scenarios, compilation.programs);
  const programOf = (name: string): Program => {
    const program = compilation.programs.get(name);
    if (program === undefined) throw new Error(`No program ${name}.`);
    return program;
  };
  const cases = scenarios
    .filter(({ episodes }) => episodes.columns.count > 0)
    .flatMap((scenario) =>
      scenario.variants.flatMap((variant) => casesOf(scenario, variant, programOf(scenario.agreement))),
    )
    .filter((_, index) => (index + seed) % everyNth === 0);
  const found: string[] = [];
  for (const one of cases) found.push(...(await differencesIn(one, programOf(one.scenario.agreement))));
  process.stdout.write(`${cases.length} cases of scenarios in SQL\n`);
  expect(found).toEqual([]);
  expect(cases.length).toBeGreaterThan(0);
});

async function differencesIn(one: Case, program: Program): Promise<string[]> {
  const { columns } = one.scenario.episodes;
  const options = optionsOf(one);
  const which = `${one.scenario.name}, ${one.variant.label}, ${one.wording}`;
  const run = await runInDuckDb(db, program, columns, options);
  if (run.kind === "unsayable") return [`${which}: ${run.construct}`];
  const [actual, expected] = [run.evaluation, interpret(program, columns, options)].map((evaluation) =>
    JSON.stringify({ ...evaluation, notes: [] }, (_, part: unknown) =>
      typeof part === "bigint" ? String(part) : part,
    ),
  );
  return actual === expected ? [] : [`${which}\n  DuckDB:      ${actual ?? ""}\n  interpreter: ${expected ?? ""}`];
}
