import type { Words } from "@avtal/compiler/problem";
import type { DateFailure } from "@avtal/runtime/moment-text";
import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";
import { damagedBySpreadsheet } from "./damaged-by-spreadsheet.ts";

/** AV9106. A cell that is no civil date; AV9107 for a year that the calendar of the project does not cover. */
export function unreadableDate(text: string, reason: DateFailure): CellFault {
  switch (reason) {
    case "year-out-of-range":
      return dateOutOfRange;
    case "two-digit-year":
      return unreadable({
        sv: "Jag ser ett år med två siffror, och seklet gissar jag inte.",
        en: "I see a year of two digits, and I do not guess the century.",
      });
    case "no-such-date":
      return unreadable({ sv: "Det datumet finns inte i kalendern.", en: "That date is not in the calendar." });
    case "form": {
      if (looksLikeSerialDate(text)) return damagedBySpreadsheet(text);
      const shape = shapeOf(text, "0000-00-00");
      return unreadable({
        sv: `Jag kan inte läsa ett datum här (${shape.sv}).`,
        en: `I cannot read a date here (${shape.en}).`,
      });
    }
  }
}

/** AV9107. */
export const dateOutOfRange: CellFault = {
  code: "AV9107",
  headline: {
    sv: "Året ligger utanför 1980–2100 och kan inte höra till ett vårdtillfälle här.",
    en: "The year lies outside 1980–2100 and cannot belong to a care episode here.",
  },
  advice: {
    sv: 'Hämta datumet på nytt. Ett påhittat datum för "okänt" ska vara ett tomt fält.',
    en: 'Fetch the date again. An invented date for "not known" should be an empty field.',
  },
};

/** `45000`, `44621.427083`: a spreadsheet's count of days. */
export function looksLikeSerialDate(text: string): boolean {
  return /^\d{5}(?:[.,]\d+)?$/.test(text) || /^\d+(?:[.,]\d+)?[eE][+-]?\d+$/.test(text);
}

function unreadable(headline: Words): CellFault {
  return {
    code: "AV9106",
    headline,
    advice: { sv: "Skriv datumet så: `2022-03-04`.", en: "Write the date so: `2022-03-04`." },
  };
}
