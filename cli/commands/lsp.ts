// avtal lsp: the language server on standard input and output, for any editor.

import type { Command } from "commander";
import { both, type Cli } from "../cli.ts";

export function addLsp(program: Command, { terminal, does }: Cli): void {
  program
    .command("lsp")
    .alias("redigerare")
    .description(
      both({
        sv: "språkserver för redigeringsprogram, på stdin och stdout",
        en: "language server for editors, on stdin and stdout",
      }),
    )
    .option("--stdio", both({ sv: "godtas; något annat sätt finns inte", en: "accepted; there is no other way" }))
    .action(() => does(async () => (await import("../actions/lsp.ts")).lsp(terminal)));
}
