// avtal scenario: scenarios made from what there is. `from` makes one of a real line, without ids and pseudonyms.

import type { Command } from "commander";
import type { ScenarioFromOptions } from "../actions/scenario.ts";
import { both, type Cli } from "../cli.ts";
import { addMovedData } from "./shared-options.ts";

export function addScenario(program: Command, { terminal, does }: Cli): void {
  const command = program
    .command("scenario")
    .description(both({ sv: "gör scenarier", en: "make scenarios" }))
    .command("from")
    .alias("från")
    .description(
      both({
        sv: "ett scenario av en riktig rad, utan id och pseudonymer",
        en: "a scenario from a real line, without ids and pseudonyms",
      }),
    )
    .argument("<line>", both({ sv: "radens id", en: "the id of the line" }))
    .requiredOption("--run <folder>", both({ sv: "mappen från avtal run --out", en: "the folder of avtal run --out" }));
  addMovedData(command)
    .option("--out <file>", both({ sv: "skriv scenariot dit, som .yaml", en: "write the scenario there, as .yaml" }))
    .action((line: string, options: ScenarioFromOptions) =>
      does(async () => (await import("../actions/scenario.ts")).scenarioFrom(line, options, terminal)),
    );
}
