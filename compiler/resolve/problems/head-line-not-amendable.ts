// AV2022. An amendment changes a line of the head that holds for all days of the document.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { HeadLine } from "../../syntax/ast.ts";

export function headLineNotAmendable(line: HeadLine): Problem {
  return problem({
    code: "AV2022",
    span: line.span,
    headline: {
      sv: "En ändring kan inte ändra den här raden i dokumentets huvud.",
      en: "An amendment cannot change this line of the document's head.",
    },
    cause: {
      sv: "Raden gäller alla dokumentets dagar. Ändrades den från en viss dag skulle även dagarna före den bli andra.",
      en: "The line holds for all days of the document. Changed from one day on, the days before would change as well.",
    },
    advice: {
      sv: "En ändring kan säga giltighet, uppsägningstid och tolkningsföreträde. Ska resten bli annorlunda behövs ett nytt dokument från den dagen.",
      en: "An amendment may say validity, notice period and interpreter. To change the rest, write a new document from that day.",
    },
  });
}
