// AV3054. One name gives different sorts of things in different versions or readings.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function kindChanges(about: {
  readonly name: string;
  readonly at: Span;
  readonly before: Kind;
  readonly now: Kind;
}): Problem {
  const before = kindWords(about.before);
  const now = kindWords(about.now);
  return problem({
    code: "AV3054",
    span: about.at,
    headline: {
      sv: `\`${about.name}\` är ${before.sv} på ett ställe, men här ger det ${now.sv}.`,
      en: `\`${about.name}\` is ${before.en} in one place, but here it gives ${now.en}.`,
    },
    cause: {
      sv: "Ett namn ska betyda samma slags sak i alla rader, tolkningar och ändringar.",
      en: "A name must mean the same sort of thing in all rows, readings and amendments.",
    },
    advice: {
      sv: `Räkna ut ${before.sv} här också, eller ge det nya ett eget namn.`,
      en: `Calculate ${before.en} here too, or give the new thing a name of its own.`,
    },
  });
}
