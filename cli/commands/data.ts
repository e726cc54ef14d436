// avtal data check and avtal data sample: looking at a file before a run, and making one to try things out.

import type { Command } from "commander";
import type { DataSampleOptions } from "../actions/data-sample.ts";
import type { DataCheckOptions } from "../actions/data-check.ts";
import { both, type Cli } from "../cli.ts";
import { addColumns, addJson, addMaxRefused } from "./shared-options.ts";

export function addData(program: Command, { terminal, does }: Cli): void {
  const data = program
    .command("data")
    .description(both({ sv: "underlag: granska eller gör ett", en: "data: check or make some" }));
  const check = data
    .command("check")
    .alias("granska")
    .description(both({ sv: "granska ett underlag före en körning", en: "check a file before a run" }))
    .argument("<file>", both({ sv: "CSV eller Parquet", en: "CSV or Parquet" }))
    .option("--agreement <name>", both({ sv: "vars ordlista gäller", en: "whose vocabulary applies" }));
  addJson(addMaxRefused(addColumns(check))).action((file: string, options: DataCheckOptions) =>
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
