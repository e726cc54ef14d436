// avtal data check and avtal data sample: looking at a file before a run, and making one to try things out.

import type { Command } from "commander";
import { both, type Cli } from "../cli.ts";

export interface DataCheckOptions {
  readonly columns?: string;
  readonly agreement?: string;
  readonly json?: true;
  readonly maxRefused: string;
}

export interface DataSampleOptions {
  readonly episodes: string;
  readonly seed: string;
  readonly out: string;
  readonly from: string;
  readonly to: string;
  readonly agreement?: string;
  readonly json?: true;
}

export function addData(program: Command, { terminal, does }: Cli): void {
  const data = program
    .command("data")
    .description(both({ sv: "underlag: granska eller gör ett", en: "data: check or make some" }));
  data
    .command("check")
    .alias("granska")
    .description(both({ sv: "granska ett underlag före en körning", en: "check a file before a run" }))
    .argument("<file>", both({ sv: "CSV eller Parquet", en: "CSV or Parquet" }))
    .option(
      "--columns <file>",
      both({ sv: "YAML som säger vad kolumnerna heter", en: "YAML that says what the columns are called" }),
    )
    .option("--agreement <name>", both({ sv: "vars ordlista gäller", en: "whose vocabulary applies" }))
    .option("--max-refused <count>", both({ sv: "så många rader får avvisas", en: "so many rows may be refused" }), "0")
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((file: string, options: DataCheckOptions) =>
      does(async () => (await import("../actions/data-check.ts")).dataCheck(file, options, terminal)),
    );
  data
    .command("sample")
    .alias("exempel")
    .description(
      both({
        sv: "gör ett påhittat underlag, detsamma för samma frö",
        en: "make sample data, the same for the same seed",
      }),
    )
    .option("--episodes <count>", both({ sv: "antal vårdtillfällen", en: "number of care episodes" }), "5000")
    .option("--seed <number>", both({ sv: "frö", en: "seed" }), "1")
    .requiredOption("--out <file>", both({ sv: "ny fil, .csv eller .parquet", en: "new file, .csv or .parquet" }))
    .option("--from <month>", both({ sv: "första utskrivningsmånad", en: "first month of discharge" }), "2020-01")
    .option("--to <month>", both({ sv: "sista utskrivningsmånad", en: "last month of discharge" }), "2022-12")
    .option("--agreement <name>", both({ sv: "bara dess kommuner", en: "only its municipalities" }))
    .option("--json", both({ sv: "säg vad som skrevs som JSON", en: "say what was written as JSON" }))
    .action((options: DataSampleOptions) =>
      does(async () => (await import("../actions/data-sample.ts")).dataSample(options, terminal)),
    );
}
