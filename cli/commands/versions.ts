// avtal versions: the wordings of an agreement, every day on which something changes, and what.

import type { Command } from "commander";
import type { VersionsOptions } from "../actions/versions.ts";
import { both, type Cli } from "../cli.ts";

export function addVersions(program: Command, { terminal, does }: Cli): void {
  program
    .command("versions")
    .alias("lydelser")
    .description(both({ sv: "visa en överenskommelses lydelser", en: "list the wordings of an agreement" }))
    .argument("<agreement>", both({ sv: "överenskommelsens namn", en: "name of the agreement" }))
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((agreement: string, options: VersionsOptions) =>
      does(async () => (await import("../actions/versions.ts")).versions(agreement, options, terminal)),
    );
}
