// AV2038. One name, or another spelling of it, stands for two payers on the same day.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { RegisterEntry } from "../register.ts";

export function payerNameTwice(span: Span, entry: RegisterEntry, first: Span): Problem {
  return problem({
    code: "AV2038",
    span,
    headline: {
      sv: `\`${entry.name}\` har ett namn som även en annan betalare har samma dag.`,
      en: `\`${entry.name}\` has a name that another payer has on the same day.`,
    },
    cause: {
      sv: "Underlag får skriva namn i stället för kod. Då måste varje namn och varje skrivsätt i `även` peka ut en enda.",
      en: "Data may write names instead of codes. Then each name, and each spelling in `även`, must single out one.",
    },
    advice: {
      sv: "Ändra namnet eller skrivsättet, eller skilj dem åt i tiden med `från` och `till`.",
      en: "Change the name or the spelling, or part them in time with `från` and `till`.",
    },
    related: [{ span: first, says: { sv: "Den andra är här.", en: "The other one is here." } }],
  });
}
