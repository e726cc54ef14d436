// avtal readings: what each open question of an agreement is worth in kronor.

import type { Command } from "commander";
import { both, several, type Cli } from "../cli.ts";

export interface ReadingsCommandOptions {
  readonly data: string;
  readonly columns?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reading?: readonly string[];
  readonly event?: readonly string[];
  readonly set?: readonly string[];
  readonly maxRefused: string;
  readonly json?: true;
}

export function addReadings(program: Command, { terminal, does }: Cli): void {
  program
    .command("readings")
    .alias("tolkningar")
    .description(both({ sv: "visa vad varje öppen fråga är värd", en: "show what each open question is worth" }))
    .argument("<agreement[@date][choices]>", both({ sv: "stockholm@2021-11-01", en: "stockholm@2021-11-01" }))
    .requiredOption(
      "--data <file>",
      both({ sv: "vårdtillfällen, CSV eller Parquet", en: "care episodes, CSV or Parquet" }),
    )
    .option("--columns <file>", both({ sv: "YAML som säger vad kolumnerna heter", en: "YAML that names the columns" }))
    .option("--from <month>", both({ sv: "första utskrivningsmånad, 2022-01", en: "first month of discharge" }))
    .option("--to <month>", both({ sv: "sista utskrivningsmånad", en: "last month of discharge" }))
    .option(
      "--reading <question=reading>",
      both({ sv: "räkna från en annan tolkning", en: "start from a reading" }),
      several,
    )
    .option(
      "--event <event=date>",
      both({ sv: "säg när något inträffade", en: "say when something happened" }),
      several,
    )
    .option("--set <value[@date]=amount>", both({ sv: "ange ett värde", en: "supply a value" }), several)
    .option("--max-refused <count>", both({ sv: "så många rader får avvisas", en: "so many rows may be refused" }), "0")
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((agreement: string, options: ReadingsCommandOptions) =>
      does(async () => (await import("../actions/readings.ts")).readingsCommand(agreement, options, terminal)),
    );
}
