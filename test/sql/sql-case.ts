// What is run in a database and by the interpreter: the conformance cases and the shipped scenarios.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { readScenarioFiles } from "@avtal/replay/scenarios/files";
import { scenariosFrom } from "@avtal/replay/scenarios/hold/scenarios-from-files";
import { casesOf } from "@avtal/replay/scenarios/matrix/matrix";
import { optionsOf } from "@avtal/replay/scenarios/run/run-scenario";
import type { Columns } from "@avtal/runtime/columns";
import type { RunOptions } from "@avtal/runtime/result";
import { optionsFromCase, type CaseOptions } from "../harness/case-options.ts";
import { columnsFromCsv } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";
import { folderWorkspace } from "../harness/folder-workspace.ts";

export interface SqlCase {
  readonly program: Program;
  readonly columns: Columns;
  readonly options: RunOptions;
}

const folder = join(import.meta.dirname, "../conformance/cases");
const agreements = join(import.meta.dirname, "../../agreements");

export const conformanceCases: readonly string[] = readdirSync(folder).sort();

export function conformanceCase(name: string): SqlCase {
  const own = join(folder, name);
  const stated = parse(readFileSync(join(own, "case.yaml"), "utf8")) as CaseOptions & { readonly agreement: string };
  const program = compileFolder([join(agreements, "national"), own], stated.agreement);
  const columns = columnsFromCsv(program, readFileSync(join(own, "episodes.csv"), "utf8"));
  return { program, columns, options: optionsFromCase(stated, program) };
}

/** Every shipped scenario that has episodes, in every wording and reading that it is run in. */
export function scenarioCases(): readonly (SqlCase & { readonly which: string })[] {
  const compilation = compile(folderWorkspace([agreements]));
  if (compilation.kind === "rejected") throw new Error("The agreements do not compile.");
  const { texts } = readScenarioFiles(agreements, () => true);
  const { scenarios } = scenariosFrom(texts.scenarios, compilation.programs);
  return scenarios
    .filter(({ episodes }) => episodes.columns.count > 0)
    .flatMap((scenario) => {
      const program = compilation.programs.get(scenario.agreement);
      if (program === undefined) throw new Error(`No program ${scenario.agreement}.`);
      const cases = scenario.variants.flatMap((variant) => casesOf(scenario, variant, program));
      return cases.map((one) => ({
        which: `${scenario.name}, ${one.variant.label}, ${one.wording}`,
        program,
        columns: scenario.episodes.columns,
        options: optionsOf(one),
      }));
    });
}
