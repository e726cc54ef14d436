// AV2031. A register's file is not among the files that were given.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Text } from "../../syntax/ast.ts";

export function registerNotFound(file: Text, path: string): Problem {
  return problem({
    code: "AV2031",
    span: file.span,
    headline: {
      sv: `Jag hittar inte filen \`${path}\`.`,
      en: `I cannot find the file \`${path}\`.`,
    },
    cause: {
      sv: "Ett registers betalare läses ur en fil bredvid dokumentet.",
      en: "The payers of a register are read from a file beside the document.",
    },
    advice: {
      sv: "Rätta namnet, eller lägg filen i dokumentets mapp.",
      en: "Correct the name, or put the file in the document's folder.",
    },
  });
}
