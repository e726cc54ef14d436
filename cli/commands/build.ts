// avtal build: an agreement as something that other programs use.

import { Option, type Command } from "commander";
import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import { both, type Cli } from "../cli.ts";

export interface BuildOptions {
  readonly target: "typescript" | "sql" | "json";
  readonly dialect: DialectName;
  readonly out: string;
  readonly json?: true;
}

export function addBuild(program: Command, { terminal, does }: Cli): void {
  program
    .command("build")
    .alias("bygg")
    .description(both({ sv: "bygg det som andra program använder", en: "build what other programs use" }))
    .argument("[agreement]", both({ sv: "en överenskommelse; annars alla", en: "one agreement; otherwise all" }))
    .addOption(
      new Option("--target <target>", both({ sv: "vad som byggs", en: "what to build" }))
        .choices(["typescript", "sql", "json"])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--dialect <dialect>", both({ sv: "vilken SQL", en: "which SQL" }))
        .choices(["duckdb", "postgres", "spark"])
        .default("duckdb"),
    )
    .requiredOption("--out <folder>", both({ sv: "mapp för filerna", en: "folder for the files" }))
    .option("--json", both({ sv: "lista filerna som JSON", en: "list the files as JSON" }))
    .action((agreement: string | undefined, options: BuildOptions) =>
      does(async () => (await import("../actions/build.ts")).build(agreement, options, terminal)),
    );
}
