// avtal witness: the smallest case that tells two wordings apart, or a proof that none does.

import { Option, type Command } from "commander";
import type { WitnessCommandOptions } from "../actions/witness.ts";
import { both, type Cli } from "../cli.ts";
import { addChoices, addJson } from "./shared-options.ts";

export function addWitness(program: Command, { terminal, does }: Cli): void {
  const command = program
    .command("witness")
    .alias("vittne")
    .description(
      both({
        sv: "visa det minsta fall som skiljer två lydelser åt",
        en: "show the smallest case that tells two wordings apart",
      }),
    )
    .argument(
      "<agreement[@date]>",
      both({ sv: "den ena lydelsen: stockholm@2020-01-01", en: "one wording: stockholm@2020-01-01" }),
    )
    .argument(
      "[agreement[@date]]",
      both({
        sv: "den andra; utan den jämförs texten med valen nedan",
        en: "the other; without it the text is held against the choices below",
      }),
    );
  addChoices(command)
    .option("--episodes <count>", both({ sv: "så många vårdtillfällen i ett fall", en: "episodes of one case" }), "20")
    .addOption(
      new Option(
        "--second-opinion <prover>",
        both({ sv: "fråga också en beviskontrollant", en: "ask a prover from outside as well" }),
      ).choices(["z3"]),
    )
    .option("--out <file>", both({ sv: "skriv fallet som ett nytt scenario", en: "write the case as a new scenario" }))
    .option(
      "--detailed-exitcode",
      both({ sv: "sluta med 1 om de inte är bevisat samma", en: "end with 1 unless they are proved the same" }),
    );
  addJson(command).action((a: string, b: string | undefined, options: WitnessCommandOptions) =>
    does(async () => (await import("../actions/witness.ts")).witnessCommand([a, b], options, terminal)),
  );
}
