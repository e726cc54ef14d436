// avtal witness: the smallest case that tells two wordings apart, or a proof that none does.

import type { Command } from "commander";
import { both, several, type Cli } from "../cli.ts";

export interface WitnessCommandOptions {
  readonly reading?: readonly string[];
  readonly event?: readonly string[];
  readonly set?: readonly string[];
  readonly episodes: string;
  readonly out?: string;
  readonly json?: true;
  readonly detailedExitcode?: true;
}

export function addWitness(program: Command, { terminal, does }: Cli): void {
  program
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
    )
    .option(
      "--reading <question=reading>",
      both({ sv: "välj en annan tolkning", en: "choose another reading" }),
      several,
    )
    .option(
      "--event <event=date>",
      both({ sv: "säg när något inträffade (=inte: inte än)", en: "say when something happened (=not-yet)" }),
      several,
    )
    .option(
      "--set <value[@date]=amount>",
      both({ sv: 'ange ett värde: tidsgräns="1,2 dagar"', en: "supply a value" }),
      several,
    )
    .option("--episodes <count>", both({ sv: "så många vårdtillfällen i ett fall", en: "episodes of one case" }), "20")
    .option("--out <file>", both({ sv: "skriv fallet som ett nytt scenario", en: "write the case as a new scenario" }))
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .option(
      "--detailed-exitcode",
      both({ sv: "sluta med 1 om de inte är bevisat samma", en: "end with 1 unless they are proved the same" }),
    )
    .action((a: string, b: string | undefined, options: WitnessCommandOptions) =>
      does(async () => (await import("../actions/witness.ts")).witnessCommand([a, b], options, terminal)),
    );
}
