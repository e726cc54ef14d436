import type { Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8006. Nothing of the number is repeated. */
export function identityNumber(span: Span): Problem {
  return scenarioProblem({
    code: "AV8006",
    span,
    headline: {
      sv: "Här står något som ser ut som ett personnummer.",
      en: "Something that looks like an identity number stands here.",
    },
    cause: {
      sv: "Scenarier läses av alla som läser överenskommelsen. Därför tar jag inte emot sådana nummer, inte ens testnummer.",
      en: "Scenarios are read by all who read the agreement. So I take no such numbers, not even test numbers.",
    },
    advice: {
      sv: "Skriv en pseudonym, till exempel `a`. Står det något annat än ett personnummer, skriv det på ett annat sätt.",
      en: "Write a pseudonym, for example `a`. If it is something else than an identity number, write it in another way.",
    },
  });
}
