// avtal verify: is a folder of a run still what the agreement and the data give?

import type { Command } from "commander";
import type { VerifyOptions } from "../actions/verify.ts";
import { both, type Cli } from "../cli.ts";
import { addMovedData } from "./shared-options.ts";

export function addVerify(program: Command, { terminal, does }: Cli): void {
  const command = program
    .command("verify")
    .alias("verifiera")
    .description(
      both({
        sv: "räkna om en körning och säg om allt blir detsamma",
        en: "compute a run again and say whether everything is the same",
      }),
    )
    .argument("<folder>", both({ sv: "mappen från --out eller --report", en: "the folder of --out or --report" }));
  addMovedData(command)
    .option("--json", both({ sv: "svaret som JSON", en: "the answer as JSON" }))
    .action((folder: string, options: VerifyOptions) =>
      does(async () => (await import("../actions/verify.ts")).verify(folder, options, terminal)),
    );
}
