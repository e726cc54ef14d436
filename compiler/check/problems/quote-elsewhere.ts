// AV5009. Quoted words stand in the source, but not at the place that is cited.

import type { Problem } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { CitedPlace, Text } from "../../syntax/ast.ts";

export function quoteElsewhere(about: {
  readonly quote: Text;
  readonly places: readonly CitedPlace[];
  /** Sections in which the words do stand. */
  readonly sections: readonly string[];
}): Problem {
  const { quote, places, sections } = about;
  const [only, ...others] = sections;
  const [cited, ...narrower] = places;
  const listed = sections.join(", ");
  const fixable = only !== undefined && others.length === 0 && cited?.kind === "section" && narrower.length === 0;
  return problem({
    code: "AV5009",
    span: (cited ?? quote).span,
    headline: {
      sv: "De citerade orden står i källan, men inte på det här stället.",
      en: "The quoted words stand in the source, but not at this place.",
    },
    cause:
      listed === ""
        ? { sv: "Den som slår upp stället hittar dem inte.", en: "Whoever looks the place up will not find them." }
        : { sv: `De står i avsnitt ${listed}.`, en: `They stand in section ${listed}.` },
    advice: {
      sv: "Rätta stället, eller citera orden som står där.",
      en: "Correct the place, or quote the words that stand there.",
    },
    fixes: fixable && cited.text !== only ? [replaceWith(cited.span, only)] : [],
    related: [{ span: quote.span, says: { sv: "Det här är orden.", en: "These are the words." } }],
  });
}
