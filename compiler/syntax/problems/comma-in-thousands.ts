// AV1020. `7,800 kr` is seven kronor and eighty öre here, but was probably meant as thousands.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function commaInThousands(span: Span, written: string, thousands: string): Problem {
  return problem({
    code: "AV1020",
    span,
    headline: {
      sv: `\`${shown(written)}\` är ett belopp med tre decimaler.`,
      en: `\`${shown(written)}\` is an amount with three decimals.`,
    },
    cause: {
      sv: "Kommat skiljer kronor från ören, och ören har två siffror. Tusental delas med mellanslag.",
      en: "The comma parts kronor from öre, and öre have two digits. Thousands are parted by a space.",
    },
    advice: {
      sv: `Skriv \`${shown(thousands)}\` om det är tusental, eller två decimaler om det är ören.`,
      en: `Write \`${shown(thousands)}\` if it is thousands, or two decimals if it is öre.`,
    },
    fixes: [replaceWith(span, thousands)],
  });
}
