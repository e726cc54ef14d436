// AV5002. Quoted words that do not stand in their source.

import type { Problem } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Text } from "../../syntax/ast.ts";
import type { NearWords } from "../quote-search.ts";

export function quoteNotFound(about: { readonly quote: Text; readonly near: readonly NearWords[] }): Problem {
  const { quote, near } = about;
  const [best] = near;
  const slip = best !== undefined && isSlip(quote.text, best) ? best : undefined;
  const listed = near.map(({ words }) => `"${words}"`).join("; ");
  return problem({
    code: "AV5002",
    span: quote.span,
    headline: { sv: "De citerade orden står inte i källan.", en: "The quoted words do not stand in the source." },
    cause:
      listed === ""
        ? { sv: "Jag hittar inget liknande heller.", en: "I find nothing similar either." }
        : { sv: `Närmast kommer ${listed}.`, en: `The nearest are ${listed}.` },
    advice: {
      sv: "Citera orden som de står. Radbrytningar och bindestreck gör ingen skillnad, men stora bokstäver gör det.",
      en: "Quote the words as they stand. Line breaks and hyphens make no difference, but capital letters do.",
    },
    fixes: slip === undefined || /["\n]/.test(slip.words) ? [] : [replaceWith(quote.span, `"${slip.words}"`)],
  });
}

/** A slip of the pen: at most one letter in twenty differs, and no number does. */
function isSlip(quoted: string, best: NearWords): boolean {
  const numbers = (text: string): string => (text.match(/\d+/g) ?? []).join(" ");
  return best.distance <= Math.max(1, Math.floor(quoted.length / 20)) && numbers(quoted) === numbers(best.words);
}
