// avtal format: one layout for every agreement, in either keyword table.

import type { Command } from "commander";
import type { FormatOptions } from "../actions/format.ts";
import { both, type Cli } from "../cli.ts";

export function addFormat(program: Command, { terminal, does }: Cli): void {
  program
    .command("format")
    .alias("formatera")
    .description(
      both({ sv: "skriv överenskommelser med en och samma uppställning", en: "lay agreements out in one way" }),
    )
    .argument("[paths...]", both({ sv: "filer eller mappar", en: "files or folders" }))
    .option(
      "--check",
      both({
        sv: "ändra inget; slutkod 1 om något skulle ändras",
        en: "change nothing; exit code 1 if something would change",
      }),
    )
    .option(
      "--language <sv|en>",
      both({ sv: "visa med andra nyckelord; ändrar inga filer", en: "show with the other keywords; changes no files" }),
    )
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((paths: readonly string[], options: FormatOptions) =>
      does(async () => (await import("../actions/format.ts")).format(paths, options, terminal)),
    );
}
