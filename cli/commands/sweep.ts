// avtal sweep: how the cost moves with a value, and who begins to pay where.

import type { Command } from "commander";
import type { SweepCommandOptions } from "../actions/sweep.ts";
import { both, several, type Cli } from "../cli.ts";
import { addColumnsAndMonths, addEpisodes, addJson, addMaxRefused, addReadingAndEvent } from "./shared-options.ts";

export function addSweep(program: Command, { terminal, does }: Cli): void {
  const command = program
    .command("sweep")
    .alias("svep")
    .description(both({ sv: "visa hur kostnaden följer ett värde", en: "show how the cost follows a value" }))
    .argument(
      "<agreement[@date][choices]>",
      both({ sv: "överenskommelsen: stockholm@2021-11-01", en: "the agreement: stockholm@2021-11-01" }),
    )
    .requiredOption(
      "--set <value[@date]=amount>",
      both({ sv: "en följd, tidsgräns=1,0..2,0:0,1, och fasta värden", en: "one range and any fixed values" }),
      several,
    );
  addJson(addMaxRefused(addReadingAndEvent(addColumnsAndMonths(addEpisodes(command))))).action(
    (agreement: string, options: SweepCommandOptions) =>
      does(async () => (await import("../actions/sweep.ts")).sweepCommand(agreement, options, terminal)),
  );
}
