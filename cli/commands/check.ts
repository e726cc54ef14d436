// avtal check: what is wrong with the agreements, several problems at a time, with fixes.

import type { Command } from "commander";
import type { CheckOptions } from "../actions/check.ts";
import { both, type Cli } from "../cli.ts";

export function addCheck(program: Command, { terminal, does }: Cli): void {
  program
    .command("check")
    .alias("granska")
    .description(both({ sv: "granska överenskommelser", en: "check agreements" }))
    .argument("[paths...]", both({ sv: "filer eller mappar", en: "files or folders" }))
    .option(
      "--strict",
      both({
        sv: "godta inte preliminära tolkningar och antaganden",
        en: "refuse preliminary readings and assumptions",
      }),
    )
    .option(
      "--fix",
      both({ sv: "gör de rättningar som bara kan vara på ett sätt", en: "make the fixes that can only be one way" }),
    )
    .option("--seal", both({ sv: "försegla beslutade texter i avtal.lock", en: "seal decided texts in avtal.lock" }))
    .option(
      "--sources <folder>",
      both({ sv: "mapp med källtexter för citaten", en: "folder of source texts for the quotes" }),
    )
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((paths: readonly string[], options: CheckOptions) =>
      does(async () => (await import("../actions/check.ts")).check(paths, options, terminal)),
    );
}
