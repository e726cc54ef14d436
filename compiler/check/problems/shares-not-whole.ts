// AV3064. Shares that were meant to make the whole and do not.

import { isWhole, ratio, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function sharesNotWhole(about: { readonly span: Span; readonly sum: Ratio }): Problem {
  const sum = percentText(about.sum);
  return problem({
    code: "AV3064",
    span: about.span,
    headline: {
      sv: `Andelarna blir tillsammans ${sum.replace(".", ",")} %, inte 100 %.`,
      en: `The shares make ${sum} % together, not 100 %.`,
    },
    cause: {
      sv: "Det som fattas, eller är för mycket, skulle ingen betala, eller någon två gånger.",
      en: "What is lacking, or too much, would be paid by nobody, or twice.",
    },
    advice: {
      sv: "Skriv andelar som inte går jämnt ut som bråk, till exempel `1/3`, eller ange den sista som resten.",
      en: "Write shares that do not come out even as fractions, such as `1/3`, or give the last one as the rest.",
    },
  });
}

/** Exact, with the decimals that it needs; a fraction where no number of decimals is enough. */
function percentText(sum: Ratio): string {
  const percent = times(sum, ratio(100n));
  for (let decimals = 0; decimals <= 12; decimals++) {
    const scaled = times(percent, ratio(10n ** BigInt(decimals)));
    if (!isWhole(scaled)) continue;
    const digits = String(scaled.over).padStart(decimals + 1, "0");
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }
  return ratioText(percent);
}
