// AV2030. A file name leads out of the document's own folder.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Text } from "../../syntax/ast.ts";

export function fileOutsideFolder(file: Text): Problem {
  return problem({
    code: "AV2030",
    span: file.span,
    headline: {
      sv: "Filen ligger inte i dokumentets egen mapp.",
      en: "The file does not lie in the document's own folder.",
    },
    cause: {
      sv: "Ett dokument läser bara filer bredvid sig, så att det betyder samma sak var det än ligger. Adresser, hela sökvägar och `..` läses inte.",
      en: "A document only reads files beside it, so that it means the same wherever it lies. Addresses, full paths and `..` are not read.",
    },
    advice: {
      sv: "Lägg filen bredvid dokumentet och skriv bara dess namn, till exempel `kommuner.yaml`.",
      en: "Put the file beside the document and write only its name, for example `municipalities.yaml`.",
    },
  });
}
