import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

export type QuoteFault = "quote-open" | "text-after-quote" | "quote-inside";

/** AV9007. At the row where the quotation mark stands, not where the file ended. */
export function unmatchedQuote(
  file: string,
  place: { readonly row: number; readonly column: string | undefined },
  fault: QuoteFault,
): DataProblem {
  return dataProblem({
    code: "AV9007",
    file,
    row: place.row,
    ...(place.column === undefined ? {} : { column: place.column }),
    headline: headlines[fault],
    advice: {
      sv: 'Skriv citattecken inne i ett fält dubbelt (`""`) och sätt hela fältet inom citattecken.',
      en: 'Write quotation marks inside a field twice (`""`), and the whole field in quotation marks.',
    },
  });
}

const headlines: Readonly<Record<QuoteFault, Words>> = {
  "quote-open": {
    sv: "Här börjar ett citattecken som aldrig stängs. Alla rader efter det skulle bli en enda text.",
    en: "A quotation mark opens here and is never closed. All rows after it would become one text.",
  },
  "text-after-quote": {
    sv: "Efter det stängande citattecknet står mer text i samma fält, så fältets gräns är oklar.",
    en: "More text of the same field follows the closing quotation mark, so the field's border is unclear.",
  },
  "quote-inside": {
    sv: "Ett citattecken står mitt i ett fält som inte började med citattecken.",
    en: "A quotation mark stands inside a field that did not begin with one.",
  },
};
