// avtal readings: what each open question of an agreement is worth in kronor.

import type { Command } from "commander";
import type { ReadingsCommandOptions } from "../actions/readings.ts";
import { both, type Cli } from "../cli.ts";
import { addChoices, addColumnsAndMonths, addEpisodes, addJson, addMaxRefused } from "./shared-options.ts";

export function addReadings(program: Command, { terminal, does }: Cli): void {
  const command = program
    .command("readings")
    .alias("tolkningar")
    .description(both({ sv: "visa vad varje öppen fråga är värd", en: "show what each open question is worth" }))
    .argument(
      "<agreement[@date][choices]>",
      both({ sv: "överenskommelsen: stockholm@2021-11-01", en: "the agreement: stockholm@2021-11-01" }),
    );
  addJson(addMaxRefused(addChoices(addColumnsAndMonths(addEpisodes(command))))).action(
    (agreement: string, options: ReadingsCommandOptions) =>
      does(async () => (await import("../actions/readings.ts")).readingsCommand(agreement, options, terminal)),
  );
}
