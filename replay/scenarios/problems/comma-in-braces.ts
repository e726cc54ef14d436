import { replaceWith, type Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8015. `whole`: the amount with its comma, from the first digit on; `text`: the same, as one text. */
export function commaInBraces(whole: Span, text: string): Problem {
  return scenarioProblem({
    code: "AV8015",
    span: whole,
    headline: {
      sv: "Mellan klamrar slutar uppgiften vid kommat.",
      en: "Between braces an entry ends at the comma.",
    },
    cause: {
      sv: `Jag läser \`${text}\` som två uppgifter.`,
      en: `I read \`${text}\` as two entries.`,
    },
    advice: {
      sv: "Sätt citattecken om talet, eller skriv varje uppgift på en egen rad utan klamrar.",
      en: "Put quotation marks around the number, or write each entry on a line of its own without braces.",
    },
    fixes: [replaceWith(whole, `"${text}"`)],
  });
}
