// avtal explain: why a line is what it is, or what a problem code means.

import type { Command } from "commander";
import type { ExplainOptions } from "../actions/explain.ts";
import { both, type Cli } from "../cli.ts";

export function addExplain(program: Command, { terminal, does }: Cli): void {
  program
    .command("explain")
    .alias("förklara")
    .alias("forklara")
    .description(both({ sv: "förklara en rad eller en kod", en: "explain a line or a code" }))
    .argument(
      "<line-or-code>",
      both({ sv: "0126-2022-03-genomsnitt eller AV4003", en: "a line's id, or a problem code" }),
    )
    .option("--run <folder>", both({ sv: "mappen från avtal run --out", en: "the folder from avtal run --out" }))
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((what: string, options: ExplainOptions) =>
      does(async () => (await import("../actions/explain.ts")).explain(what, options, terminal)),
    );
}
