// AV3049. Something is rounded to whole units of another sort.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";
import type { RoundLine } from "../step-kinds.ts";

export function roundingUnitDiffers(about: {
  readonly line: RoundLine;
  readonly found: Kind;
  readonly at: Span;
}): Problem {
  const { line, found, at } = about;
  const what = kindWords(found);
  return problem({
    code: "AV3049",
    span: at,
    headline: {
      sv: `\`${line.name.text}\` är ${what.sv} och kan inte avrundas till det här.`,
      en: `\`${line.name.text}\` is ${what.en} and cannot be rounded to this.`,
    },
    cause: {
      sv: "En mängd avrundas i sin egen enhet: kronor till ören eller kronor, dagar till dagar.",
      en: "An amount is rounded in its own unit: kronor to öre or kronor, days to days.",
    },
    advice: {
      sv: "Skriv en enhet som passar, eller ett antal decimaler.",
      en: "Write a unit that fits, or a number of decimals.",
    },
  });
}
