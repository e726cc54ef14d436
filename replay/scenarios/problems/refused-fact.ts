import { replaceWith, type Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import type { DataProblem } from "../../data-problem.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** What the reader found, and how the fact is written right. */
export interface RefusedFact {
  /** Name of the fact; undefined where the episode as a whole is refused. */
  readonly fact: string | undefined;
  readonly why: DataProblem;
  /** The payer or choice that was most likely meant. */
  readonly guess: string | undefined;
  /** How a fact of its kind is written. */
  readonly example: string | undefined;
}

/** AV8103. The reader of data files would refuse the episode; `why` is what it says. */
export function refusedFact(span: Span, { fact, why, guess, example }: RefusedFact): Problem {
  const what = fact === undefined ? "" : `\`${fact}\`: `;
  const form =
    guess !== undefined
      ? { sv: `Menade du \`${guess}\`? `, en: `Did you mean \`${guess}\`? ` }
      : example !== undefined
        ? { sv: `Skriv till exempel \`${example}\`. `, en: `Write for example \`${example}\`. ` }
        : { sv: "Rätta uppgiften. ", en: "Correct the fact. " };
  return scenarioProblem({
    code: "AV8103",
    span,
    headline: { sv: `${what}${why.headline.sv}`, en: `${what}${why.headline.en}` },
    cause: {
      sv: `En körning över en fil avvisar ett sådant vårdtillfälle med ${why.code}.`,
      en: `A run over a file refuses such an episode with ${why.code}.`,
    },
    advice: {
      sv: `${form.sv}Är det meningen, skriv \`avvisat: ${why.code}\` i förväntan.`,
      en: `${form.en}If it is meant, write \`refused: ${why.code}\` in the expectation.`,
    },
    fixes: guess === undefined ? [] : [replaceWith(span, guess)],
  });
}
