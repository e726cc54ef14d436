import { replaceWith, type Problem } from "@avtal/compiler/problem";
import type { Said } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";
import { listed } from "./listed.ts";

/** AV8007. `guess`: the key that was most likely meant; `shown`: those that may stand here. */
export function unknownKey(key: Said, guess: string | undefined, shown: readonly string[]): Problem {
  const spaced = key.text === "";
  return scenarioProblem({
    code: "AV8007",
    span: key.span,
    headline: spaced
      ? { sv: "Här står ingen nyckel före kolonet.", en: "No key stands before the colon here." }
      : { sv: `Jag känner inte igen nyckeln \`${key.text}\` här.`, en: `I do not know the key \`${key.text}\` here.` },
    cause: {
      sv: "Det som inte förstås läses inte över, för då kunde ett scenario pröva något annat än det säger.",
      en: "What is not understood is not passed over, else a scenario could test something else than it says.",
    },
    advice:
      guess === undefined
        ? { sv: `Här kan stå: ${listed(shown)}.`, en: `Here may stand: ${listed(shown)}.` }
        : { sv: `Menade du \`${guess}\`?`, en: `Did you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(key.span, guess)],
  });
}
