// AV2032. A register file is not readable YAML.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function registerUnreadable(span: Span): Problem {
  return problem({
    code: "AV2032",
    span,
    headline: {
      sv: "Här förstår jag inte längre registerfilen.",
      en: "Here I no longer understand the register file.",
    },
    cause: {
      sv: "Ett register är en lista i YAML: varje betalare börjar med `- kod:` och fortsätter med lika långt indragna rader.",
      en: "A register is a list in YAML: each payer begins with `- kod:` and goes on with lines indented alike.",
    },
    advice: {
      sv: "Se efter indrag, kolon och citattecken på raden och raden före. Tabbar får inte stå som indrag.",
      en: "Look at indentation, colons and quotation marks on this line and the one before. Tabs may not indent.",
    },
  });
}
