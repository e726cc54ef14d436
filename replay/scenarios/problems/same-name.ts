import type { Problem } from "@avtal/compiler/problem";
import type { Said } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8013. */
export function sameName(second: Said, first: Said): Problem {
  return scenarioProblem({
    code: "AV8013",
    span: second.span,
    headline: {
      sv: "Ett annat scenario i filen har samma namn.",
      en: "Another scenario of the file has the same name.",
    },
    cause: {
      sv: "Namnet visar vilket scenario ett utfall hör till.",
      en: "The name shows which scenario an outcome belongs to.",
    },
    advice: { sv: "Säg i namnet vad som skiljer dem åt.", en: "Say in the name what sets them apart." },
    related: [{ span: first.span, says: { sv: "Det andra står här:", en: "The other stands here:" } }],
  });
}
