// avtal diff: what a change means, as rule beside rule, and over episodes in kronor.

import { Option, type Command } from "commander";
import type { DiffCommandOptions } from "../actions/diff.ts";
import { both, type Cli } from "../cli.ts";
import { addChoices, addColumnsAndMonths, addEpisodesIfAny, addJson, addMaxRefused } from "./shared-options.ts";

export function addDiff(program: Command, { terminal, does }: Cli): void {
  const command = program
    .command("diff")
    .alias("jämför")
    .alias("jamfor")
    .description(both({ sv: "visa vad en ändring betyder, i ord och i kronor", en: "show what a change means" }))
    .argument(
      "<agreement[@date][choices]>",
      both({
        sv: "den ena sidan: stockholm@2021-11-01[faktor=alla]",
        en: "one side: stockholm@2021-11-01[faktor=alla]",
      }),
    )
    .argument(
      "[agreement[@date][choices]]",
      both({
        sv: "den andra; utan den: samma, med valen nedan",
        en: "the other; without it: the same, as chosen below",
      }),
    )
    .option(
      "--base <path>",
      both({
        sv: "mapp eller fil med en annan version, som den första är av",
        en: "another version, of the first side",
      }),
    )
    .addOption(
      new Option(
        "--mode <mode>",
        both({ sv: "allt som det löd sidans dag, eller efter egna datum", en: "as worded on a day, or by own dates" }),
      ).choices(["counterfactual", "in-force"]),
    );
  addChoices(addColumnsAndMonths(addEpisodesIfAny(command)))
    .addOption(
      new Option(
        "--attribution <how>",
        both({ sv: "dela skillnaden i klausulordning, eller oberoende av ordning", en: "how the difference is split" }),
      )
        .choices(["clause-order", "shapley", "both-ways"])
        .default("clause-order"),
    )
    .option(
      "--charged-through <month>",
      both({ sv: "sista månad som redan är debiterad", en: "last month that was already charged" }),
    )
    .option(
      "--report <folder>",
      both({ sv: "skriv en rapport att öppna i webbläsare och Excel", en: "write a report for a browser and Excel" }),
    )
    .option(
      "--sweep <value=range>",
      both({ sv: "kostnadskurva i rapporten: tidsgräns=1,0..2,0:0,1", en: "a cost curve in the report" }),
    )
    .option("--markdown", both({ sv: "som Markdown, för en ändringsbegäran", en: "as Markdown, for a pull request" }))
    .option("--detailed-exitcode", both({ sv: "sluta med 1 om de skiljer sig", en: "end with 1 where they differ" }));
  addJson(addMaxRefused(command)).action((a: string, b: string | undefined, options: DiffCommandOptions) =>
    does(async () => (await import("../actions/diff.ts")).diffCommand([a, b], options, terminal)),
  );
}
