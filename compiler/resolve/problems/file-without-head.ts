// AV2012. A file does not say which document it is.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { FileTree } from "../../syntax/ast.ts";

export function fileWithoutHead(tree: FileTree): Problem {
  const start = tree.statements[0]?.span.start ?? tree.span.start;
  return problem({
    code: "AV2012",
    span: { file: tree.file, start, end: start },
    headline: {
      sv: "Filen säger inte vilket dokument den är.",
      en: "The file does not say which document it is.",
    },
    cause: {
      sv: "Jag behöver ett huvud först i filen, så att reglerna hör till något med namn och giltighet.",
      en: "I need a head first in the file, so that its rules belong to something with name and validity.",
    },
    advice: {
      sv: 'Skriv till exempel `överenskommelse huddinge "Titeln"`, eller `ändring snitt-1-8 av huddinge` och `utkast`.',
      en: 'Write for example `agreement huddinge "The title"`, or `amendment mean-1-8 of huddinge` and `draft`.',
    },
  });
}
