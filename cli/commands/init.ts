// avtal init: a small agreement to begin with.

import type { Command } from "commander";
import type { InitOptions } from "../actions/init.ts";
import { both, type Cli } from "../cli.ts";

export function addInit(program: Command, { terminal, does }: Cli): void {
  program
    .command("init")
    .alias("påbörja")
    .description(
      both({
        sv: "lägg en liten överenskommelse att börja med i agreements/",
        en: "put a small agreement to begin with in agreements/",
      }),
    )
    .option("--json", both({ sv: "lista filerna som JSON", en: "list the files as JSON" }))
    .action((options: InitOptions) => does(async () => (await import("../actions/init.ts")).init(options, terminal)));
}
