// AV5003. A citation into a source with numbered sections does not say which.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Reference } from "../../syntax/ast.ts";

export function sectionNotSaid(about: {
  readonly reference: Reference;
  /** Sections in which the quoted words stand. */
  readonly known: readonly string[];
}): Problem {
  const { reference, known } = about;
  const { source } = reference;
  const [only, ...others] = known;
  const certain = only !== undefined && others.length === 0 ? only : undefined;
  return problem({
    code: "AV5003",
    span: source.span,
    headline: {
      sv: `Här står inte vilket avsnitt av \`${source.text}\` som avses.`,
      en: `Nothing says here which section of \`${source.text}\` is meant.`,
    },
    cause: {
      sv: "Källan har numrerade avsnitt, och den som granskar ska kunna slå upp det direkt.",
      en: "The source has numbered sections, and a reader should be able to look it up at once.",
    },
    advice:
      certain === undefined
        ? {
            sv: "Skriv avsnittet efter källans namn, till exempel `12.3` eller `5 kap. 4 §`.",
            en: "Write the section after the source's name, such as `12.3` or `5 ch. 4 §`.",
          }
        : {
            sv: `Orden står i ${certain}: skriv \`${source.text} ${certain}\`.`,
            en: `The words stand in ${certain}: write \`${source.text} ${certain}\`.`,
          },
    fixes:
      certain === undefined
        ? []
        : [
            {
              label: { sv: `Skriv \`${source.text} ${certain}\``, en: `Write \`${source.text} ${certain}\`` },
              edits: [{ span: { ...source.span, start: source.span.end }, text: ` ${certain}` }],
            },
          ],
  });
}
