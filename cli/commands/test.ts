// avtal test: every scenario in every wording of its agreement, against what is expected of it.

import type { Command } from "commander";
import type { TestOptions } from "../actions/test.ts";
import { both, type Cli } from "../cli.ts";

export function addTest(program: Command, { terminal, does }: Cli): void {
  program
    .command("test")
    .alias("prova")
    .description(both({ sv: "pröva scenarierna mot varje lydelse", en: "test the scenarios against every wording" }))
    .argument("[paths...]", both({ sv: "scenariofiler eller mappar", en: "scenario files or folders" }))
    .option(
      "--accept <reason>",
      both({
        sv: 'godta utfall som ändrats eller är nya: "beslut VIS 2022-02-15"',
        en: "accept outcomes that changed or are new, with the reason",
      }),
    )
    .option(
      "--fresh",
      both({ sv: "pröva allt på nytt, också det som är oförändrat", en: "run everything anew, unchanged cases too" }),
    )
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .option("--junit <file>", both({ sv: "skriv också JUnit-XML", en: "write JUnit XML too" }))
    .option(
      "--targets",
      both({
        sv: "håll tolken mot det genererade programmet också",
        en: "hold the interpreter against the generated program too",
      }),
    )
    .option(
      "--coverage",
      both({ sv: "vad scenarierna inte prövar, klausul för klausul", en: "what the scenarios do not test, by clause" }),
    )
    .option("--lcov <file>", both({ sv: "skriv också täckningen som LCOV", en: "write the coverage as LCOV too" }))
    .option(
      "--mutate",
      both({
        sv: "vilka små ändringar av texten inget scenario märker (tar minuter)",
        en: "which small changes of the text no scenario notices (takes minutes)",
      }),
    )
    .option(
      "--threshold <percent>",
      both({ sv: "underkänn lägre täckning än så", en: "fail a lower coverage than this" }),
    )
    .option("--github", both({ sv: "visa felen i GitHub Actions", en: "show failures in GitHub Actions" }))
    .action((paths: readonly string[], options: TestOptions) =>
      does(async () => (await import("../actions/test.ts")).test(paths, options, terminal)),
    );
}
