import type { Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import type { DataProblem } from "../../data-problem.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8103. The reader of data files would refuse the episode; `why` is what it says. */
export function refusedFact(span: Span, fact: string | undefined, why: DataProblem): Problem {
  const what = fact === undefined ? "" : `\`${fact}\`: `;
  return scenarioProblem({
    code: "AV8103",
    span,
    headline: { sv: `${what}${why.headline.sv}`, en: `${what}${why.headline.en}` },
    cause: {
      sv: `En körning över en fil avvisar ett sådant vårdtillfälle med ${why.code}.`,
      en: `A run over a file refuses such an episode with ${why.code}.`,
    },
    advice: {
      sv: `Rätta uppgiften. Är det meningen, skriv \`avvisat: ${why.code}\` i förväntan.`,
      en: `Correct the fact. If it is meant, write \`refused: ${why.code}\` in the expectation.`,
    },
  });
}
