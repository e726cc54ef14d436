// AV2036. One code stands for two payers on the same day.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { RegisterEntry } from "../register.ts";

export function payerCodeTwice(span: Span, entry: RegisterEntry, first: Span): Problem {
  return problem({
    code: "AV2036",
    span,
    headline: {
      sv: `Koden \`${entry.code}\` står för två betalare samma dag.`,
      en: `The code \`${entry.code}\` stands for two payers on one day.`,
    },
    cause: {
      sv: "Koden säger vem som ska betala. Den måste peka ut en enda.",
      en: "The code says who is to pay. It must single out one.",
    },
    advice: {
      sv: "Rätta koden, eller skilj dem åt i tiden med `från` och `till`.",
      en: "Correct the code, or part them in time with `från` and `till`.",
    },
    related: [{ span: first, says: { sv: "Den första är här.", en: "The first one is here." } }],
  });
}
