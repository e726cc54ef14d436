// AV5008. A source names a file that is not among the texts at hand.

import type { Problem } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Text } from "../../syntax/ast.ts";

export function sourceTextMissing(about: { readonly file: Text; readonly known: string | undefined }): Problem {
  const { file, known } = about;
  return problem({
    code: "AV5008",
    severity: "warning",
    span: file.span,
    headline: {
      sv: `Källtexten \`${file.text}\` finns inte bland texterna.`,
      en: `The source text \`${file.text}\` is not among the texts.`,
    },
    cause: {
      sv: "Citat ur den prövas därför inte.",
      en: "So quotes from it are not checked.",
    },
    advice:
      known === undefined
        ? {
            sv: "Lägg filen bland källtexterna, eller stryk `fil` om texten inte finns.",
            en: "Put the file among the source texts, or remove `file` if there is no text.",
          }
        : { sv: `Menar du \`${known}\`?`, en: `Do you mean \`${known}\`?` },
    fixes: known === undefined ? [] : [replaceWith(file.span, `"${known}"`)],
  });
}
