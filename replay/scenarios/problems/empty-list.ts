import type { Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8012. `instead`: how to say that there is nothing, where that can be meant. */
export function emptyList(span: Span, key: string, instead: string | undefined): Problem {
  return scenarioProblem({
    code: "AV8012",
    span,
    headline: { sv: `\`${key}\` är tom.`, en: `\`${key}\` is empty.` },
    cause: {
      sv: "Jag kan inte se om något glömdes eller om det är meningen.",
      en: "I cannot see whether something was forgotten or whether it is meant.",
    },
    advice:
      instead === undefined
        ? {
            sv: "Skriv det som ska stå där, eller ta bort nyckeln.",
            en: "Write what is to stand there, or remove the key.",
          }
        : { sv: `Skriv \`${instead}\` om det är meningen.`, en: `Write \`${instead}\` if it is meant.` },
  });
}
