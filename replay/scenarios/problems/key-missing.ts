import type { Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8008. `example`: the line as it could stand. */
export function keyMissing(span: Span, key: string, example: string): Problem {
  return scenarioProblem({
    code: "AV8008",
    span,
    headline: { sv: `\`${key}\` fattas här.`, en: `\`${key}\` is missing here.` },
    cause: {
      sv: "Utan den raden går scenariot inte att pröva eller att läsa.",
      en: "Without that line the scenario cannot be tested or read.",
    },
    advice: { sv: `Skriv till exempel \`${example}\`.`, en: `Write for example \`${example}\`.` },
  });
}
