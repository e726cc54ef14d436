// AV2001. `vardagar utom` names something that is no sort of day.

import { weekdayExceptions, type Language } from "@avtal/grammar/keywords";
import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function unknownDay(name: Name, language: Language): Problem {
  const guess = nearest(
    name.text,
    weekdayExceptions.map((day) => day[language]),
  );
  return problem({
    code: "AV2001",
    span: name.span,
    headline: {
      sv: `Jag känner inte till dagarna \`${name.text}\`.`,
      en: `I do not know the days \`${name.text}\`.`,
    },
    cause: {
      sv: `Efter \`vardagar utom\` kan stå ${weekdayExceptions.map((day) => day.sv).join(", ")}.`,
      en: `After \`weekdays except\` may stand ${weekdayExceptions.map((day) => day.en).join(", ")}.`,
    },
    advice:
      guess === undefined
        ? { sv: "Skriv några av dem.", en: "Write some of them." }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(name.span, guess)],
  });
}
