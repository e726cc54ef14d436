// avtal sweep: how the cost moves with a value, and who begins to pay where.

import type { Command } from "commander";
import { both, several, type Cli } from "../cli.ts";

export interface SweepCommandOptions {
  readonly data: string;
  readonly set: readonly string[];
  readonly columns?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reading?: readonly string[];
  readonly event?: readonly string[];
  readonly maxRefused: string;
  readonly json?: true;
}

export function addSweep(program: Command, { terminal, does }: Cli): void {
  program
    .command("sweep")
    .alias("svep")
    .description(both({ sv: "visa hur kostnaden följer ett värde", en: "show how the cost follows a value" }))
    .argument("<agreement[@date][choices]>", both({ sv: "stockholm@2021-11-01", en: "stockholm@2021-11-01" }))
    .requiredOption(
      "--data <file>",
      both({ sv: "vårdtillfällen, CSV eller Parquet", en: "care episodes, CSV or Parquet" }),
    )
    .requiredOption(
      "--set <value[@date]=amount>",
      both({ sv: "en följd, tidsgräns=1,0..2,0:0,1, och fasta värden", en: "one range and any fixed values" }),
      several,
    )
    .option("--columns <file>", both({ sv: "YAML som säger vad kolumnerna heter", en: "YAML that names the columns" }))
    .option("--from <month>", both({ sv: "första utskrivningsmånad, 2022-01", en: "first month of discharge" }))
    .option("--to <month>", both({ sv: "sista utskrivningsmånad", en: "last month of discharge" }))
    .option("--reading <question=reading>", both({ sv: "välj en tolkning", en: "choose a reading" }), several)
    .option(
      "--event <event=date>",
      both({ sv: "säg när något inträffade", en: "say when something happened" }),
      several,
    )
    .option("--max-refused <count>", both({ sv: "så många rader får avvisas", en: "so many rows may be refused" }), "0")
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((agreement: string, options: SweepCommandOptions) =>
      does(async () => (await import("../actions/sweep.ts")).sweepCommand(agreement, options, terminal)),
    );
}
