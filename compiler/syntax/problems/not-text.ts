// AV1006. NUL, other control signs, halves of letters, or what a reader put in for bytes that were no text.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function notText(span: Span, count: number): Problem {
  const times =
    count === 1 ? { sv: "", en: "" } : { sv: ` Det finns ${count} i filen.`, en: ` There are ${count} in the file.` };
  return problem({
    code: "AV1006",
    span,
    headline: {
      sv: `Här står ett tecken som inte är text.${times.sv}`,
      en: `Here stands a sign that is not text.${times.en}`,
    },
    cause: {
      sv: "Filen är skadad, eller sparad i en annan teckenkodning än UTF-8. Jag gissar inte vad som har stått här.",
      en: "The file is damaged, or saved in another encoding than UTF-8. I do not guess what stood here.",
    },
    advice: {
      sv: "Öppna filen där den skrevs, spara den som UTF-8 och läs igenom stället.",
      en: "Open the file where it was written, save it as UTF-8 and read the passage through.",
    },
  });
}
